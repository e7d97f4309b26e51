using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Scenarios.Answer;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.FiguresBuilder;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Answer;

/// <summary>Planned years 2021/22 to 2023/24; need groups SEMH and complex needs (everything else).</summary>
public class SufficiencyAnswerTests
{
    private const int Primary = 5;
    private const int Secondary = 8;

    [Fact]
    public void Enough_tells_the_most_pupils_in_inmss_and_when() => Assert.Equal(
        "Enough: every pupil has a suitable place in every year to 2023/24; at most 41 are in independent or non-maintained special schools (2022/23).",
        Sentence([], Line(TinyWorld.BaseYear, unplaced: 7, inmss: 99), Line(Year1, inmss: 40), Line(Year2, inmss: 41), Line(Year3, inmss: 41)));

    [Fact]
    public void Enough_by_going_over_number_says_so() => Assert.Equal(
        "Enough: every pupil has a suitable place in every year to 2023/24; nobody is in an independent or non-maintained special school, and at most 1 is above places (2022/23).",
        Sentence([], Line(Year1), Line(Year2, overNumber: 1), Line(Year3)));

    [Fact]
    public void Not_enough_and_worst_at_the_end() => Assert.Equal(
        "Not enough: from 2022/23 some pupils have no suitable place; by 2023/24 it is 1,212 pupils, most in secondary complex needs (1,140) and secondary SEMH (41), "
        + "and 96 more are in independent or non-maintained special schools.",
        Sentence(
            [
                Fact(Year2, 5, Primary), Fact(Year3, 1000, Secondary), Fact(Year3, 140, Secondary, PrimaryNeed.PD), Fact(Year3, 41, Secondary, PrimaryNeed.SEMH),
                Fact(Year3, 31, Primary), Fact(Year3, 5000, Primary, minutes: 5),
            ],
            Line(Year1), Line(Year2, unplaced: 5), Line(Year3, unplaced: 1212, inmss: 96)));

    [Fact]
    public void Not_enough_and_worst_before_the_end() => Assert.Equal(
        "Not enough: from 2021/22 some pupils have no suitable place; at worst it is 9 pupils (2022/23), in primary SEMH (6) and post-16 complex needs (3); "
        + "by 2023/24 it is 1 pupil, and 1 more is in an independent or non-maintained special school.",
        Sentence(
            [Fact(Year2, 3, 12), Fact(Year2, 6, Primary, PrimaryNeed.SEMH)],
            Line(Year1, unplaced: 2), Line(Year2, unplaced: 9, inmss: 5), Line(Year3, unplaced: 1, inmss: 1)));

    [Fact]
    public void Not_enough_now_and_then() => Assert.Equal(
        "Not enough: in 2 of 3 years, first in 2021/22, some pupils have no suitable place; by 2023/24 it is 4 pupils, all in early years complex needs, "
        + "and nobody is in an independent or non-maintained special school.",
        Sentence([Fact(Year3, 4, -2)], Line(Year1, unplaced: 4), Line(Year2), Line(Year3, unplaced: 4)));

    [Fact]
    public void Not_enough_for_some_years_only() => Assert.Equal(
        "Not enough: in 2 of 3 years, first in 2021/22, some pupils have no suitable place; at worst it is 5 pupils (2021/22), all in primary complex needs; "
        + "by 2023/24 every pupil has one, and 8 are in independent or non-maintained special schools.",
        Sentence([Fact(Year1, 5)], Line(Year1, unplaced: 5), Line(Year2, unplaced: 4), Line(Year3, inmss: 8)));

    [Fact]
    public void Not_enough_in_the_last_year_only() => Assert.Equal(
        "Not enough: in 2023/24 1 pupil has no suitable place, in primary complex needs, and 8 more are in independent or non-maintained special schools.",
        Sentence([Fact(Year3, 1)], Line(Year1), Line(Year2), Line(Year3, unplaced: 1, inmss: 8)));

    [Fact]
    public void Not_enough_in_one_earlier_year_only() => Assert.Equal(
        "Not enough: in 2022/23 2 pupils have no suitable place, all in primary complex needs; by 2023/24 every pupil has one, "
        + "and nobody is in an independent or non-maintained special school.",
        Sentence([Fact(Year2, 2)], Line(Year1), Line(Year2, unplaced: 2), Line(Year3)));

    [Fact]
    public void Groups_that_are_no_majority_are_not_called_most_and_ties_go_to_the_younger() => Assert.Equal(
        "Not enough: in 2023/24 8 pupils have no suitable place, above all in early years SEMH (2) and primary SEMH (2), and nobody is in an independent or non-maintained special school.",
        Sentence(
            [
                Fact(Year3, 2, 12, PrimaryNeed.SEMH), Fact(Year3, 2, Secondary, PrimaryNeed.SEMH), Fact(Year3, 2, Primary, PrimaryNeed.SEMH), Fact(Year3, 2, -2, PrimaryNeed.SEMH),
            ],
            Line(Year1), Line(Year2), Line(Year3, unplaced: 8)));

    private static string Sentence(PlacementFact[] placements, params YearFigures[] years)
    {
        PlanningCase planningCase = Case() with
        {
            NeedGroups =
            [
                new NeedGroup("SEMH", NeedSet.Of(PrimaryNeed.SEMH)),
                new NeedGroup("complex needs", NeedSet.Of(NeedSet.All.Where(need => need != PrimaryNeed.SEMH))),
            ],
        };
        return SufficiencyAnswer.Sentence(planningCase, None with { Placements = placements, Years = years });
    }
}
