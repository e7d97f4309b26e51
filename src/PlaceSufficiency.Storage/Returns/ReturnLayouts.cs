using System.Text;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Returns;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Returns;

/// <summary>Layouts of returns: those that come with the program, and files of the same form.</summary>
public static class ReturnLayouts
{
    private const string Folder = "PlaceSufficiency.Storage.Returns.";

    /// <summary>Names of the layouts that come with the program.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        .. typeof(ReturnLayouts).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".yaml".Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>A layout that comes with the program, as text: a start for one's own.</summary>
    /// <exception cref="FindingsException">There is none of that name.</exception>
    public static string Text(string kind)
    {
        using Stream stream = typeof(ReturnLayouts).Assembly.GetManifestResourceStream($"{Folder}{kind}.yaml")
            ?? throw new FindingsException([Finding.Error("unknown-return", $"There is no such return; known are {string.Join(", ", Known)}.", key: "--kind", value: kind, maybe: NearMiss.Sentence(kind, Known))]);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>A layout that comes with the program.</summary>
    /// <exception cref="FindingsException">There is none of that name.</exception>
    public static ReturnLayout Of(string kind) => Parse($"{kind}.yaml", Text(kind));

    /// <summary>A layout from a file.</summary>
    /// <exception cref="FindingsException">It is not there, or says something that does not add up.</exception>
    public static ReturnLayout Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FindingsException([Finding.Error("missing-file", "There is no such file.", path)]);
        }

        FindingList findings = new();
        CaseFolder folder = CaseFolder.At(Path.GetDirectoryName(Path.GetFullPath(path))!);
        InputFile? file = folder.Read(Path.GetFileName(path), CaseFolder.LargestYaml, findings);
        string? text = file is null ? null : InputText.Of(file, findings);
        findings.ThrowIfErrors();
        return Parse(path, text!);
    }

    private static ReturnLayout Parse(string name, string text)
    {
        FindingList findings = new();
        ReturnLayout? layout = new YamlBinder(name, findings).Bind<ReturnLayout>(YamlTree.Read(name, text));
        foreach (Finding finding in layout?.Check() ?? [])
        {
            findings.Add(finding with { File = name });
        }

        findings.ThrowIfErrors();
        return layout!;
    }
}
