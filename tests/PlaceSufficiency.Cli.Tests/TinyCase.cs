namespace PlaceSufficiency.Cli.Tests;

/// <summary>A copy of the case <c>scenarios/tiny</c> in a folder of its own, gone after the test.</summary>
public sealed class TinyCase : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("place-sufficiency-").FullName;

    public TinyCase()
    {
        string original = Path.Combine(Repository.Root, "scenarios", "tiny");
        foreach (string file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder => Path.Combine(_root, "tiny");

    public string Results => Path.Combine(_root, "results");

    public string Beside(string name) => Path.Combine(_root, name);

    /// <summary>Replaces text in a file of the case; the text must be there.</summary>
    public void Replace(string file, string old, string changed)
    {
        string path = Path.Combine(Folder, file);
        string text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
