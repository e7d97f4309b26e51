namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>A facility location problem as an OR-Library file states it.</summary>
/// <param name="Name">Name for the table: the file's, with the capacity where that is an argument.</param>
/// <param name="Demand">Demand by customer.</param>
/// <param name="Capacity">Capacity by site.</param>
/// <param name="Opening">Cost of opening by site.</param>
/// <param name="UnitCost">Cost of one unit of demand, by site and customer.</param>
/// <param name="MostOpen">Most sites that may be open; null for any number.</param>
internal sealed record LibraryProblem(string Name, int[] Demand, int[] Capacity, decimal[] Opening, decimal[][] UnitCost, int? MostOpen)
{
    /// <summary>
    /// What one unit of the file's money is in pence: the least power of ten that makes every cost of a unit of demand whole; where none does (a cost
    /// divided by its demand need not end), the largest that keeps sums exact in 53 bits.
    /// </summary>
    internal decimal PencePerUnit
    {
        get
        {
            decimal largest = Math.Max(1, Opening.Sum() + (UnitCost.Max(row => row.Max()) * Demand.Sum()));
            decimal scale = 1;
            while (!(Opening.All(IsWhole) && UnitCost.All(row => row.All(IsWhole))) && scale * 10 * largest < 4e17m)
            {
                scale *= 10;
            }

            return scale;

            bool IsWhole(decimal cost) => decimal.Truncate(cost * scale) == cost * scale;
        }
    }

    /// <summary>The same money in whole pence.</summary>
    internal static long Pence(decimal cost, decimal pencePerUnit) => (long)decimal.Round(cost * pencePerUnit, MidpointRounding.AwayFromZero);
}
