using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Changes;

public class SchemeTests
{
    private static readonly SchemeId Wing = new("a-wing");
    private static readonly PlanningCase World = After(new LimitCapital(new Pounds(5)))
        .WithSchemes(TinyWorld.Case(3).Candidate("a-wing", TinyWorld.SpecialSchool, 4) with { Candidate = null });

    [Fact]
    public void A_considered_scheme_is_a_candidate_of_all_planned_years_unless_a_window_is_stated()
    {
        CapitalScheme whole = SchemeIn(After(new ConsiderSchemes([Wing]), World));
        CapitalScheme narrow = SchemeIn(After(new ConsiderSchemes([Wing], Year2, Year2), World));

        Assert.Equal(SchemeStatus.Candidate, whole.Status);
        Assert.Equal(new OpeningWindow(Year1, World.Horizon.LastYear), whole.Candidate);
        Assert.Equal(new OpeningWindow(Year2, Year2), narrow.Candidate);
        Assert.Equal(["scheme/a-wing/opens: not opened -> candidate, 2022/23 to 2022/23"], Logged(new ConsiderSchemes([Wing], Year2, Year2), World));
    }

    [Fact]
    public void Opening_or_dropping_it_takes_it_from_the_plan()
    {
        PlanningCase considered = After(new ConsiderSchemes([Wing]), World);

        Assert.Equal(SchemeStatus.Committed, SchemeIn(After(new OpenScheme(Wing, Year2), considered)).Status);
        Assert.Equal(SchemeStatus.NotConsidered, SchemeIn(After(new DropScheme(Wing), considered)).Status);
    }

    [Fact]
    public void What_cannot_be_considered_is_said() => Assert.Equal(
        ["unknown-scheme scheme 'nowhere'", "latest-before-earliest latest '2021/22'"], Found(new ConsiderSchemes([new("nowhere")], Year2, Year1)));

    [Fact]
    public void A_group_is_made_or_replaced()
    {
        PlanningCase grouped = After(new LimitSchemes("new", [Wing], AtMost: 1), World);

        Assert.Equal([new SchemeGroup("new", 0, 1)], grouped.SchemeGroups);
        Assert.Equal(["new"], SchemeIn(grouped).Groups);
        Assert.Equal(["scheme-group/new: 0 to 1 of a-wing -> 1 to all of a-wing"], Logged(new LimitSchemes("new", [Wing], AtLeast: 1), grouped));
    }

    [Fact]
    public void More_than_a_group_has_cannot_be_asked_for() => Assert.Equal(["group-size at-least '2'"], Found(new LimitSchemes("new", [Wing], AtLeast: 2), World));

    [Fact]
    public void Capital_is_limited_by_year_or_in_all()
    {
        FinancialYear year = FinancialYear.StartingIn(2022);

        PlanningCase limited = After(new LimitCapital(new Pounds(7), year), World);
        Assert.Equal(new Pounds(5), limited.Limits.CapitalTotal);
        Assert.Equal(new Pounds(7), limited.Limits.Capital[year]);
        Assert.Equal(["limits/capital/2022-23: no limit -> £7.00"], Logged(new LimitCapital(new Pounds(7), year), World));
        Assert.Equal(["limits/capital/total: £5.00 -> £6.00"], Logged(new LimitCapital(new Pounds(6)), World));
    }

    private static CapitalScheme SchemeIn(PlanningCase planningCase) => planningCase.Schemes.Single(scheme => scheme.Id == Wing);
}
