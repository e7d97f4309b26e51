using FsCheck.Xunit;
using PlaceSufficiency.Allocation.Audit;

namespace PlaceSufficiency.Allocation.Tests.Audit.Properties;

/// <summary>Where the two halves of this project meet: what the solver plans and proves, the audit finds sound. Worlds are drawn from one seed.</summary>
[Properties(Replay = "14072026,1")]
public class SolvedPlanProperties
{
    /// <summary>At this seed GLOP meets a held cost of 6,000 pounds by a thousandth of a penny too little, and calls its optimum ABNORMAL.</summary>
    [Fact]
    public void An_optimum_that_misses_a_held_cost_by_rounding_is_taken() =>
        A_solved_plan_passes_its_audit_and_is_no_worse_than_a_greedy_one(-557806);

    [Property(MaxTest = 500, StartSize = 1_000, EndSize = 1_000_000)]
    public void A_solved_plan_passes_its_audit_and_is_no_worse_than_a_greedy_one(int seed)
    {
        var world = RandomWorld.Of(seed);
        var plan = Planned.By(world.Case, world.Demand);

        var report = PlanAudit.Check(world.Case, world.Demand, plan);

        Assert.Empty(report.Findings);
        var greedy = world.Audit(GreedyPlan.Of(world.Case, world.Demand, seed)).Tiers;
        var better = report.Tiers.Zip(greedy).FirstOrDefault(pair => pair.First.Value != pair.Second.Value);
        Assert.True(better.First is null || better.First.Value < better.Second.Value, $"{better.First} is worse than {better.Second}");
    }
}
