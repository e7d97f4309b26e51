using System.Diagnostics;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Postgres;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>Runs a batch file into an archive, or says what it would take.</summary>
internal static class BatchRun
{
    private const int SetsOfSettingsShown = 12;
    private const int LinesOfTrouble = 3;

    /// <summary>Makes every run of a batch file that the archive does not have.</summary>
    /// <param name="screen">Where to write.</param>
    /// <param name="file">The batch file.</param>
    /// <param name="location">The archive.</param>
    /// <param name="work">How it is done.</param>
    /// <param name="cancellation">Stops it; what is in the archive stays.</param>
    internal static async Task<int> Of(Screen screen, string file, string location, BatchWork work, CancellationToken cancellation)
    {
        BatchPlan plan = BatchPlan.Read(file);
        screen.Findings(plan.Findings, asResult: false);
        using IRunArchive archive = ArchiveLocation.Open(location, create: true);
        plan.AddCases(archive);
        return await Complete(screen, archive, location, plan.Record, work, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes every run of a batch that the archive does not have; its cases are there.</summary>
    internal static async Task<int> Complete(Screen screen, IRunArchive archive, string location, BatchRecord batch, BatchWork work, CancellationToken cancellation)
    {
        archive.AddBatch(batch);
        IReadOnlySet<string> existing = archive.Existing(batch.Runs.Select(run => run.Identity.Id));
        RunRequest[] wanted = [.. batch.Runs.Where(run => !existing.Contains(run.Identity.Id)).DistinctBy(run => run.Identity.Id)];
        screen.Aside($"{batch.Name}: {batch.Runs.Length:#,##0} runs, {existing.Count:#,##0} of them in the archive already.");

        Stopwatch elapsed = Stopwatch.StartNew();
        BatchProgress progress = new(screen, wanted.Length);
        RunRequest[] lost;
        try
        {
            await progress.While(() => new SolverPool(location, work).Solve(wanted, progress.Done, cancellation)).ConfigureAwait(false);
            lost = Lost(archive, batch, progress);
        }
        catch (Exception exception) when (exception is IOException || PostgresArchive.IsAway(exception))
        {
            screen.Aside($"The archive cannot be written: {exception.Message}");
            screen.Aside($"{progress.Made:#,##0} runs were made and stay; the same command goes on from there.");
            return ExitCode.Unexpected;
        }

        screen.Line($"{batch.Name}: {progress.Made:#,##0} runs made in {BatchProgress.Duration(elapsed.Elapsed)}, {existing.Count + progress.Found:#,##0} found in the archive, {progress.Failures.Count:#,##0} failed.");
        screen.Unbroken($"Archive: {archive.Where}");
        int trouble = Trouble(screen, progress);
        if (lost.Length == 0)
        {
            return trouble;
        }

        screen.Aside($"{lost.Length:#,##0} of the runs are not in the archive although they were put there, first {lost[0].Label}: it has lost them. The same command makes them again.");
        return ExitCode.Unexpected;
    }

    /// <summary>What the batch wants and the archive does not have, failures apart. The archive is asked: what was said while runs were made proves nothing.</summary>
    private static RunRequest[] Lost(IRunArchive archive, BatchRecord batch, BatchProgress progress)
    {
        HashSet<string> known = [.. archive.Existing(batch.Runs.Select(run => run.Identity.Id)), .. progress.Failures.Select(failure => failure.Request.Identity.Id)];
        return [.. batch.Runs.Where(run => !known.Contains(run.Identity.Id)).DistinctBy(run => run.Identity.Id)];
    }

    /// <summary>Says what the batch consists of and, from one run that is made for it and not kept, what it would take.</summary>
    internal static async Task<int> Plan(Screen screen, string file, string location, int processes, CancellationToken cancellation)
    {
        BatchPlan plan = BatchPlan.Read(file);
        screen.Findings(plan.Findings, asResult: false);
        ShowMatrix(screen, plan);
        IReadOnlySet<string> existing = Existing(plan, location);
        RunRequest[] wanted = [.. plan.Record.Runs.Where(run => !existing.Contains(run.Identity.Id))];
        screen.Line($"{plan.Matrix.Count:#,##0} runs, {existing.Count:#,##0} of them in the archive already.");
        if (wanted.Length > 0)
        {
            await ShowEstimate(screen, plan, wanted, processes, cancellation).ConfigureAwait(false);
        }

        return ExitCode.Answered;
    }

    private static IReadOnlySet<string> Existing(BatchPlan plan, string location)
    {
        try
        {
            using IRunArchive archive = ArchiveLocation.Open(location, create: false);
            return archive.Existing(plan.Record.Runs.Select(run => run.Identity.Id));
        }
        catch (FindingsException exception) when (exception.Findings[0].Code == "no-archive")
        {
            return new HashSet<string>();
        }
    }

    private static void ShowMatrix(Screen screen, BatchPlan plan)
    {
        screen.Heading(plan.Record.Name);
        screen.Line($"Scenarios ({plan.Loaded.Scenarios.Count}): {string.Join(", ", plan.Loaded.Scenarios.Select(path => Path.GetFileNameWithoutExtension(path)))}");
        string[] points = [.. plan.Matrix.Points.Where(point => !point.IsEmpty).Select(point => string.Join(' ', point))];
        string more = points.Length > SetsOfSettingsShown ? $" and {points.Length - SetsOfSettingsShown} more" : string.Empty;
        screen.Line(points.Length == 0 ? "Settings: as each scenario stands" : $"Settings ({points.Length}): {string.Join("; ", points.Take(SetsOfSettingsShown))}{more}");
        screen.Line(plan.Loaded.Batch.Paths is { } paths ? $"Futures of demand: {paths.Count:#,##0}, seed {paths.Seed}" : "Futures of demand: the central forecast");
        screen.Line($"Kept of each run: {plan.Loaded.Batch.Keep.ToString().ToLowerInvariant()}");
    }

    private static async Task ShowEstimate(Screen screen, BatchPlan plan, RunRequest[] wanted, int processes, CancellationToken cancellation)
    {
        string folder = Directory.CreateTempSubdirectory("place-sufficiency-trial-").FullName;
        try
        {
            using IRunArchive trial = ArchiveLocation.Open(folder, create: true);
            plan.AddCases(trial);
            using SolverProcess process = new(folder, null);
            if (wanted.Length > 1)
            {
                // Starts the process and reads the case, which all runs after it share.
                await process.Solve(wanted[0], cancellation).ConfigureAwait(false);
            }

            Stopwatch elapsed = Stopwatch.StartNew();
            SolveOutcome outcome = await process.Solve(wanted[^1], cancellation).ConfigureAwait(false);
            TimeSpan each = elapsed.Elapsed;
            if (outcome.Result != SolveResult.Added)
            {
                screen.Line($"No estimate: the run of the trial, {wanted[^1].Label}, was not made. {outcome.Words}");
                return;
            }

            long bytes = Directory.EnumerateFiles(Path.Combine(folder, "runs", outcome.Id)).Sum(path => new FileInfo(path).Length);
            TimeSpan all = each * wanted.Length / Math.Min(processes, wanted.Length);
            screen.Line($"Estimate from one run, which was not kept: {each.TotalSeconds:0.0} s and {bytes / 1000.0:0} kB each; {wanted.Length:#,##0} runs take about {BatchProgress.Duration(all)} in {processes} processes and {bytes * wanted.Length / 1e6:#,##0.0} MB.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Trouble(Screen screen, BatchProgress progress)
    {
        foreach ((RunRequest request, SolveOutcome outcome) in progress.Failures)
        {
            screen.Aside($"{request.Label}: {string.Join(' ', outcome.Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(LinesOfTrouble))}");
        }

        return progress.Failures.Count == 0 ? ExitCode.Answered : ExitCode.NoSolution;
    }
}
