using System.IO.Compression;
using System.Text.RegularExpressions;

namespace PlaceSufficiency.Cli.Tests;

public sealed partial class ReportWorkbookTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    private string Report => _tiny.Beside("report");

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task A_working_workbook_says_so_on_every_page_and_has_the_same_bytes_for_the_same_date()
    {
        Said said = await Make("--date", "2026-03-31");
        byte[] first = await File.ReadAllBytesAsync(Path.Combine(Report, "report.xlsx"), TestContext.Current.CancellationToken);
        string[] sheets = Sheets();
        await Make("--date", "2026-03-31");

        Assert.Equal(0, said.ExitCode);
        Assert.Matches("^Written: .*/report.xlsx \\([0-9.]+ MB, 2 runs\\)\n$", said.Results);
        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(Report, "report.xlsx"), TestContext.Current.CancellationToken));
        Assert.All(sheets, sheet => Assert.Contains("Working copy: not for publication", sheet, StringComparison.Ordinal));

        // Run, year, phase, need, cause, one pupil: the girl with SLCN of whom the case's README tells.
        Assert.Contains(sheets, sheet => Unplaced().IsMatch(sheet));
    }

    [Fact]
    public async Task A_workbook_for_publication_shows_none_of_five_pupils()
    {
        Said said = await Make("--publish");
        string[] sheets = Sheets();

        Assert.Equal(0, said.ExitCode);
        Assert.Matches("Withheld: [0-9]+ figures below 5, and [0-9]+ more so that those cannot be worked out.\n$", said.Results);
        Assert.All(sheets, sheet => Assert.Contains("For publication", sheet, StringComparison.Ordinal));
        Assert.DoesNotContain(sheets, sheet => Unplaced().IsMatch(sheet));
        Assert.Contains(sheets, sheet => sheet.Contains("<x:v>c</x:v>", StringComparison.Ordinal));
        Assert.DoesNotContain(sheets, sheet => sheet.Contains("stock/", StringComparison.Ordinal) || sheet.Contains("area/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--xlsx", "--publish", "--threshold", "1")]
    public async Task What_cannot_be_published_is_refused(params string[] options)
    {
        Said said = await ProgramCall.Run(["report", "x", .. options]);

        Assert.Equal(2, said.ExitCode);
        Assert.EndsWith("Try 'place-sufficiency --help'.\n", said.Trouble, StringComparison.Ordinal);
    }

    private async Task<Said> Make(params string[] options)
    {
        if (!Directory.Exists(_tiny.Results))
        {
            await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);
        }

        return await ProgramCall.Run(["report", Path.Combine(_tiny.Results, "tiny"), "--xlsx", "--out", Report, .. options]);
    }

    private string[] Sheets()
    {
        using ZipArchive book = ZipFile.OpenRead(Path.Combine(Report, "report.xlsx"));
        return [.. book.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).Select(Text)];
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using StreamReader reader = new(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex("inmss-closed</x:v></x:c><x:c [^>]*><x:v>2026/27</x:v></x:c><x:c [^>]*><x:v>secondary</x:v></x:c><x:c [^>]*><x:v>SLCN</x:v></x:c>(<x:c [^>]*><x:v>[a-z ]+</x:v></x:c>)?<x:c [^>]*><x:v>1</x:v>")]
    private static partial Regex Unplaced();
}
