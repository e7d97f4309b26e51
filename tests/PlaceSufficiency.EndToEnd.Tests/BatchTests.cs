using System.Diagnostics;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>Batches as a user runs them, and what may befall them.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly BatchCase _batch = new();

    public void Dispose() => _batch.Dispose();

    [Fact]
    public async Task One_process_and_two_leave_the_same_bytes_and_running_again_finds_everything()
    {
        Said one = await _batch.Run("one", "--threads", "1");
        Said two = await _batch.Run("two", "--threads", "2");
        Said again = await _batch.Run("two");

        Assert.Equal((0, 0, 0), (one.ExitCode, two.ExitCode, again.ExitCode));
        Assert.StartsWith($"Tiny batch: {BatchCase.Runs} runs made in ", two.Results, StringComparison.Ordinal);
        Assert.StartsWith("Tiny batch: 0 runs made in ", again.Results, StringComparison.Ordinal);
        Assert.Contains($"{BatchCase.Runs} found in the archive", again.Results, StringComparison.Ordinal);
        Assert.Equal(_batch.RunFiles("one"), _batch.RunFiles("two"));
        Assert.Equal(BatchCase.Runs, Directory.EnumerateDirectories(_batch.At("one", "runs")).Count());
    }

    /// <summary>The short form of tests/faults/killed-batch.sh.</summary>
    [Fact]
    public async Task Killed_again_and_again_the_same_command_comes_to_the_same_archive()
    {
        await _batch.Run("whole");
        Random moments = new(11);
        int killedAmidRuns = 0;
        for (int kill = 0; kill < 4; kill++)
        {
            using Process process = ProgramProcess.Start("run", _batch.BatchFile, "--archive", _batch.At("killed"));
            int wanted = Runs("killed") + 1 + moments.Next(4);
            while (!process.HasExited && Runs("killed") < wanted)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await Task.Delay(moments.Next(20), TestContext.Current.CancellationToken);
            ProgramProcess.EndNow(process);
            killedAmidRuns += Runs("killed") is > 0 and < BatchCase.Runs ? 1 : 0;
        }

        Said last = await _batch.Run("killed");
        Said verified = await ProgramProcess.Run("archive", "verify", "--archive", _batch.At("killed"));

        Assert.Equal(0, last.ExitCode);
        Assert.NotEqual(0, killedAmidRuns);
        Assert.Equal(_batch.RunFiles("whole"), _batch.RunFiles("killed"));
        Assert.Equal(0, verified.ExitCode);
        Assert.EndsWith($"{BatchCase.Runs} runs read: all are as they were written.\n", verified.Results, StringComparison.Ordinal);
    }

    /// <summary>In a terminal of 80 columns, which the program "script" of every Linux is for a while.</summary>
    [Fact]
    public async Task Progress_is_live_in_a_terminal_and_plain_lines_elsewhere()
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Skip("The program script, which plays a terminal, is not installed.");
        }

        string batch = await File.ReadAllTextAsync(_batch.BatchFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_batch.BatchFile, batch[..batch.IndexOf("grids:", StringComparison.Ordinal)], TestContext.Current.CancellationToken);
        Said plain = await _batch.Run("plain");
        string inTerminal = await InTerminal("run", _batch.BatchFile, "--archive", _batch.At("terminal"));

        Assert.DoesNotContain('\u001b', plain.Trouble);
        Assert.Contains("\n12 of 12 runs, ", plain.Trouble, StringComparison.Ordinal);
        Assert.Contains("\u001b[2A", inTerminal, StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9]* of 12 runs, [0-9.]+ a minute, [0-9]+ (s|min) left, 0 failed, widest", inTerminal.ReplaceLineEndings(" "));
        Assert.Contains("Tiny batch: 12 runs made in ", inTerminal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_crashes_the_solver_costs_only_itself()
    {
        Said said = await PoisonedRun("inmss-closed joiners.scale.2025=1.5 travel.ceiling.secondary=60, future 7/1");
        Said again = await _batch.Run("poisoned");

        Assert.Equal(3, said.ExitCode);
        Assert.Contains($"{BatchCase.Runs - 1} runs made", said.Results, StringComparison.Ordinal);
        Assert.Contains(" 1 failed.", said.Results, StringComparison.Ordinal);
        Assert.Contains("\ninmss-closed joiners.scale.2025=1.5 travel.ceiling.secondary=60, future 7/1: The solver ended its process with code 134.", said.Trouble, StringComparison.Ordinal);
        Assert.StartsWith("Tiny batch: 1 runs made in ", again.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_batches_at_once_share_an_archive()
    {
        await _batch.Run("alone");
        Said[] both = await Task.WhenAll(_batch.Run("shared"), _batch.Run("shared"));

        Assert.All(both, said => Assert.Equal(0, said.ExitCode));
        Assert.Equal(_batch.RunFiles("alone"), _batch.RunFiles("shared"));
    }

    [Fact]
    public async Task An_archive_that_loses_a_run_is_found_out_at_the_end()
    {
        using Process process = ProgramProcess.Start("run", _batch.BatchFile, "--archive", _batch.At("lossy"));
        Task<string> trouble = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        while (Runs("lossy") < 1)
        {
            Assert.False(process.HasExited, "The batch ended before it made a run.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Directory.Move(Directory.EnumerateDirectories(_batch.At("lossy", "runs")).First(), _batch.At("lost"));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        int left = Runs("lossy");
        Said again = await _batch.Run("lossy");

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("1 of the runs are not in the archive although they were put there", await trouble, StringComparison.Ordinal);
        Assert.Equal((BatchCase.Runs - 1, BatchCase.Runs, 0), (left, Runs("lossy"), again.ExitCode));
    }

    [Fact]
    public async Task A_plan_says_what_it_would_take_and_makes_nothing()
    {
        Said said = await _batch.Run("none", "--plan");

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("Settings (7): inmss.cap.2025+=0; ", said.Results, StringComparison.Ordinal);
        Assert.Contains($"{BatchCase.Runs} runs, 0 of them in the archive already.", said.Results, StringComparison.Ordinal);
        Assert.Contains("Estimate from one run, which was not kept: ", said.Results, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_batch.At("none")));
    }

    /// <summary>The case plans 2025/26 and 2026/27.</summary>
    [Fact]
    public async Task A_chance_is_of_a_planned_year_however_it_is_written()
    {
        await _batch.Run("chances");
        Said Of(string[] year) => ProgramProcess.Run(["chance", "Tiny batch", "--archive", _batch.At("chances"), .. year]).GetAwaiter().GetResult();
        Said last = Of([]);
        Said whole = Of(["--year", "2026/27"]);
        Said start = Of(["--year", "2026"]);
        Said other = Of(["--year", "2027"]);
        Said word = Of(["--year", "soon"]);

        Assert.Contains("2026/27", last.Results, StringComparison.Ordinal);
        Assert.Equal((last.Results, last.Results), (whole.Results, start.Results));
        Assert.Equal((2, 2), (other.ExitCode, word.ExitCode));
        Assert.Contains("--year '2027': The batch does not plan this year. Maybe one of 2025/26, 2026/27 was meant.", other.Trouble, StringComparison.Ordinal);
        Assert.Contains("--year 'soon'", word.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_counts_a_run_once_that_two_sweeps_want()
    {
        string text = await File.ReadAllTextAsync(_batch.BatchFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _batch.BatchFile, text.Replace("grids:", "  - { over: inmss.cap.2025+, values: [2, 3] }\ngrids:", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Said said = await _batch.Run("none", "--plan");

        // 28 and, for the one new setting, two scenarios in two futures.
        Assert.Contains("Settings (8): ", said.Results, StringComparison.Ordinal);
        Assert.Contains("32 runs, 0 of them in the archive already.", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_a_case_does_not_know_are_said_before_anything_is_run()
    {
        string text = await File.ReadAllTextAsync(_batch.BatchFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_batch.BatchFile, text.Replace("inmss.cap.2025+", "places.oak-specal.2025+", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Said said = await _batch.Run("none");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("Maybe 'oak-special' was meant.", said.Trouble, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_batch.At("none")));
    }

    private int Runs(string archive) => Directory.Exists(_batch.At(archive, "runs")) ? Directory.EnumerateDirectories(_batch.At(archive, "runs")).Count() : 0;

    private static async Task<string> InTerminal(params string[] arguments)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] command = [dotnet, "exec", Path.Combine(AppContext.BaseDirectory, "place-sufficiency.dll"), .. arguments];
        ProcessStartInfo start = new("/usr/bin/script", ["-qefc", $"stty cols 80 rows 24; {string.Join(' ', command.Select(word => $"'{word}'"))}", "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        start.Environment.Remove("CI");
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }

    private async Task<Said> PoisonedRun(string label)
    {
        using Process process = ProgramProcess.Start([new("PLACE_SUFFICIENCY_FAULT_ON", label)], "run", _batch.BatchFile, "--archive", _batch.At("poisoned"));
        Task<string> results = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> trouble = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Said(process.ExitCode, await results, await trouble);
    }
}
