using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>What paths of one authority set out from.</summary>
/// <param name="Place">The authority.</param>
/// <param name="Key">Number made from its code; its luck depends on nothing else of it.</param>
/// <param name="Start">Plans at the origin by band; they add up to the published total.</param>
/// <param name="Deviation">Its joining rate against England's.</param>
/// <param name="MovementVariance">Variance of its movements as a share of the caseload squared.</param>
/// <param name="MovementFreedom">How many degrees of freedom that is known with.</param>
/// <param name="Mix">Share of each band in its new plans; adds up to 1.</param>
/// <param name="Drift">Its drift between bands.</param>
internal sealed record AuthorityTrend(
    PlanSeries Place,
    ulong Key,
    ImmutableArray<int> Start,
    JoiningDeviation Deviation,
    double MovementVariance,
    double MovementFreedom,
    ImmutableArray<double> Mix,
    BandDrift Drift)
{
    /// <summary>FNV-1a of a code: the same on every machine.</summary>
    internal static ulong KeyOf(string code) => code.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL);
}
