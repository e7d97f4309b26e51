using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Decomposition;

/// <summary>
/// Takes the mean growth of a case's paths apart by switching its causes on one after the other: present rates, then population,
/// then changing rates, then policy. Each part is the difference two runs make, all of the same luck, so that the parts sum
/// exactly; what two causes do together counts for the later one.
/// </summary>
public static class GrowthDecomposition
{
    /// <summary>The parts of every planned year.</summary>
    /// <exception cref="Domain.Findings.FindingsException">See <see cref="PathForecaster"/>.</exception>
    public static IReadOnlyList<GrowthParts> Of(PlanningCase planningCase, long seed, int paths, int threads, CancellationToken cancellation = default)
    {
        DemandAssumptions demand = planningCase.Demand;
        DemandAssumptions withoutPolicy = demand with { JoinerScalings = [], EarlierCeasing = [] };
        DemandAssumptions withoutTrend = withoutPolicy with { Trend = RateTrend.None, Uncertainty = demand.Uncertainty with { Totals = TotalsRole.SetAside } };
        DemandAssumptions still = withoutTrend with { Population = PopulationOutlook.Still };
        ForecastFan[] fans = [.. new[] { still, withoutTrend, withoutPolicy, demand }
            .Select(each => ForecastFan.Of(new PathForecaster(planningCase with { Demand = each }), seed, paths, threads, cancellation))];
        int start = planningCase.Stock.Sum(cell => cell.Pupils);
        return [.. planningCase.Horizon.PlannedYears.Select(year =>
        {
            double[] means = [.. fans.Select(fan => fan.Mean(year, FanMeasure.Total))];
            return new GrowthParts(year, means[0] - start, means[1] - means[0], means[2] - means[1], means[3] - means[2]);
        })];
    }
}
