using PlaceSufficiency.Allocation;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Postgres;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>What became of a run.</summary>
public enum SolveResult
{
    /// <summary>It was made and is in the archive.</summary>
    Added,

    /// <summary>It was in the archive already.</summary>
    Found,

    /// <summary>It came to nothing, and would again: no plan, or a plan that failed its audit.</summary>
    Failed,

    /// <summary>The process that made it ended without a word.</summary>
    Crashed,

    /// <summary>The archive could not be reached or written: a full disk, a server that stays away. Nothing is wrong with the run.</summary>
    ArchiveAway,
}

/// <summary>What became of a run, and how.</summary>
/// <param name="Id">The run.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Gap">Its widest gap, 0 to 1; 0 when it failed.</param>
/// <param name="Words">Why it failed; empty otherwise.</param>
public sealed record SolveOutcome(string Id, SolveResult Result, double Gap, string Words = "");

/// <summary>Makes one run after another and puts them into an archive. Cases are read once each, and what runs share is made once.</summary>
internal sealed class RunSolver(IRunArchive archive)
{
    private const int MostPrepared = 64;

    /// <summary>Share of each tier that may be left unproven of one of many futures: their spread is many times as wide, and a closer proof takes several times as long.</summary>
    private const double GapOfFutures = 0.005;

    private readonly Dictionary<(string Fingerprint, string File), LoadedCase> _cases = [];
    private readonly Dictionary<string, PreparedScenario> _prepared = [];

    /// <summary>Makes a run, unless the archive has it.</summary>
    /// <param name="request">The run.</param>
    /// <param name="limit">Longest time; null for as long as it needs.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    internal SolveOutcome Solve(RunRequest request, TimeSpan? limit, CancellationToken cancellation)
    {
        try
        {
            return Try(request, limit, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || PostgresArchive.IsAway(exception))
        {
            return new SolveOutcome(request.Identity.Id, SolveResult.ArchiveAway, 0, exception.Message);
        }
    }

    private SolveOutcome Try(RunRequest request, TimeSpan? limit, CancellationToken cancellation)
    {
        RunIdentity identity = request.Identity;
        if (archive.Find(identity.Id) is { } known)
        {
            return new SolveOutcome(identity.Id, SolveResult.Found, known.WorstGap);
        }

        if (identity.Version != BuildIdentity.Text)
        {
            return new SolveOutcome(identity.Id, SolveResult.Failed, 0, $"The run is for version {identity.Version}; this is {BuildIdentity.Text}.");
        }

        try
        {
            return new TimeLimit(limit).Within(within => Make(request, within), cancellation);
        }
        catch (FindingsException exception) when (!PostgresArchive.IsAway(exception))
        {
            return new SolveOutcome(identity.Id, SolveResult.Failed, 0, exception.Message);
        }
        catch (NoSolutionException exception)
        {
            return new SolveOutcome(identity.Id, SolveResult.Failed, 0, exception.Message);
        }
    }

    private SolveOutcome Make(RunRequest request, CancellationToken cancellation)
    {
        RunIdentity identity = request.Identity;
        PreparedScenario scenario = Prepared(identity);
        PlanningCase planningCase = scenario.Case;
        DemandPath demand = scenario.Demand(identity.Future);
        PlacementPlan plan = Allocator.Allocate(planningCase, demand, gap: identity.Future is null ? 0 : GapOfFutures, cancellation: cancellation);
        PlanAuditReport audit = PlanAudit.Check(planningCase, demand, plan);
        if (!audit.Passed)
        {
            return new SolveOutcome(identity.Id, SolveResult.Failed, 0, $"The plan failed its audit: {audit.Findings[0]}");
        }

        ArchivedRun run = RunOfPlan.Of(request, new AuditedPlan(planningCase.WithOpenings(plan.Openings), demand, plan, audit));
        return new SolveOutcome(identity.Id, archive.Add(run) ? SolveResult.Added : SolveResult.Found, run.Manifest.WorstGap);
    }

    private PreparedScenario Prepared(RunIdentity identity)
    {
        string key = $"{identity.CaseFingerprint} {identity.File} {string.Join(' ', identity.Settings)}";
        if (!_prepared.TryGetValue(key, out PreparedScenario? prepared))
        {
            if (_prepared.Count >= MostPrepared)
            {
                _prepared.Clear();
            }

            prepared = new PreparedScenario(CaseOf(identity));
            _prepared.Add(key, prepared);
        }

        return prepared;
    }

    private PlanningCase CaseOf(RunIdentity identity)
    {
        (string, string) key = (identity.CaseFingerprint, identity.File);
        if (!_cases.TryGetValue(key, out LoadedCase? loaded))
        {
            CaseContent content = archive.FindCase(identity.CaseFingerprint)
                ?? throw new FindingsException([Finding.Error("missing-case", "The archive does not hold the files of this case.", value: identity.CaseFingerprint)]);
            loaded = CaseReader.Read(content.Files, identity.File);
            _cases.Add(key, loaded);
        }

        return identity.Settings.IsEmpty ? loaded.Case : SweepTarget.Apply(loaded.BaseCase, loaded.Scenario, identity.Settings);
    }
}
