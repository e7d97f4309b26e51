using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Scenarios.Comparison;
using PlaceSufficiency.Storage.Runs;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>A run read back from its folder and audited again from its files alone.</summary>
/// <param name="Name">Name of the scenario's file, and what tells it from other runs of that name.</param>
/// <param name="Run">The run.</param>
/// <param name="Audit">What the audit finds now.</param>
public sealed record StoredRun(string Name, FinishedRun Run, PlanAuditReport Audit)
{
    /// <summary>Name of the scenario's file, which several runs may share.</summary>
    public string FileName => NameOf(Run);

    /// <summary>The run as comparisons know it.</summary>
    public RunSummary Summary => new(Name, Run.Loaded.Case.Horizon, Audit.Figures, Audit.Tiers, Run.Loaded.Case.WithOpenings(Run.Plan.Openings).Schemes);

    /// <summary>The run as reports know it.</summary>
    public ScenarioReport Report => RunReport.Of(Name, Run.Loaded, Audit, Run.ToolVersion, Run.Plan);

    /// <summary>Reads and audits a run.</summary>
    /// <param name="argument">A run's folder, or a scenario file whose results stand in <paramref name="folders"/>.</param>
    /// <param name="folders">Where results stand.</param>
    /// <param name="shared">Tables of other runs that are read together with this one; null where it is read alone.</param>
    /// <exception cref="FindingsException">There is no whole run.</exception>
    public static StoredRun Read(string argument, ResultFolders folders, SharedTables? shared = null)
    {
        string folder = File.Exists(argument) ? OfScenario(argument, folders) : argument;
        if (!Directory.Exists(folder))
        {
            throw new FindingsException([Finding.Error("missing-file", "There is no such folder or file.", argument)]);
        }

        FinishedRun run = RunFolder.Read(folder, shared);
        PlanAuditReport audit = PlanAudit.Check(run.Loaded.Case, run.Demand, run.Plan);
        return new StoredRun(NameOf(run), run, audit);
    }

    private static string NameOf(FinishedRun run) => Path.GetFileNameWithoutExtension(run.Loaded.File);

    private static string OfScenario(string file, ResultFolders folders)
    {
        string folder = folders.Of(new ScenarioPath(file));
        return RunFolder.IsRun(folder)
            ? folder
            : throw new FindingsException([Finding.Error("no-results", $"The scenario has no results in {folder}.", file, maybe: $"run it first: place-sufficiency run {file}")]);
    }
}
