using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>A YAML file of a case, read but not yet understood.</summary>
/// <param name="Path">Path within the case folder.</param>
/// <param name="Root">Its keys and values.</param>
internal sealed record YamlFile(string Path, YamlMapping Root)
{
    /// <summary>Reads a file; null, with findings, when it cannot be read or is not YAML.</summary>
    public static YamlFile? Read(string path, CaseFolder folder, FindingList findings)
    {
        if (folder.Read(path, CaseFolder.LargestYaml, findings) is not { } file || InputText.Of(file, findings) is not { } text)
        {
            return null;
        }

        try
        {
            YamlNode root = YamlTree.Read(path, text);
            if (root is YamlMapping mapping)
            {
                return new YamlFile(path, mapping);
            }

            findings.Add(Finding.Error("wrong-type", $"The file must hold keys and values, not {root.What}.", path, root.Line));
        }
        catch (FindingsException exception)
        {
            foreach (Finding finding in exception.Findings)
            {
                findings.Add(finding);
            }
        }

        return null;
    }

    /// <summary>The value of a key of the root; null when it is not there.</summary>
    public YamlNode? this[string key] => Root.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    /// <summary>Line of the innermost key of a path that is there; null when not even the first is.</summary>
    public int? LineOf(params IEnumerable<string> keys)
    {
        int? line = null;
        YamlNode? node = Root;
        foreach (string key in keys)
        {
            YamlEntry? entry = (node as YamlMapping)?.Entries.FirstOrDefault(candidate => candidate.Key.Text == key);
            if (entry is null)
            {
                break;
            }

            (line, node) = (entry.Key.Line, entry.Value);
        }

        return line;
    }
}
