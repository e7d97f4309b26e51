using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>What a plan comes to on a measure, over-number included.</summary>
internal static class PlanValue
{
    /// <summary>The value for whole pupils.</summary>
    public static long Of(CompiledCase compiled, PathPricer pricer, IReadOnlyList<PathClass> classes, TierMeasure measure, IEnumerable<ChosenPath> chosen)
    {
        int[,] used = new int[compiled.Provisions.Count, compiled.Years.Count];
        double value = 0;
        foreach (ChosenPath path in chosen)
        {
            value += pricer.ValueOf(path.Column, measure) * path.Pupils;
            CompiledStay stay = classes[path.Column.Class].Shape;
            for (int step = 0; step < stay.Length; step++)
            {
                if (path.Column.Choices[step] >= 0)
                {
                    used[stay.Candidates[path.Column.Choices[step]], stay.FirstYear + step] += path.Pupils;
                }
            }
        }

        return (long)Math.Round(value + OfOverNumber(compiled, used, measure) + compiled.LimitRows.Sum(limit => measure.OfGive(limit) * limit.GiveAt(used)));
    }

    private static double OfOverNumber(CompiledCase compiled, int[,] used, TierMeasure measure)
    {
        double value = 0;
        for (int g = 0; g < compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < compiled.Years.Count; t++)
            {
                value += Math.Max(0, used[g, t] - compiled.ResidentPlaces[g, t]) * measure.OfOverNumber(compiled, g, t);
            }
        }

        return value;
    }
}
