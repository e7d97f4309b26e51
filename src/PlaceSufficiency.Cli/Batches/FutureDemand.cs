using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Forecasting;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>The demand of a run.</summary>
internal static class FutureDemand
{
    /// <summary>The future that was asked for: the central forecast, or one that is drawn with a seed.</summary>
    internal static DemandPath Of(PlanningCase planningCase, DemandFuture? future) => Forecaster.Forecast(planningCase);
}
