using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;
using PlaceSufficiency.Reporting;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Draws futures of a case for its report.</summary>
internal static class RunFan
{
    /// <summary>The fan of all pupils, of each phase and of each need that the case knows.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="paths">How many futures, at least 1.</param>
    /// <param name="seed">Any number; the same seed draws the same futures.</param>
    /// <param name="cancellation">Stops drawing.</param>
    /// <exception cref="Domain.Findings.FindingsException">No futures can be drawn from the case; says why.</exception>
    internal static DemandFan Of(PlanningCase planningCase, int paths, long seed, CancellationToken cancellation)
    {
        ForecastFan fan = ForecastFan.Of(new PathForecaster(planningCase), seed, paths, Environment.ProcessorCount, cancellation);
        IEnumerable<FanMeasure> measures =
        [
            FanMeasure.Total,
            .. Enum.GetValues<Phase>().Select(phase => new FanMeasure(phase, null, null)),
            .. Enum.GetValues<PrimaryNeed>().Select(need => new FanMeasure(null, need, null)),
        ];
        return new DemandFan(paths, seed, [.. measures.Select(measure => Line(planningCase, fan, measure)).Where(line => line.Years.Any(year => year.P95 > 0))]);
    }

    private static FanLine Line(PlanningCase planningCase, ForecastFan fan, FanMeasure measure) => new(
        measure.Phase, measure.Need,
        [
            .. planningCase.Horizon.AllYears.Select(year => (Func<double, int>)(share => (int)fan.Quantile(year, measure, share)))
                .Select(at => new FanYear(at(0.05), at(0.25), at(0.5), at(0.75), at(0.95))),
        ]);
}
