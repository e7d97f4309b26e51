using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Archive.Embedded;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>Opens archives by what a command line says: a folder.</summary>
public static class ArchiveLocation
{
    /// <summary>Opens an archive.</summary>
    /// <param name="text">A folder.</param>
    /// <param name="create">Whether to make one where there is none.</param>
    /// <exception cref="FindingsException">It cannot be opened.</exception>
    public static IRunArchive Open(string text, bool create) => FolderArchive.Open(text, create);
}
