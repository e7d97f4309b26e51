using System.Text.Json;

namespace PlaceSufficiency.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task One_scenario_is_answered_with_its_tables_and_one_sentence()
    {
        Said said = await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "inmss-closed.yaml"), "--out", _tiny.Results);

        Assert.Equal(0, said.ExitCode);
        Assert.Contains(
            """
            Pupils with no suitable place, by phase and need (pupils)
            Phase      Need  2024/25  2025/26  2026/27
            secondary  SLCN        0        0        1
            All                    0        0        1

            """,
            said.Results,
            StringComparison.Ordinal);
        Assert.Contains("\nNot enough: in 2026/27 1 pupil has no suitable place", said.Results, StringComparison.Ordinal);
        Assert.DoesNotContain("Runs compared", said.Results, StringComparison.Ordinal);
        Assert.All(said.Results.Split('\n'), line => Assert.True(line.Length <= 100 || line.StartsWith("Audited", StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task A_folder_is_every_scenario_but_base_and_ends_in_a_comparison()
    {
        Said said = await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Assert.Equal(0, said.ExitCode);
        Assert.Equal(["annexe", "inmss-closed"], Directory.EnumerateDirectories(Path.Combine(_tiny.Results, "tiny")).Select(Path.GetFileName).Order());
        Assert.Contains(
            """
            Unplaced by run and year (pupils)
            Run           2025/26  2026/27
            annexe              0        0
            inmss-closed        0        1

            """,
            said.Results,
            StringComparison.Ordinal);
        Assert.Contains("against annexe", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_looking_ahead_is_a_run_of_its_own_and_its_difference_is_stated()
    {
        Said said = await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "inmss-closed.yaml"), "--out", _tiny.Results, "--without-looking-ahead");

        string folder = Path.Combine(_tiny.Results, "tiny", "inmss-closed");
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("What looking ahead is worth", said.Results, StringComparison.Ordinal);
        Assert.Equal("tier,unit,with,without,worth", File.ReadLines(Path.Combine(folder, "tables", "looking-ahead.csv")).First());
        using JsonDocument summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        Assert.Equal("unplaced", summary.RootElement.GetProperty("withoutLookingAhead").GetProperty("tiers")[0].GetProperty("tier").GetString());
        Assert.Contains("What looking ahead is worth", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramCall.Run("audit", Path.Combine(folder, "without-looking-ahead"))).ExitCode);
        Assert.Equal(0, (await ProgramCall.Run("audit", folder)).ExitCode);
    }

    [Fact]
    public async Task The_scenario_called_do_nothing_is_what_others_are_compared_with()
    {
        File.Copy(Path.Combine(_tiny.Folder, "inmss-closed.yaml"), Path.Combine(_tiny.Folder, "do-nothing.yaml"));

        Said said = await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Assert.Contains("against do-nothing", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_results_hold_the_page_the_summary_and_the_tables()
    {
        await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "annexe.yaml"), "--out", _tiny.Results);

        string folder = Path.Combine(_tiny.Results, "tiny", "annexe");
        JsonElement summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "summary.json"), TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("Tiny, with the annexe", summary.GetProperty("scenario").GetString());
        Assert.Equal(57_720m, summary.GetProperty("tiers").EnumerateArray().Last().GetProperty("value").GetDecimal());
        Assert.True(File.Exists(Path.Combine(folder, "report.html")));
        byte[] csv = await File.ReadAllBytesAsync(Path.Combine(folder, "tables", "balance.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("year,phase"u8.ToArray(), csv[..10]);
    }

    [Fact]
    public async Task One_thread_and_two_give_the_same_bytes()
    {
        Said one = await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results, "--threads", "1");
        Dictionary<string, string> first = Files();
        Said two = await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results, "--threads", "2");

        Assert.Equal(one.Results, two.Results);
        Assert.True(first.Count > 20);
        Assert.Equal(first, Files());
    }

    [Fact]
    public async Task Everything_wrong_in_all_files_is_said_at_once_and_nothing_is_written()
    {
        _tiny.Replace("tables/stock.csv", "SLCN", "SLCM");
        _tiny.Replace("annexe.yaml", "oak-annexe", "oak-anexe");

        Said said = await ProgramCall.Run("run", _tiny.Folder, Path.Combine(_tiny.Folder, "anexe.yaml"), "--out", _tiny.Results);

        Assert.Equal(2, said.ExitCode);
        Assert.Empty(said.Results);
        Assert.Contains("anexe.yaml\n  error    There is no such file or folder. Maybe 'annexe.yaml' was meant.", said.Trouble, StringComparison.Ordinal);
        Assert.Contains("tables/stock.csv\n  error    row ", said.Trouble, StringComparison.Ordinal);
        Assert.Contains("need 'SLCM'", said.Trouble, StringComparison.Ordinal);
        Assert.Equal(1, said.Trouble.Split("need 'SLCM'").Length - 1);
        Assert.Matches("\n[0-9]+ errors and [0-9]+ warnings? in 2 files.\n$", said.Trouble);
        Assert.False(Directory.Exists(_tiny.Results));
    }

    [Fact]
    public async Task Something_that_is_no_run_is_not_overwritten()
    {
        string mine = Path.Combine(_tiny.Results, "tiny", "annexe", "mine.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(mine)!);
        await File.WriteAllTextAsync(mine, "mine", TestContext.Current.CancellationToken);

        Said said = await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Assert.Equal(2, said.ExitCode);
        Assert.Equal([mine], Directory.EnumerateFiles(_tiny.Results, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_disk_that_refuses_is_no_fault_of_the_input()
    {
        await File.WriteAllTextAsync(_tiny.Results, "a file where a folder is wanted", TestContext.Current.CancellationToken);

        Said said = await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "annexe.yaml"), "--out", _tiny.Results);

        Assert.Equal(1, said.ExitCode);
        Assert.Contains("The disk refused: ", said.Trouble, StringComparison.Ordinal);
    }

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(_tiny.Results, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_tiny.Results, file), file => Convert.ToHexString(File.ReadAllBytes(file)));
}
