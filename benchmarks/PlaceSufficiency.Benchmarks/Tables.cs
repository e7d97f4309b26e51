namespace PlaceSufficiency.Benchmarks;

/// <summary>Where the committed tables stand.</summary>
internal static class Tables
{
    /// <summary>The path of a table, in the repository that the program was built in.</summary>
    internal static string PathOf(string file) => Path.Combine(Root(), "benchmarks", "tables", file);

    /// <summary>The repository that the program was built in, else the current folder.</summary>
    internal static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlaceSufficiency.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? Directory.GetCurrentDirectory();
    }
}
