using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace PlaceSufficiency.Reporting.Xlsx;

/// <summary>
/// Copies a workbook so that the same content has the same bytes: entries bear one day, in the order of their names, and the random ids of
/// relationships become numbers. On the way each sheet is set up for print on A4 with the notice at its head.
/// </summary>
internal static partial class SameBytes
{
    private const string FirstEntry = "[Content_Types].xml";

    /// <summary>The earliest day that the archive format knows.</summary>
    private static readonly DateTimeOffset _oneDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies the workbook.</summary>
    /// <param name="from">A workbook, to be read from where it stands.</param>
    /// <param name="to">Where to; is left open.</param>
    /// <param name="notice">What stands at the head of every printed page; empty for nothing.</param>
    internal static void Copy(Stream from, Stream to, string notice)
    {
        using ZipArchive read = new(from, ZipArchiveMode.Read, leaveOpen: true);
        using ZipArchive written = new(to, ZipArchiveMode.Create, leaveOpen: true);
        Dictionary<string, string> numbers = [];
        foreach (ZipArchiveEntry entry in read.Entries.OrderBy(entry => entry.FullName != FirstEntry).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            using StreamReader reader = new(entry.Open(), Encoding.UTF8);
            string text = RandomId().Replace(reader.ReadToEnd(), id => Numbered(id.Value, numbers));
            ZipArchiveEntry copy = written.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = _oneDay;
            using Stream stream = copy.Open();
            stream.Write(Encoding.UTF8.GetBytes(IsSheet(entry) ? ForPrint(text, notice) : text));
        }
    }

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal);

    private static string Numbered(string id, Dictionary<string, string> numbers)
    {
        if (!numbers.TryGetValue(id, out string? number))
        {
            number = $"sheet{numbers.Count + 1}";
            numbers.Add(id, number);
        }

        return number;
    }

    private static string ForPrint(string sheet, string notice)
    {
        const string Start = "<x:dimension ", End = "<x:drawing ";
        int start = sheet.IndexOf(Start, StringComparison.Ordinal);
        int end = sheet.LastIndexOf(End, StringComparison.Ordinal);
        string header = notice.Length == 0 ? string.Empty : $"<x:oddHeader>&amp;C{SecurityElement.Escape(notice.Replace("&", "&&", StringComparison.Ordinal))}</x:oddHeader>";
        return string.Concat(
            sheet.AsSpan(0, start),
            "<x:sheetPr><x:pageSetUpPr fitToPage=\"1\" /></x:sheetPr>",
            sheet.AsSpan(start, end - start),
            $"<x:pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\" /><x:headerFooter>{header}<x:oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</x:oddFooter></x:headerFooter>")
            + sheet[end..];
    }

    [GeneratedRegex("(?<=id=\"|Id=\")R[0-9a-f]{32}(?=\")")]
    private static partial Regex RandomId();
}
