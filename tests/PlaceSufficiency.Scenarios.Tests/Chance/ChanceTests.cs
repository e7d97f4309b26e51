using PlaceSufficiency.Scenarios.Chance;

namespace PlaceSufficiency.Scenarios.Tests.Chance;

public sealed class ChanceTests
{
    /// <summary>Twenty futures: ten without, five with 1, three with 4, one with 6 and one with 10.</summary>
    [Fact]
    public void A_chance_is_counted_over_all_futures()
    {
        ShortfallTally<string> tally = new();
        foreach (int shortfall in (ReadOnlySpan<int>)[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 4, 4, 4, 6, 10])
        {
            // A future in which the group does not occur says nothing of it, which is no shortfall.
            tally.Add(shortfall == 0 ? [] : [("semh", shortfall)]);
        }

        ShortfallChance chance = tally.Chances()["semh"];

        Assert.Equal((20, 0.5, 33 / 20.0), (chance.Futures, chance.Probability, chance.Expected));
        Assert.Equal((4, 4, 6), (chance.Places80, chance.Places90, chance.Places95));
        Assert.Equal((0.2993, 0.7007), (Math.Round(chance.ProbabilityFrom, 4), Math.Round(chance.ProbabilityTo, 4)));
    }

    /// <summary>Two groups that are each short in half of the futures, never together: their sum is short in all. Shares of parts do not add up.</summary>
    [Fact]
    public void The_whole_is_counted_future_by_future()
    {
        ShortfallTally<string> tally = new();
        tally.Add([("a", 2), ("b", 0), ("both", 2)]);
        tally.Add([("a", 0), ("b", 2), ("both", 2)]);

        var chances = tally.Chances();

        Assert.Equal((0.5, 0.5, 1.0), (chances["a"].Probability, chances["b"].Probability, chances["both"].Probability));
    }

    [Fact]
    public void Certain_and_impossible_are_what_they_are()
    {
        ShortfallTally<string> tally = new();
        tally.Add([("always", 3), ("never", 0)]);

        Assert.Equal(new ShortfallChance(1, 1, 3, 3, 3, 3), tally.Chances()["always"]);
        Assert.Equal(new ShortfallChance(1, 0, 0, 0, 0, 0), tally.Chances()["never"]);
    }

    [Fact]
    public void A_fan_is_by_nearest_rank()
    {
        CostFan fan = CostFan.Of(Enumerable.Range(1, 100).Reverse().Select(pounds => (decimal)pounds));

        Assert.Equal(new CostFan(50.50m, 5, 25, 50, 75, 95), fan);
        Assert.Equal(new CostFan(7, 7, 7, 7, 7, 7), CostFan.Of([7]));
    }
}
