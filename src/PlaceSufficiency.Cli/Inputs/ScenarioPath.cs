using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Batches;

namespace PlaceSufficiency.Cli.Inputs;

/// <summary>A scenario file that was asked for.</summary>
/// <param name="Path">The file as it is reached from where the program was started.</param>
public sealed record ScenarioPath(string Path)
{
    private const string BaseFile = "base.yaml";

    /// <summary>Name of the case: its folder's.</summary>
    public string CaseName => System.IO.Path.GetFileName(Folder) is { Length: > 0 } name ? name : "case";

    /// <summary>Name of the scenario: its file's without the ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder as the reader of findings knows it.</summary>
    public string ShownFolder => System.IO.Path.GetDirectoryName(Path)?.Replace('\\', '/') is { Length: > 0 } folder ? folder : ".";

    /// <summary>The folder the file is in, in full.</summary>
    private string Folder => System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;

    /// <summary>
    /// The scenario files that the arguments name, each once, in the order of their names. A folder stands for every scenario in it except
    /// <c>base.yaml</c>, which is run only when it is named itself.
    /// </summary>
    /// <param name="arguments">Files and folders.</param>
    /// <param name="findings">Is told which arguments lead to no scenario.</param>
    public static IReadOnlyList<ScenarioPath> Of(IEnumerable<string> arguments, List<Finding> findings)
    {
        List<ScenarioPath> paths = [];
        foreach (string argument in arguments)
        {
            if (Directory.Exists(argument))
            {
                paths.AddRange(InFolder(argument, findings));
            }
            else if (File.Exists(argument))
            {
                paths.Add(new ScenarioPath(argument));
            }
            else
            {
                findings.Add(Finding.Error("missing-file", "There is no such file or folder.", argument, maybe: Near(argument)));
            }
        }

        ScenarioPath[] once = [.. paths.DistinctBy(path => System.IO.Path.GetFullPath(path.Path)).OrderBy(path => path.CaseName, StringComparer.Ordinal).ThenBy(path => path.Name, StringComparer.Ordinal)];
        findings.AddRange(once.GroupBy(path => (path.CaseName, path.Name)).Where(group => group.Count() > 1).SelectMany(group => group.Skip(1)).Select(path =>
            Finding.Error("same-results-folder", $"Another scenario is also called {path.CaseName}/{path.Name}, so its results would stand in the same folder.", path.Path, maybe: "run them one after the other with different --out folders.")));
        return once;
    }

    private static IEnumerable<ScenarioPath> InFolder(string folder, List<Finding> findings)
    {
        ScenarioPath[] scenarios =
        [
            .. Directory.EnumerateFiles(folder, "*.yaml").Where(file => System.IO.Path.GetFileName(file) != BaseFile && !BatchReader.IsBatch(file)).Order(StringComparer.Ordinal)
                .Select(file => new ScenarioPath(file)),
        ];
        if (scenarios.Length == 0)
        {
            bool hasBase = File.Exists(System.IO.Path.Combine(folder, BaseFile));
            findings.Add(Finding.Error(
                "no-scenario", "The folder holds no scenario (*.yaml).", folder, maybe: hasBase ? $"'{System.IO.Path.Combine(folder, BaseFile)}' was meant." : null));
        }

        return scenarios;
    }

    private static string? Near(string argument)
    {
        string folder = System.IO.Path.GetDirectoryName(argument) is { Length: > 0 } named ? named : ".";
        return Directory.Exists(folder)
            ? NearMiss.Sentence(System.IO.Path.GetFileName(argument), Directory.EnumerateFileSystemEntries(folder).Select(entry => System.IO.Path.GetFileName(entry)).Order(StringComparer.Ordinal))
            : null;
    }
}
