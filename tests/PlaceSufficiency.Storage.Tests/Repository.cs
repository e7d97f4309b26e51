namespace PlaceSufficiency.Storage.Tests;

/// <summary>Where the repository's own cases are.</summary>
internal static class Repository
{
    public static string Scenarios { get; } = Path.Combine(FindRoot(), "scenarios");

    public static string Tiny { get; } = Path.Combine(Scenarios, "tiny");

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PlaceSufficiency.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds PlaceSufficiency.sln.");
    }
}
