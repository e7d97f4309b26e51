using System.Text;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Storage.Runs;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Where results stand: <c>results/&lt;case&gt;/&lt;scenario&gt;</c>.</summary>
/// <param name="root">The folder that holds them all.</param>
public sealed class ResultFolders(string root)
{
    /// <summary>The folder of a scenario's results.</summary>
    public string Of(ReadCase read) => Of(read.Path);

    /// <summary>The folder of a scenario's results.</summary>
    public string Of(ScenarioPath path) => Path.Combine(root, path.CaseName, path.Name);

    /// <summary>Writes the run and its report, whole or not at all.</summary>
    /// <exception cref="IOException">The disk refuses; what was there before still is.</exception>
    public void Write(AuditedRun run)
    {
        Write(run, Of(run.Case));
        if (run.WithoutLookingAhead is { } without)
        {
            Write(without, Path.Combine(Of(run.Case), ForesightRun.Folder));
        }
    }

    private static void Write(AuditedRun run, string folder) => RunFolder.Write(
        folder,
        new FinishedRun(run.Case.Loaded, run.Case.Demand, run.Plan, ToolVersion.Text),
        ReportFiles.Of(run.Report).Select(file => new RunFile(file.Path, stream => stream.Write(Encoding.UTF8.GetBytes(file.Text)))));

    /// <summary>Refuses, before anything is solved, to overwrite something that is no run.</summary>
    /// <exception cref="FindingsException">Something else stands where results would.</exception>
    public void RefuseOtherThings(IEnumerable<ReadCase> cases)
    {
        Finding[] findings =
        [
            .. cases.Select(Of).Where(IsOtherThing).Select(folder => Finding.Error(
                "not-a-run", "Something else than a finished run is there and is not overwritten.", folder, maybe: "another --out folder was meant.")),
        ];
        if (findings.Length > 0)
        {
            throw new FindingsException(findings);
        }
    }

    private static bool IsOtherThing(string folder) =>
        File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !RunFolder.IsRun(folder));
}
