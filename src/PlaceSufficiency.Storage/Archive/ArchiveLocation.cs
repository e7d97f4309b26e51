using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Archive.Embedded;
using PlaceSufficiency.Storage.Archive.Postgres;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>Opens archives by what a command line says: a folder, or a PostgreSQL database as <see cref="PostgresLocation"/> writes it.</summary>
public static class ArchiveLocation
{
    /// <summary>Opens an archive.</summary>
    /// <param name="text">A folder or a database.</param>
    /// <param name="create">Whether to make a folder where there is none; a database is made by its owner.</param>
    /// <exception cref="FindingsException">It cannot be opened.</exception>
    public static IRunArchive Open(string text, bool create) => PostgresLocation.IsOne(text)
        ? PostgresArchive.Open(PostgresLocation.ConnectionString(text, Environment.GetEnvironmentVariable))
        : FolderArchive.Open(text, create);

    /// <summary>Makes an archive, or brings it forward to this program.</summary>
    /// <exception cref="FindingsException">It cannot be made.</exception>
    public static void Migrate(string text)
    {
        if (PostgresLocation.IsOne(text))
        {
            PostgresArchive.Migrate(PostgresLocation.ConnectionString(text, Environment.GetEnvironmentVariable));
        }
        else
        {
            FolderArchive.Open(text, create: true).Dispose();
        }
    }
}
