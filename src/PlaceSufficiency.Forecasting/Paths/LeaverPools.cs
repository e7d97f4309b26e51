using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// How sure the shares that leave are. Year groups next to each other with the same share were estimated together, so they are
/// drawn together, from the beta distribution of the leavers and stayers that the years observed would have seen in the stock.
/// </summary>
internal sealed class LeaverPools
{
    private readonly (int From, int To, double Share, double Observed)[] _pools;

    internal LeaverPools(PlanningCase planningCase)
    {
        DemandAssumptions demand = planningCase.Demand;
        double[] shares = [.. YearGroup.All.Select(yearGroup => (double)demand.LeaverShares.GetValueOrDefault(yearGroup))];
        double[] stock = new double[shares.Length];
        foreach (StockCell cell in planningCase.Stock)
        {
            stock[cell.YearGroup.Age] += cell.Pupils;
        }

        List<(int From, int To, double Share, double Observed)> pools = [];
        for (int age = 0; age < shares.Length;)
        {
            int to = age;
            while (to + 1 < shares.Length && shares[to + 1] == shares[age])
            {
                to++;
            }

            double pupils = Enumerable.Range(age, to - age + 1).Sum(each => stock[each]);
            pools.Add((age, to, shares[age], Math.Max(1, pupils) * demand.Uncertainty.YearsObserved));
            age = to + 1;
        }

        _pools = [.. pools];
    }

    /// <summary>Draws the share of every age, 0 to 24.</summary>
    internal void Draw(DrawSequence draws, double[] shares)
    {
        foreach ((int from, int to, double share, double observed) in _pools)
        {
            double drawn = observed > 0 ? draws.Beta(share * observed, (1 - share) * observed) : share;
            shares.AsSpan(from, to - from + 1).Fill(drawn);
        }
    }
}
