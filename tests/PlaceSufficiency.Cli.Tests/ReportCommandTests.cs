namespace PlaceSufficiency.Cli.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    private string Report => _tiny.Beside("report");

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task A_folder_of_runs_becomes_one_page_of_the_same_bytes_for_the_same_date()
    {
        await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Said said = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), "--html", "--out", Report, "--date", "2026-03-31");
        string page = await File.ReadAllTextAsync(Path.Combine(Report, "report.html"), TestContext.Current.CancellationToken);
        await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), "--html", "--out", Report, "--date", "2026-03-31");

        Assert.Equal(0, said.ExitCode);
        Assert.Matches("^Written: .*/report.html \\([0-9.]+ MB, 2 runs\\)\n$", said.Results);
        Assert.Contains("31 March 2026", page, StringComparison.Ordinal);
        Assert.Contains("annexe, the baseline", page, StringComparison.Ordinal);
        Assert.Equal(page, await File.ReadAllTextAsync(Path.Combine(Report, "report.html"), TestContext.Current.CancellationToken));
        Assert.Equal(["report.html"], Directory.EnumerateFileSystemEntries(Report).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_is_published_has_no_map_no_areas_and_no_small_count()
    {
        await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Said said = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), "--html", "--publish", "--out", Report, "--date", "2026-03-31");
        string page = await File.ReadAllTextAsync(Path.Combine(Report, "report.html"), TestContext.Current.CancellationToken);

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("Withheld: ", said.Results, StringComparison.Ordinal);
        Assert.Contains("For publication: counts of pupils below 5 are withheld", page, StringComparison.Ordinal);
        Assert.Contains("<td>c</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("application/json", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"working-copy\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Futures_that_are_asked_for_are_drawn_and_shown_beside_the_plan()
    {
        await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "annexe.yaml"), "--out", _tiny.Results);

        Said said = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), "--html", "--out", Report, "--paths", "20", "--seed", "3");
        string page = await File.ReadAllTextAsync(Path.Combine(Report, "report.html"), TestContext.Current.CancellationToken);

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("20 futures of this case, drawn from seed 3", page, StringComparison.Ordinal);
        Assert.Contains("data-form=\"fan\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_is_not_in_the_archive_is_bad_input()
    {
        await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "annexe.yaml"), "--out", _tiny.Results);

        Said said = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), "--html", "--out", Report, "--batch", "none", "--archive", _tiny.Beside("archive"));

        Assert.Equal(2, said.ExitCode);
        Assert.False(Directory.Exists(Report));
    }

    [Fact]
    public async Task Doing_nothing_is_the_baseline_where_several_runs_are_named_so_as_well()
    {
        File.Copy(Path.Combine(_tiny.Folder, "annexe.yaml"), Path.Combine(_tiny.Folder, "do-nothing.yaml"));
        await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "annexe.yaml"), Path.Combine(_tiny.Folder, "do-nothing.yaml"), "--out", _tiny.Results);
        await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "do-nothing.yaml"), "--out", _tiny.Beside("last-year"));

        Said said = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), Path.Combine(_tiny.Beside("last-year"), "tiny"), "--html", "--out", Report);

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("do-nothing (Tiny), the baseline", await File.ReadAllTextAsync(Path.Combine(Report, "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_baseline_can_be_named_and_must_exist()
    {
        await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Said said = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), "--html", "--out", Report, "--baseline", "inmss-closed");
        Said wrong = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), "--html", "--out", Report, "--baseline", "anexe");

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("inmss-closed, the baseline", await File.ReadAllTextAsync(Path.Combine(Report, "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("'annexe'", wrong.Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report", "x")]
    [InlineData("report", "x", "--html", "--date", "31/03/2026")]
    [InlineData("report", "x", "--html", "--paths", "0")]
    [InlineData("report", "x", "--html", "--publish", "--paths", "10")]
    [InlineData("report", "x", "--html", "--publish", "--batch", "y")]
    public async Task What_to_make_and_when_must_be_understood(params string[] arguments)
    {
        Said said = await ProgramCall.Run(arguments);

        Assert.Equal(2, said.ExitCode);
        Assert.EndsWith("Try 'place-sufficiency --help'.\n", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_bad_input_and_nothing_is_written()
    {
        Said said = await ProgramCall.Run("report", Path.Combine(_tiny.Results, "tiny"), Path.Combine(_tiny.Folder, "annexe.yaml"), "--results", _tiny.Results, "--html", "--out", Report);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("Maybe run it first", said.Trouble, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Report));
    }
}
