using PlaceSufficiency.Scenarios.Chance;

namespace PlaceSufficiency.Scenarios.Tests.Chance;

/// <summary>
/// Three plans and three futures, unplaced pupil-years: school 0, 0, 30; bases 8, 8, 8; nothing 20, 5, 40. Regrets: school 0, 0, 22; bases 8, 8, 0; nothing 20, 5, 32.
/// </summary>
public sealed class RobustChoiceTests
{
    private static readonly PlanOutcome[] _outcomes =
    [
        new("school", 0, 0, 900), new("school", 1, 0, 900), new("school", 2, 30, 900),
        new("bases", 0, 8, 500), new("bases", 1, 8, 600), new("bases", 2, 8, 700),
        new("nothing", 0, 20, 100), new("nothing", 1, 5, 100), new("nothing", 2, 40, 100),
    ];

    [Fact]
    public void The_best_in_the_mean_is_the_sample_average_of_fewest_unplaced()
    {
        RobustChoice choice = RobustChoice.Of(_outcomes, fresh: 0);

        Assert.Equal(["bases", "school", "nothing"], choice.Sample.Select(plan => plan.Plan));
        Assert.Equal([8, 10, 65 / 3.0], choice.Sample.Select(plan => plan.ExpectedUnplaced));
        Assert.Equal([600m, 900m, 100m], choice.Sample.Select(plan => plan.ExpectedPounds));
        Assert.Equal("bases", choice.Minimax);
        Assert.Equal([8, 22, 32], choice.Sample.Select(plan => plan.WorstRegret));
        Assert.Equal([16 / 3.0, 22 / 3.0, 19], choice.Sample.Select(plan => plan.ExpectedRegret));
        Assert.Equal(8 / 3.0, choice.PerfectInformation);
        Assert.Empty(choice.Fresh);
    }

    /// <summary>On the first two futures the school is best and nobody regrets it; the fresh third one shows what that choice rests on.</summary>
    [Fact]
    public void A_choice_is_checked_on_futures_that_it_was_not_made_on()
    {
        RobustChoice choice = RobustChoice.Of(_outcomes, fresh: 1);

        Assert.Equal("school", choice.Sample[0].Plan);
        Assert.Equal(("school", 30.0), (choice.Fresh[0].Plan, choice.Fresh[0].ExpectedUnplaced));
        Assert.Equal(8, choice.Fresh.Min(plan => plan.ExpectedUnplaced));
        Assert.Equal((8, 0), choice.Lead);
    }

    /// <summary>
    /// Pounds are compared among plans that leave as few unplaced: in future 1 nothing leaves 5 and bases 8, so bases regrets 500 of its 600 pounds.
    /// </summary>
    [Fact]
    public void Regret_in_pounds_is_against_plans_that_leave_no_more_unplaced()
    {
        RobustChoice choice = RobustChoice.Of(_outcomes, fresh: 0);

        Assert.Equal([("bases", 500m), ("school", 200m), ("nothing", 0m)], choice.Sample.Select(plan => (plan.Plan, plan.WorstRegretPounds)));
        Assert.Equal([("bases", 1 / 3.0), ("school", 2 / 3.0), ("nothing", 0.0)], choice.Sample.Select(plan => (plan.Plan, plan.BestIn)));
    }

    [Fact]
    public void A_plan_that_lacks_a_future_cannot_be_compared() => Assert.Throws<ArgumentException>(() => RobustChoice.Of(_outcomes[..^1], fresh: 0));
}
