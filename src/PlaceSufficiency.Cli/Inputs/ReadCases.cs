using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Cli.Inputs;

/// <summary>A scenario that was read.</summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Loaded">The case.</param>
public sealed record ReadCase(ScenarioPath Path, LoadedCase Loaded);

/// <summary>Every scenario that was asked for, read before anything is done with any of them.</summary>
/// <param name="Cases">Those that can be used, in the order of their names.</param>
/// <param name="Findings">Everything found in all of them, with the folder it was found in.</param>
public sealed record ReadCases(IReadOnlyList<ReadCase> Cases, IReadOnlyList<(string Folder, Finding Finding)> Findings)
{
    /// <summary>Whether anything cannot be used.</summary>
    public bool HasErrors => Findings.Any(found => found.Finding.Severity == Severity.Error);

    /// <summary>Reads the files, and every scenario of the folders, that the arguments name.</summary>
    public static ReadCases Of(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        List<Finding> own = [];
        IReadOnlyList<ScenarioPath> paths = ScenarioPath.Of(arguments, own);
        List<(string, Finding)> findings = [.. own.Select(finding => ("", finding))];
        List<ReadCase> cases = [];
        foreach (ScenarioPath path in paths)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                LoadedCase loaded = CaseReader.Read(path.Path);
                findings.AddRange(loaded.Findings.Select(finding => (path.ShownFolder, finding)));
                cases.Add(new ReadCase(path, loaded));
            }
            catch (FindingsException exception)
            {
                findings.AddRange(exception.Findings.Select(finding => (path.ShownFolder, finding)));
            }
        }

        return new ReadCases(cases, findings);
    }
}
