namespace PlaceSufficiency.Cli.Tests.BuildCase;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("case");

    public string Path => _folder.FullName;

    public static TempFolder Empty() => new();

    /// <summary>A copy of a case folder and its tables.</summary>
    public static TempFolder Of(string caseFolder)
    {
        TempFolder copy = new();
        foreach (string file in Directory.EnumerateFiles(caseFolder, "*", SearchOption.AllDirectories))
        {
            string to = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(caseFolder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
