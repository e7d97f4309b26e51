using System.Numerics;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Routes laid out for <see cref="SoftRecursion"/>, which works out four at a time: those of a class by the steps in which they fit, so that neighbours mostly
/// fit together, with routes that fit nowhere added up to whole vectors; and what each costs in each step but for prices.
/// </summary>
internal sealed class SoftTable
{
    /// <summary>Routes worked out at a time.</summary>
    public const int Lanes = 4;

    /// <summary>Lays the routes of a case out for the rates of a measure.</summary>
    public SoftTable(RouteCase routes, Rates rates)
    {
        Costs = new RouteCosts(routes, rates);
        RouteTable table = routes.Routes;
        First = new int[routes.Classes + 1];
        FirstCost = new int[routes.Classes + 1];
        for (int k = 0; k < routes.Classes; k++)
        {
            int wide = Math.Max(1, (table.First[k + 1] - table.First[k] + Lanes - 1) / Lanes) * Lanes;
            First[k + 1] = First[k] + wide;
            FirstCost[k + 1] = checked(FirstCost[k] + (wide * routes.Length[k]));
        }

        Before = new int[routes.Classes];
        Cell = new int[First[^1]];
        Fits = new uint[First[^1]];
        Starts = new uint[First[^1]];
        Cost = new float[FirstCost[^1]];
        for (int k = 0; k < routes.Classes; k++)
        {
            int from = table.First[k];
            int[] order = [.. Enumerable.Range(0, table.First[k + 1] - from).OrderBy(c => BitOperations.TrailingZeroCount(table.Fits[from + c])).ThenBy(c => table.Fits[from + c])];
            int before = Array.IndexOf(order, table.Before[k]);
            Before[k] = before >= 0 && (table.Fits[from + order[before]] & 1) != 0 ? before : -1;
            for (int c = 0; c < order.Length; c++)
            {
                int r = from + order[c];
                int to = First[k] + c;
                (Cell[to], Fits[to], Starts[to]) = (table.Provision[r] * routes.Years, table.Fits[r], table.Starts[r]);
                for (int s = 0; s < routes.Length[k]; s++)
                {
                    Cost[FirstCost[k] + ((routes.Length[k] - 1 - s) * Wide(k)) + c] = (table.Fits[r] >> s & 1) != 0 ? (float)Costs.Of(k, r, s) : 0;
                }
            }
        }
    }

    /// <summary>Case, rates, and what years at routes cost in double precision.</summary>
    public RouteCosts Costs { get; }

    /// <summary>First route of each class; one more entry than there are classes.</summary>
    public int[] First { get; }

    /// <summary>Route, counted from the first of the class, where the pupils were before step 0; -1 for nowhere, or where they cannot stay.</summary>
    public int[] Before { get; }

    /// <summary>Provision times years of each route: where its years begin in tables of prices.</summary>
    public int[] Cell { get; }

    /// <summary>Steps in which a placement fits.</summary>
    public uint[] Fits { get; }

    /// <summary>Steps in which it may start.</summary>
    public uint[] Starts { get; }

    /// <summary>Where the costs of each class begin: the last step first, as they are asked for.</summary>
    public int[] FirstCost { get; }

    /// <summary>What a year at a route costs but for prices, to a ten-millionth: prices are looked for with it, not proven.</summary>
    public float[] Cost { get; }

    /// <summary>Routes of class k, a whole number of vectors and at least one.</summary>
    public int Wide(int k) => First[k + 1] - First[k];
}
