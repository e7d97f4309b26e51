namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Routes of every class, those of class k from <paramref name="First"/>[k] to First[k + 1] - 1. Bit s of a mask is step s of the class.</summary>
/// <param name="First">First route of each class; one more entry than there are classes.</param>
/// <param name="Before">Route, counted from the first of the class, where the pupils were before step 0; -1 for nowhere.</param>
/// <param name="Provision">Provision.</param>
/// <param name="Kilometres">One-way road distance.</param>
/// <param name="Minutes">One-way journey.</param>
/// <param name="Fits">Steps in which a placement fits.</param>
/// <param name="Starts">Steps in which it may start.</param>
internal sealed record RouteTable(int[] First, int[] Before, int[] Provision, float[] Kilometres, float[] Minutes, uint[] Fits, uint[] Starts)
{
    /// <summary>The routes of some classes, in that order.</summary>
    public RouteTable OfClasses(int[] classes)
    {
        int[] first = new int[classes.Length + 1];
        for (int i = 0; i < classes.Length; i++)
        {
            first[i + 1] = first[i] + First[classes[i] + 1] - First[classes[i]];
        }

        T[] Taken<T>(T[] all)
        {
            T[] taken = new T[first[^1]];
            for (int i = 0; i < classes.Length; i++)
            {
                Array.Copy(all, First[classes[i]], taken, first[i], first[i + 1] - first[i]);
            }

            return taken;
        }

        return new RouteTable(
            first, [.. classes.Select(k => Before[k])], Taken(Provision), Taken(Kilometres), Taken(Minutes), Taken(Fits), Taken(Starts));
    }
}
