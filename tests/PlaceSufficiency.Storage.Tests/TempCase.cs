using System.Text;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tests;

/// <summary>A copy of the tiny case in a folder of its own, to be spoilt by a test.</summary>
internal sealed class TempCase : IDisposable
{
    private readonly DirectoryInfo _outer = Directory.CreateTempSubdirectory("place-sufficiency-");

    public TempCase()
    {
        Folder = Path.Combine(_outer.FullName, "case");
        foreach (string file in Directory.EnumerateFiles(Repository.Tiny, "*", SearchOption.AllDirectories))
        {
            string copy = PathOf(Path.GetRelativePath(Repository.Tiny, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; }

    /// <summary>The folder around the case, outside of it.</summary>
    public string Outside => _outer.FullName;

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Replaces a text that must be there.</summary>
    public TempCase Replace(string file, string old, string changed)
    {
        string text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(file, text.Replace(old, changed, StringComparison.Ordinal));
    }

    public TempCase Append(string file, string text) => Write(file, File.ReadAllText(PathOf(file)) + text);

    public TempCase Write(string file, string text) => WriteBytes(file, Encoding.UTF8.GetBytes(text));

    public TempCase WriteBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(file), bytes);
        return this;
    }

    public TempCase Delete(string file)
    {
        File.Delete(PathOf(file));
        return this;
    }

    /// <summary>Everything found on reading, as people see it; warnings are marked.</summary>
    public string[] Findings(string file = "base.yaml")
    {
        IReadOnlyList<Finding> findings;
        try
        {
            findings = CaseReader.Read(PathOf(file)).Findings;
        }
        catch (FindingsException exception)
        {
            findings = exception.Findings;
        }

        return [.. findings.Select(finding => $"{finding.Severity} {finding.Code} {finding}")];
    }

    public void Dispose() => _outer.Delete(recursive: true);
}
