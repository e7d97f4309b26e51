using System.Diagnostics;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>A run that is ended without a say leaves a whole folder or none.</summary>
public sealed class KilledRunTests : IDisposable
{
    private readonly TempFolder _results = new();

    public void Dispose() => _results.Dispose();

    [Fact]
    public async Task Killed_while_placing_pupils_it_leaves_no_folder()
    {
        string scenario = Path.Combine(SouthamptonRun.Case, "do-nothing.yaml");
        using Process process = ProgramProcess.Start("run", scenario, "--out", _results.Path);
        try
        {
            await UntilItSays(process, "do-nothing: placing");
        }
        finally
        {
            ProgramProcess.EndNow(process);
        }

        Said compare = await ProgramProcess.Run("compare", scenario, scenario, "--out", _results.Path);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_results.Path));
        Assert.Equal(2, compare.ExitCode);
        Assert.Contains("Maybe run it first", compare.Trouble, StringComparison.Ordinal);
    }

    /// <summary>Killed as soon as anything is on the disk, many times: each time at another point of the writing.</summary>
    [Fact]
    public async Task Killed_while_writing_it_leaves_a_whole_folder_or_none()
    {
        string tiny = Repository.At("scenarios", "tiny");
        for (int delay = 0; delay < 6; delay++)
        {
            await KillWhileWriting(tiny, TimeSpan.FromMilliseconds(delay * 5));
            foreach (string scenario in (string[])["annexe", "inmss-closed"])
            {
                string folder = _results.At("tiny", scenario);
                Said audit = await ProgramProcess.Run("audit", folder);
                Assert.Equal(Directory.Exists(folder) ? 0 : 2, audit.ExitCode);
            }
        }

        Said whole = await ProgramProcess.Run("run", tiny, "--out", _results.Path);

        Assert.Equal(0, whole.ExitCode);
        Assert.Equal(["annexe", "inmss-closed"], Directory.EnumerateFileSystemEntries(_results.At("tiny")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>The manifest is written last and names the others: a folder in which one of them is missing is no run. Reports are not needed to audit.</summary>
    [Theory]
    [InlineData("manifest.json")]
    [InlineData("placements.csv")]
    [InlineData("inputs/tables/prices.csv")]
    public async Task A_half_written_folder_is_not_taken_for_a_run(string missing)
    {
        string scenario = Repository.At("scenarios", "tiny", "annexe.yaml");
        Assert.Equal(0, (await ProgramProcess.Run("run", scenario, "--out", _results.Path)).ExitCode);
        File.Delete(_results.At("tiny", "annexe", missing));

        Said audit = await ProgramProcess.Run("audit", _results.At("tiny", "annexe"));
        Said compare = await ProgramProcess.Run("compare", scenario, scenario, "--out", _results.Path);

        Assert.Equal(2, audit.ExitCode);
        Assert.Empty(audit.Results);
        Assert.Equal(2, compare.ExitCode);
        Assert.Empty(compare.Results);
    }

    private async Task KillWhileWriting(string tiny, TimeSpan delay)
    {
        if (Directory.Exists(_results.At("tiny")))
        {
            Directory.Delete(_results.At("tiny"), recursive: true);
        }

        using Process process = ProgramProcess.Start("run", tiny, "--out", _results.Path);
        try
        {
            while (!process.HasExited && !Directory.Exists(_results.At("tiny")))
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            await Task.Delay(delay, TestContext.Current.CancellationToken);
        }
        finally
        {
            ProgramProcess.EndNow(process);
        }

        Assert.True(Directory.Exists(_results.At("tiny")), "nothing was written");
    }

    private static async Task UntilItSays(Process process, string words)
    {
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(line is not null, $"The program ended without saying '{words}'.");
        }
        while (!line.StartsWith(words, StringComparison.Ordinal));
    }
}
