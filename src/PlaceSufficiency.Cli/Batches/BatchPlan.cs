using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Batches;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>A batch file made into runs: the cases were read, every setting was tried, and each run knows its identity.</summary>
/// <param name="File">The batch file as it was named.</param>
/// <param name="Loaded">What it says.</param>
/// <param name="Matrix">Its matrix.</param>
/// <param name="Record">Its runs.</param>
/// <param name="Cases">The cases, by position of their scenario.</param>
/// <param name="Findings">Warnings.</param>
internal sealed record BatchPlan(
    string File, LoadedBatch Loaded, RunMatrix Matrix, BatchRecord Record, IReadOnlyList<LoadedCase> Cases, IReadOnlyList<(string Folder, Finding Finding)> Findings)
{
    /// <summary>Reads a batch file and everything it names.</summary>
    /// <exception cref="FindingsException">Something cannot be used; holds everything that was found.</exception>
    internal static BatchPlan Read(string file)
    {
        LoadedBatch loaded = BatchReader.Read(file);
        List<LoadedCase> cases = [];
        List<Finding> errors = [];
        List<(string, Finding)> warnings = [];
        foreach (string scenario in loaded.Scenarios)
        {
            try
            {
                LoadedCase read = CaseReader.Read(scenario);
                cases.Add(read);
                warnings.AddRange(read.Findings.Select(finding => (Path.GetDirectoryName(scenario)!, finding)));
            }
            catch (FindingsException exception)
            {
                errors.AddRange(exception.Findings);
            }
        }

        RunMatrix matrix = RunMatrix.Of(loaded.Batch, loaded.Scenarios.Count);
        errors.AddRange(cases.SelectMany(read => WrongSettings(read, matrix)));
        return errors.Count > 0
            ? throw new FindingsException([.. errors.Distinct()])
            : new BatchPlan(file, loaded, matrix, new BatchRecord(loaded.Batch.Name, [.. matrix.Runs.Select(run => Request(run, loaded, cases))]), cases, warnings);
    }

    /// <summary>Puts the cases into the archive.</summary>
    internal void AddCases(IRunArchive archive)
    {
        foreach (LoadedCase read in Cases.DistinctBy(read => read.Fingerprint))
        {
            archive.AddCase(new CaseContent(read.Fingerprint, read.Inputs));
        }
    }

    private static RunRequest Request(MatrixRun run, LoadedBatch loaded, List<LoadedCase> cases)
    {
        string path = loaded.Scenarios[run.Scenario];
        LoadedCase read = cases[run.Scenario];
        RunIdentity identity = new(BuildIdentity.Text, read.Fingerprint, read.File, run.Settings, run.Future, loaded.Batch.Keep);
        return new RunRequest(identity, Path.GetFileName(Path.GetDirectoryName(path)) is { Length: > 0 } name ? name : "case", Path.GetFileNameWithoutExtension(path));
    }

    private static IEnumerable<Finding> WrongSettings(LoadedCase read, RunMatrix matrix)
    {
        foreach (var point in matrix.Points.Where(point => !point.IsEmpty))
        {
            IReadOnlyList<Finding> wrong = [];
            try
            {
                SweepTarget.Apply(read.BaseCase, read.Scenario, point);
            }
            catch (FindingsException exception)
            {
                wrong = exception.Findings;
            }

            foreach (Finding finding in wrong)
            {
                yield return finding with { File = read.File, Row = null, Message = $"With {string.Join(' ', point)}: {finding.Message}" };
            }
        }
    }
}
