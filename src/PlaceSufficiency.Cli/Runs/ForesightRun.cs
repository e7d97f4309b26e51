using PlaceSufficiency.Allocation.Foresight;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Plans a scenario that was answered once more, without looking ahead, so that the two can be compared.</summary>
internal static class ForesightRun
{
    /// <summary>Name of the folder, in that of the run, that holds the plan without foresight as a run of its own.</summary>
    internal const string Folder = "without-looking-ahead";

    /// <summary>The run with what looking ahead is worth.</summary>
    internal static AuditedRun Of(AuditedRun run, RunProgress progress, CancellationToken cancellation)
    {
        ReadCase read = run.Case;
        StatedPlan without = StatedPlan.Of(
            read.Loaded.Case, read.Demand, YearByYear.Plan(read.Loaded.Case, read.Demand, run.Plan, new Septembers(progress, read), cancellation));
        cancellation.ThrowIfCancellationRequested();
        return without.Audit.Passed
            ? run with
            {
                Report = run.Report with { WithoutLookingAhead = without.Audit },
                WithoutLookingAhead = new AuditedRun(read, without.Plan, RunReport.Of(read.Path.Name, read.Loaded, without.Audit, ToolVersion.Text, without.Plan)),
            }
            : run with { FaultsWithoutLookingAhead = without.Audit.Findings };
    }

    private sealed class Septembers(RunProgress progress, ReadCase read) : IProgress<AcademicYear>
    {
        public void Report(AcademicYear value) => progress.Say(read, $"placing {value} without looking ahead");
    }
}
