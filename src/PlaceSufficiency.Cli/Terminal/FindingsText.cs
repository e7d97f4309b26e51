using System.Globalization;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Cli.Terminal;

/// <summary>Findings as lines: grouped by file, the files with errors first, within a file errors first and then by row.</summary>
internal static class FindingsText
{
    /// <summary>The lines, the last one the count; none when nothing was found.</summary>
    internal static IEnumerable<string> Of(IReadOnlyList<(string Folder, Finding Finding)> findings)
    {
        (string File, Finding Finding)[] once = [.. findings.Select(found => (File: FileOf(found.Folder, found.Finding), found.Finding)).Distinct()];
        foreach (var group in once.GroupBy(found => found.File).OrderByDescending(group => group.Max(found => found.Finding.Severity)).ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            yield return group.Key;
            foreach ((_, Finding finding) in group.OrderByDescending(found => found.Finding.Severity).ThenBy(found => found.Finding.Row ?? 0))
            {
                yield return $"  {(finding.Severity == Severity.Error ? "error  " : "warning")}  {Place(finding)}{finding.Message}{Maybe(finding)}";
            }

            yield return string.Empty;
        }

        if (once.Length > 0)
        {
            yield return Count([.. once.Select(found => found.Finding)], once.Select(found => found.File).Distinct().Count());
        }
    }

    private static string FileOf(string folder, Finding finding) => (folder, finding.File) switch
    {
        ("", null) => "the command line",
        ("", { } file) => file,
        (_, null) => folder,
        (_, { } file) => $"{folder}/{file}",
    };

    private static string Place(Finding finding)
    {
        string[] parts =
        [
            .. finding.Row is { } row ? [string.Create(CultureInfo.InvariantCulture, $"row {row}")] : Array.Empty<string>(),
            .. (finding.Key, finding.Value) switch
            {
                (null, null) => Array.Empty<string>(),
                (null, _) => [$"'{finding.Value}'"],
                (_, null) => [finding.Key],
                _ => [$"{finding.Key} '{finding.Value}'"],
            },
        ];
        return parts.Length == 0 ? string.Empty : $"{string.Join(", ", parts)}: ";
    }

    private static string Maybe(Finding finding) => finding.Maybe is null ? string.Empty : $" Maybe {finding.Maybe}";

    private static string Count(IReadOnlyCollection<Finding> findings, int files)
    {
        int errors = findings.Count(finding => finding.Severity == Severity.Error);
        return $"{Number(errors, "error")} and {Number(findings.Count - errors, "warning")} in {Number(files, "file")}.";
    }

    private static string Number(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
