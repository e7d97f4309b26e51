using System.Diagnostics;
using System.Globalization;

namespace PlaceSufficiency.Storage.Archive.Embedded;

/// <summary>
/// Writes new folders whole or not at all: aside in the archive's <c>staging/</c>, through to the disk, then renamed into place in one step. A folder that is
/// there already is never touched. What an ended process left in <c>staging/</c> is nobody's and may be deleted.
/// </summary>
internal sealed class StagedFolder(string archive)
{
    private const string Staging = "staging";

    private static int _number;

    /// <summary>Writes a folder.</summary>
    /// <param name="path">Where it is to stand.</param>
    /// <param name="fill">Writes its files into the folder that it is given.</param>
    /// <returns>Whether it was written; false when one was there, before or by now.</returns>
    /// <exception cref="IOException">The disk refuses; nothing stands at the path.</exception>
    public bool Write(string path, Action<string> fill)
    {
        if (Directory.Exists(path))
        {
            return false;
        }

        string aside = Path.Combine(archive, Staging, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Interlocked.Increment(ref _number)}-{Path.GetFileName(path)}"));
        try
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }

            Directory.CreateDirectory(aside);
            fill(aside);
            foreach (string file in Directory.EnumerateFiles(aside, "*", SearchOption.AllDirectories))
            {
                using FileStream stream = new(file, FileMode.Open, FileAccess.ReadWrite);
                stream.Flush(flushToDisk: true);
            }

            return Placed(aside, path);
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    /// <summary>What ended processes left, as paths.</summary>
    public IReadOnlyList<string> LeftBehind()
    {
        string staging = Path.Combine(archive, Staging);
        return Directory.Exists(staging)
            ? [.. Directory.EnumerateFileSystemEntries(staging).Where(entry => !IsOfLivingProcess(Path.GetFileName(entry))).Order(StringComparer.Ordinal)]
            : [];
    }

    private static bool Placed(string aside, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            Directory.Move(aside, path);
            return true;
        }
        catch (IOException) when (Directory.Exists(path))
        {
            return false;
        }
    }

    private static bool IsOfLivingProcess(string name)
    {
        if (!int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int id))
        {
            return false;
        }

        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
