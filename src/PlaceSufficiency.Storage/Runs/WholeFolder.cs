using System.Diagnostics;
using System.Globalization;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>
/// Writes a folder whole or not at all. Files go into a hidden sibling, reach the disk, and the sibling is renamed into place; a folder that
/// is already there is renamed aside first and deleted last. Whenever the process ends, the final path holds the old folder, the new one or
/// nothing; what an ended process left behind is put right by the next write.
/// </summary>
internal sealed class WholeFolder
{
    private const string PartialMark = ".partial-";
    private const string AsideMark = ".aside-";

    private readonly string _path;
    private readonly string _parent;
    private readonly string _name;

    /// <summary>Makes a writer for a folder; nothing is written yet.</summary>
    /// <exception cref="ArgumentException">The path has no name, such as "/".</exception>
    public WholeFolder(string path)
    {
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        _name = Path.GetFileName(_path);
        _parent = Path.GetDirectoryName(_path) ?? throw new ArgumentException($"'{path}' cannot be written as a folder.", nameof(path));
    }

    private string Partial => Beside(PartialMark);

    private string Aside => Beside(AsideMark);

    /// <summary>Writes the folder.</summary>
    /// <param name="files">Files by path within the folder, in the order in which they are written.</param>
    /// <exception cref="IOException">The disk refuses; the final path is as it was.</exception>
    public void Write(IEnumerable<RunFile> files)
    {
        Directory.CreateDirectory(_parent);
        PutRight();
        try
        {
            foreach (RunFile file in files)
            {
                Write(file);
            }

            Place();
        }
        finally
        {
            DeleteIfThere(Partial);
        }
    }

    private void Write(RunFile file)
    {
        string path = Path.Combine(Partial, file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream stream = new(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(stream);
        stream.Flush(flushToDisk: true);
    }

    private void Place()
    {
        bool replaces = Directory.Exists(_path);
        if (replaces)
        {
            Directory.Move(_path, Aside);
        }

        try
        {
            Directory.Move(Partial, _path);
        }
        catch (IOException) when (replaces && !Directory.Exists(_path))
        {
            Directory.Move(Aside, _path);
            throw;
        }

        DeleteIfThere(Aside);
    }

    /// <summary>Puts right what earlier writes of this folder left when their process ended: a folder set aside comes back, parts go.</summary>
    private void PutRight()
    {
        foreach (string aside in LeftBehind(AsideMark))
        {
            if (Directory.Exists(_path))
            {
                DeleteIfThere(aside);
            }
            else
            {
                Directory.Move(aside, _path);
            }
        }

        foreach (string partial in LeftBehind(PartialMark))
        {
            DeleteIfThere(partial);
        }
    }

    private string[] LeftBehind(string mark) =>
    [
        .. Directory.EnumerateDirectories(_parent, $".{_name}{mark}*", new EnumerationOptions { AttributesToSkip = FileAttributes.None })
            .Where(folder => int.TryParse(folder[(folder.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture, out int id) && !IsOtherProcess(id)),
    ];

    private static bool IsOtherProcess(int id)
    {
        if (id == Environment.ProcessId)
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

    private string Beside(string mark) => Path.Combine(_parent, string.Create(CultureInfo.InvariantCulture, $".{_name}{mark}{Environment.ProcessId}"));

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
