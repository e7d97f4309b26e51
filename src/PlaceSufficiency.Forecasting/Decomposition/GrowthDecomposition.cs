using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Decomposition;

/// <summary>
/// Takes the mean growth of a case's paths apart by switching its causes on one after the other: present rates, then population,
/// then changing rates, then policy. Each part is the difference two runs make, all of the same luck, so that the parts sum
/// exactly; what two causes do together counts for the later one. A cause that the case does not have is not run for: its part is 0.
/// </summary>
public static class GrowthDecomposition
{
    /// <summary>The parts of every planned year.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="fan">Its fan, of the same seed.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="threads">Most threads used, at least 1.</param>
    /// <param name="cancellation">Stops between paths.</param>
    /// <exception cref="Domain.Findings.FindingsException">See <see cref="PathForecaster"/>.</exception>
    public static IReadOnlyList<GrowthParts> Of(PlanningCase planningCase, ForecastFan fan, long seed, int threads, CancellationToken cancellation = default)
    {
        DemandAssumptions demand = planningCase.Demand;
        DemandAssumptions withoutPolicy = demand with { JoinerScalings = [], EarlierCeasing = [] };
        DemandAssumptions withoutTrend = withoutPolicy with { Trend = RateTrend.None, Uncertainty = demand.Uncertainty with { Totals = TotalsRole.SetAside } };
        DemandAssumptions still = withoutTrend with { Population = PopulationOutlook.Still };
        double[] all = [.. planningCase.Horizon.AllYears.Select(year => fan.Mean(year, FanMeasure.Total))];
        double[] changing = HasPolicy(demand) ? Means(withoutPolicy) : all;
        double[] moving = HasTrend(demand) ? Means(withoutTrend) : changing;
        double[] present = HasPopulation(demand.Population) ? Means(still) : moving;
        int start = planningCase.Stock.Sum(cell => cell.Pupils);
        return [.. planningCase.Horizon.PlannedYears.Select((year, i) => new GrowthParts(
            year, present[i + 1] - start, moving[i + 1] - present[i + 1], changing[i + 1] - moving[i + 1], all[i + 1] - changing[i + 1]))];

        double[] Means(DemandAssumptions assumed) =>
            MeanTotals.Of(new PathForecaster(planningCase with { Demand = assumed }), seed, (int)fan.Paths, threads, cancellation);
    }

    private static bool HasPolicy(DemandAssumptions demand) => !demand.JoinerScalings.IsEmpty || !demand.EarlierCeasing.IsEmpty;

    private static bool HasTrend(DemandAssumptions demand) =>
        demand.Trend != RateTrend.None || (!demand.StatedTotals.IsEmpty && demand.Uncertainty.Totals != TotalsRole.SetAside);

    private static bool HasPopulation(PopulationOutlook population) => population.Joiners != JoinersFollow.Stated || !population.Homes.IsEmpty;
}
