using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Puts together what reports know of a run.</summary>
internal static class RunReport
{
    /// <summary>The report of an audited run.</summary>
    /// <param name="name">Name of the scenario's file.</param>
    /// <param name="loaded">The case.</param>
    /// <param name="audit">What the audit derived.</param>
    /// <param name="toolVersion">Version of the program that made the plan.</param>
    /// <param name="plan">The plan: the report is on the case as it decided on candidates.</param>
    internal static ScenarioReport Of(string name, LoadedCase loaded, PlanAuditReport audit, string toolVersion, PlacementPlan plan) =>
        ScenarioReport.Of(loaded.Case.WithOpenings(plan.Openings), audit, loaded.Fingerprint) with
        {
            Run = name,
            Trail = new RunTrail(
                toolVersion,
                [.. loaded.Inputs.OrderBy(input => input.Path, StringComparer.Ordinal).Select(input => new InputPrint(input.Path, input.Sha256))],
                [.. loaded.ChangeLog.Select(logged => new StatedChange(logged.Change, logged.Difference.Key, logged.Difference.Old, logged.Difference.New))]),
        };
}
