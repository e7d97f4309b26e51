using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Chance;

namespace PlaceSufficiency.Reporting;

/// <summary>What the runs of a batch say together: plans (scenarios with what sweeps set), each seen in one or many futures.</summary>
/// <param name="Name">Name of the batch.</param>
/// <param name="Needs">How likely a shortfall is by year, phase and need.</param>
/// <param name="Provisions">How likely a provision is short of places, by year.</param>
/// <param name="Money">How far spending spreads, by financial year and budget line.</param>
/// <param name="Outcomes">What each plan comes to in each future.</param>
public sealed record BatchReport(
    string Name, IReadOnlyList<ChanceRow> Needs, IReadOnlyList<ChanceRow> Provisions, IReadOnlyList<FanRow> Money, IReadOnlyList<PlanOutcome> Outcomes)
{
    /// <summary>How many futures each plan is seen in.</summary>
    public int Futures { get; } = Outcomes.Select(outcome => outcome.Future).Distinct().Count();
}
