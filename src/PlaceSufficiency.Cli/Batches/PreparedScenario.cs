using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Forecasting;
using PlaceSufficiency.Forecasting.Paths;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>
/// What the runs of a scenario with its settings share over all futures, made once in each process that makes them. It depends on the case alone, never on which future was
/// planned before: a run has the same result in whatever order and company it is made.
/// </summary>
internal sealed class PreparedScenario(PlanningCase planningCase)
{
    private readonly Lazy<PathForecaster> _forecaster = new(() => new PathForecaster(planningCase));

    /// <summary>The case, settings and all.</summary>
    internal PlanningCase Case => planningCase;

    /// <summary>The demand of a future; of null, the central forecast.</summary>
    internal DemandPath Demand(DemandFuture? future) => future is { } drawn ? _forecaster.Value.Path(drawn.Seed, drawn.Number) : Forecaster.Forecast(planningCase);
}
