using System.Diagnostics;
using System.Runtime.CompilerServices;
using PlaceSufficiency.Storage.Runs;

namespace PlaceSufficiency.Storage.Tests.Runs;

public sealed class KilledWriterTests : IDisposable
{
    private const string Variable = "PLACE_SUFFICIENCY_TEST_WRITES_RUNS_TO";
    private const int Kills = 8;

    private readonly DirectoryInfo _outer = Directory.CreateTempSubdirectory("place-sufficiency-");

    public void Dispose() => _outer.Delete(recursive: true);

    [Fact]
    public async Task A_killed_writer_leaves_a_whole_run_or_none()
    {
        string run = Path.Combine(_outer.FullName, "run");
        Random random = new(20210121);
        int interrupted = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            using Process writer = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
            {
                Arguments = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? typeof(KilledWriterTests).Assembly.Location : string.Empty,
                RedirectStandardOutput = true,
                Environment = { [Variable] = run },
            })!;
            Assert.Equal("writing", await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            await Task.Delay(random.Next(0, 120), TestContext.Current.CancellationToken);
            writer.Kill();
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);

            interrupted += Directory.EnumerateDirectories(_outer.FullName, ".run.*").Any() ? 1 : 0;
            if (Directory.Exists(run))
            {
                Assert.Empty(RunFolder.Read(run).Loaded.Findings);
            }
        }

        RunFolder.Write(run, TinyRun.Of(), []);
        Assert.Equal(["run"], Directory.EnumerateFileSystemEntries(_outer.FullName).Select(Path.GetFileName));
        Assert.InRange(interrupted, 1, Kills);
    }

    /// <summary>In the child process: writes the same run again and again until it is killed.</summary>
    [ModuleInitializer]
    internal static void WriteUntilKilled()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } path)
        {
            return;
        }

        FinishedRun run = TinyRun.Of();
        RunFile[] reports = [.. Enumerable.Range(0, 20).Select(number => TinyRun.Report($"tables/{number}.csv", new string('x', 100_000)))];
        Console.WriteLine("writing");
        while (true)
        {
            RunFolder.Write(path, run, reports);
        }
    }
}
