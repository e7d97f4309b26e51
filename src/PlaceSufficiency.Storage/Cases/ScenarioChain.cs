using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>A scenario file with the files it extends, down to the base.</summary>
/// <param name="BaseFile">The base file; null when the chain does not reach one.</param>
/// <param name="Settings">What the base file says; null when it could not be understood.</param>
/// <param name="Layers">The scenario files, the one that extends the base first.</param>
/// <param name="Name">Name of the first file read.</param>
/// <param name="Question">Question of the first file read.</param>
internal sealed record ScenarioChain(YamlFile? BaseFile, CaseSettings? Settings, IReadOnlyList<ScenarioLayer> Layers, string Name, string Question)
{
    private const int Version = 1;

    /// <summary>Reads a file and everything it extends.</summary>
    public static ScenarioChain Read(string path, CaseFolder folder, FindingList findings)
    {
        List<string> chain = [];
        List<(string File, ScenarioSettings? Settings)> layers = [];
        string? next = path;
        while (next is not null)
        {
            chain.Add(next);
            if (YamlFile.Read(next, folder, findings) is not { } file)
            {
                return Of(null, null, layers);
            }

            CheckVersion(file, findings);
            YamlBinder binder = new(next, findings);
            if (file["extends"] is not { } extends && file["changes"] is null)
            {
                return Of(file, binder.Bind<CaseSettings>(file.Root), layers);
            }

            layers.Add((next, binder.Bind<ScenarioSettings>(file.Root)));
            next = file["extends"] is YamlScalar { IsNull: false } scalar ? Extended(chain, scalar, folder, findings) : null;
        }

        return Of(null, null, layers);
    }

    private static ScenarioChain Of(YamlFile? baseFile, CaseSettings? settings, List<(string File, ScenarioSettings? Settings)> layers)
    {
        ScenarioLayer[] inOrder = [.. layers.AsEnumerable().Reverse().Select(layer => new ScenarioLayer(layer.File, layer.Settings?.Changes ?? []))];
        return layers.Count == 0
            ? new ScenarioChain(baseFile, settings, [], settings?.Name ?? string.Empty, settings?.Question ?? string.Empty)
            : new ScenarioChain(baseFile, settings, inOrder, layers[0].Settings?.Name ?? string.Empty, layers[0].Settings?.Question ?? string.Empty);
    }

    private static string? Extended(List<string> chain, YamlScalar extends, CaseFolder folder, FindingList findings)
    {
        string from = chain[^1];
        if (folder.Resolve(from, extends.Text) is not { } path)
        {
            findings.Add(Finding.Error("outside-case-folder", "The path leads outside the case folder.", from, extends.Line, "extends", extends.Text));
            return null;
        }

        if (chain.Contains(path))
        {
            string cycle = string.Join(" -> ", chain.SkipWhile(file => file != path).Append(path));
            findings.Add(Finding.Error("extends-cycle", $"The files extend each other: {cycle}.", from, extends.Line, "extends", extends.Text));
            return null;
        }

        if (!folder.Has(path))
        {
            IEnumerable<string> files = folder.Files(Path.GetDirectoryName(path) ?? string.Empty, ".yaml").Except(chain);
            findings.Add(Finding.Error("missing-file", "There is no such file.", from, extends.Line, "extends", extends.Text, NearMiss.Sentence(path, files)));
            return null;
        }

        return path;
    }

    private static void CheckVersion(YamlFile file, FindingList findings)
    {
        if (file["schema"] is YamlScalar { IsNull: false } schema && int.TryParse(schema.Text, out int version) && version != Version)
        {
            findings.Add(Finding.Error("unknown-schema", $"This program reads version {Version} of the file format.", file.Path, schema.Line, "schema", schema.Text));
        }
    }
}
