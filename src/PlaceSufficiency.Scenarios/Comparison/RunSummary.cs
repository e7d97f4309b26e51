using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Comparison;

/// <summary>What a comparison needs to know of a finished run.</summary>
/// <param name="Name">Name of the scenario; names the run in the comparison.</param>
/// <param name="Horizon">The years it covers.</param>
/// <param name="Figures">Figures, as the audit derives them.</param>
/// <param name="Tiers">Value and bound of each tier.</param>
/// <param name="Schemes">The case's capital schemes; those that do not open count for nothing.</param>
public sealed record RunSummary(
    string Name, Horizon Horizon, PlanFigures Figures, IReadOnlyList<TierResult> Tiers, IReadOnlyList<CapitalScheme> Schemes);
