using NodaTime;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting;

/// <summary>Whom a report is for.</summary>
public enum ReportPurpose
{
    /// <summary>For those who plan: every count is shown, and every page says that it is not for publication.</summary>
    WorkingCopy,

    /// <summary>For everybody: small counts are suppressed, and flows and small areas are left out.</summary>
    Publication,
}

/// <summary>What every writer of a report of one or more finished runs starts from.</summary>
/// <param name="Runs">The runs, the baseline first; each has a name of its own.</param>
/// <param name="Purpose">Whom it is for.</param>
/// <param name="Made">Day on which the report is made; null when it stands in a run's own folder, whose bytes hold no clock.</param>
public sealed record ReportModel(IReadOnlyList<ScenarioReport> Runs, ReportPurpose Purpose, LocalDate? Made)
{
    /// <summary>What a batch of runs says beside them; null where there is none. Never shown in a publication.</summary>
    public BatchReport? Batch { get; init; }

    /// <summary>The runs side by side; null for one alone.</summary>
    public RunComparison? Comparison { get; } = Runs.Count > 1 ? RunComparison.Of([.. Runs.Select(run => run.Summary)]) : null;
}
