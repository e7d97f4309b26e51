using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>
/// The folder that holds everything a case is read from: the nearest folder at or above a scenario file with a <c>tables</c> folder,
/// else the file's own. Nothing outside it is read, not through <c>..</c> and not through symbolic links.
/// </summary>
internal sealed class CaseFolder
{
    /// <summary>Largest table that is read, in bytes.</summary>
    internal const long LargestTable = 20_000_000;

    /// <summary>Largest YAML file that is read, in bytes.</summary>
    internal const long LargestYaml = 1_000_000;

    private readonly string _root;
    private readonly SortedDictionary<string, InputFile> _inputs = new(StringComparer.Ordinal);

    private readonly Dictionary<string, InputFile>? _held;

    private CaseFolder(string root, IEnumerable<InputFile>? held = null, SharedTables? shared = null)
    {
        (_root, Shared) = (root, shared);
        _held = held?.ToDictionary(file => file.Path, StringComparer.Ordinal);
    }

    /// <summary>Every file read so far, by path.</summary>
    public IReadOnlyList<InputFile> Inputs => [.. _inputs.Values];

    /// <summary>Tables of other folders that are read together with this one; null where it is read alone.</summary>
    public SharedTables? Shared { get; }

    /// <summary>The case folder of a scenario file, and the file's path in it.</summary>
    public static (CaseFolder Folder, string Path) Around(string scenarioFile, SharedTables? shared = null)
    {
        string full = Path.GetFullPath(scenarioFile);
        string own = Path.GetDirectoryName(full)!;
        string root = own;
        for (string? folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "tables")))
            {
                root = folder;
                break;
            }
        }

        return (new CaseFolder(root, shared: shared), Path.GetRelativePath(root, full).Replace('\\', '/'));
    }

    /// <summary>A folder whose files are read under the same rules, a finished run for example.</summary>
    public static CaseFolder At(string folder, SharedTables? shared = null) => new(Path.GetFullPath(folder), shared: shared);

    /// <summary>A folder that is held in memory and stands on no disk, the case of an archived run for example.</summary>
    public static CaseFolder Of(IEnumerable<InputFile> files) => new(Path.GetFullPath("/case"), files);

    /// <summary>A path relative to a file of the case, as a path within the case folder; null when it leads outside.</summary>
    public string? Resolve(string fromFile, string relative)
    {
        if (Path.IsPathRooted(relative) || relative.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        string full = Path.GetFullPath(Path.Combine(_root, Path.GetDirectoryName(fromFile) ?? string.Empty, relative));
        string within = Path.GetRelativePath(_root, full).Replace('\\', '/');
        return within == ".." || within.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(within) || LeadsOutside(within) ? null : within;
    }

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string path) => _held?.ContainsKey(path) ?? File.Exists(Path.Combine(_root, path));

    /// <summary>Files with an ending in a folder of the case, as paths within the case folder.</summary>
    public IReadOnlyList<string> Files(string folder, string ending)
    {
        if (_held is not null)
        {
            return [.. _held.Keys.Where(path => (Path.GetDirectoryName(path) ?? string.Empty).Replace('\\', '/') == folder && path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        }

        string full = Path.Combine(_root, folder);
        return Directory.Exists(full)
            ? [.. Directory.EnumerateFiles(full).Select(file => Path.GetRelativePath(_root, file).Replace('\\', '/')).Where(file => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Reads a file that is not larger than <paramref name="largest"/> bytes; otherwise says why not and returns null.</summary>
    public InputFile? Read(string path, long largest, FindingList findings)
    {
        if (_inputs.TryGetValue(path, out InputFile? known))
        {
            return known;
        }

        if (_held is not null)
        {
            return Held(path, largest, findings);
        }

        if (LeadsOutside(path))
        {
            findings.Add(Finding.Error("outside-case-folder", "The file is a symbolic link that leads outside the case folder.", path));
            return null;
        }

        FileInfo file = new(Path.Combine(_root, path));
        if (file.Length > largest)
        {
            findings.Add(TooLarge(path, file.Length, largest));
            return null;
        }

        try
        {
            InputFile input = new(path, File.ReadAllBytes(file.FullName));
            _inputs.Add(path, input);
            return input;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Error("unreadable-file", $"The file cannot be read: {exception.Message}", path));
            return null;
        }
    }

    private InputFile? Held(string path, long largest, FindingList findings)
    {
        InputFile file = _held![path];
        if (file.Bytes.Length > largest)
        {
            findings.Add(TooLarge(path, file.Bytes.Length, largest));
            return null;
        }

        _inputs.Add(path, file);
        return file;
    }

    private static Finding TooLarge(string path, long length, long largest) => Finding.Error(
        "file-too-large",
        string.Create(CultureInfo.InvariantCulture, $"The file has {length / 1_000_000m:#,##0.0} MB; at most {largest / 1_000_000m:0} MB are read."),
        path,
        maybe: "another file was put in its place.");

    private bool LeadsOutside(string path)
    {
        if (_held is not null)
        {
            return false;
        }

        string place = RealPath(_root);
        string root = place;
        foreach (string part in path.Split('/'))
        {
            place = RealPath(Path.GetFullPath(Path.Combine(place, part)));
            string within = Path.GetRelativePath(root, place);
            if (within == ".." || within.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(within))
            {
                return true;
            }
        }

        return false;
    }

    private static string RealPath(string path)
    {
        FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return entry.LinkTarget is null ? entry.FullName : entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? entry.FullName;
    }
}
