using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>What is asked of a run.</summary>
/// <param name="Limit">Longest time it may take; null for as long as it needs.</param>
/// <param name="WithoutLookingAhead">Whether it is planned without looking ahead as well.</param>
public sealed record RunAsk(TimeSpan? Limit, bool WithoutLookingAhead = false);

/// <summary>What became of a scenario.</summary>
/// <param name="Case">The scenario.</param>
public abstract record RunOutcome(ReadCase Case);

/// <summary>A scenario that was allocated and audited, and whose plan keeps every rule.</summary>
/// <param name="Case">The scenario.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Report">The audited figures, ready to be shown.</param>
public sealed record AuditedRun(ReadCase Case, PlacementPlan Plan, ScenarioReport Report) : RunOutcome(Case)
{
    /// <summary>The plan of who does not look ahead, with its report; null where none was asked for or none keeps every rule.</summary>
    public AuditedRun? WithoutLookingAhead { get; init; }

    /// <summary>What the audit found in such a plan that does not keep every rule.</summary>
    public IReadOnlyList<Finding> FaultsWithoutLookingAhead { get; init; } = [];

    /// <summary>The run as comparisons know it, by the name of its file.</summary>
    public RunSummary Summary => Report.Summary;
}

/// <summary>A scenario whose plan breaks a rule; nothing of it is written.</summary>
/// <param name="Case">The scenario.</param>
/// <param name="Findings">What the audit found.</param>
public sealed record FailedAudit(ReadCase Case, IReadOnlyList<Finding> Findings) : RunOutcome(Case);

/// <summary>A scenario for which no plan was found within the limits.</summary>
/// <param name="Case">The scenario.</param>
/// <param name="Reason">Why, one sentence.</param>
public sealed record Unsolved(ReadCase Case, string Reason) : RunOutcome(Case);
