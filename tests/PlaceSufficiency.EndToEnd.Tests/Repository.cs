namespace PlaceSufficiency.EndToEnd.Tests;

internal static class Repository
{
    internal static string Root { get; } = Find();

    /// <summary>A path in the repository.</summary>
    internal static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
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
