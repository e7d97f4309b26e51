using PlaceSufficiency.Allocation;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>One scenario that was read and forecast: allocate, then audit.</summary>
public static class ScenarioRun
{
    /// <summary>Runs the scenario. Every plan is audited; one that breaks a rule is never a result.</summary>
    /// <param name="read">The scenario.</param>
    /// <param name="ask">What is asked of it.</param>
    /// <param name="progress">Is told where it stands.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RunOutcome Of(ReadCase read, RunAsk ask, RunProgress progress, CancellationToken cancellation)
    {
        try
        {
            return new TimeLimit(ask.Limit).Within(within => Run(read, ask, progress, within), cancellation);
        }
        catch (NoSolutionException exception)
        {
            return new Unsolved(read, exception.Message);
        }
    }

    private static RunOutcome Run(ReadCase read, RunAsk ask, RunProgress progress, CancellationToken cancellation)
    {
        PlanningCase planningCase = read.Loaded.Case;
        progress.Say(read, "preparing");
        PlacementPlan plan = Allocator.Allocate(planningCase, read.Demand, progress.Of(read), cancellation: cancellation);
        progress.Say(read, "auditing");
        PlanAuditReport audit = PlanAudit.Check(planningCase, read.Demand, plan);
        cancellation.ThrowIfCancellationRequested();
        if (!audit.Passed)
        {
            progress.Say(read, "failed its audit");
            return new FailedAudit(read, audit.Findings);
        }

        AuditedRun run = new(read, plan, RunReport.Of(read.Path.Name, read.Loaded, audit, ToolVersion.Text, plan));
        run = ask.WithoutLookingAhead ? ForesightRun.Of(run, progress, cancellation) : run;
        progress.Say(read, "done");
        return run;
    }
}
