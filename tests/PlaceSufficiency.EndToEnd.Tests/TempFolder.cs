namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>A folder for results, gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("place-sufficiency-end-to-end-").FullName;

    internal string At(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Every file below a folder: path within it, and its bytes as hexadecimal text.</summary>
    internal static Dictionary<string, string> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetRelativePath(folder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
