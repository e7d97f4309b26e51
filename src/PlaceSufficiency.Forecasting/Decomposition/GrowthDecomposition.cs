using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Decomposition;

/// <summary>Why there are more (or fewer) plans in a year than in the base year, in pupils: the parts sum to the growth.</summary>
/// <param name="Year">Year.</param>
/// <param name="PresentRates">What the stock and the joiners and leavers of the base year's rates make of it, were nothing to change.</param>
/// <param name="Population">What births, ageing, migration, a projection and new homes add.</param>
/// <param name="Rates">What changing rates add: a stated trend, or whatever stated totals ask for beyond the other parts.</param>
/// <param name="Policy">What scalings of joiners and earlier ceasing add.</param>
public sealed record GrowthParts(AcademicYear Year, double PresentRates, double Population, double Rates, double Policy)
{
    /// <summary>Mean number of plans of the paths less the base year's.</summary>
    public double Growth => PresentRates + Population + Rates + Policy;
}

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
