using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Scenarios.Returns;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Scenarios.Tests.Returns;

public class ReturnCountsTests
{
    private static readonly PlanningCase _case = TinyWorld.Case(plannedYears: 2);

    private static readonly ReturnLayout _layout = new(
        1, "Test", "test", "years",
        [new ReturnBand("primary", YearGroup.Of(0), YearGroup.Of(6), 1, "primary"), new ReturnBand("secondary", YearGroup.Of(7), YearGroup.Of(11), 2)],
        [new ReturnGroup("special", [ProvisionKind.SpecialSchool], LevelSet.Of(ProvisionLevel.Special)), new ReturnGroup("bases", [ProvisionKind.ResourcedProvision])]);

    [Fact]
    public void Pupils_are_counted_where_they_are_and_unplaced_ones_where_their_plan_calls_for()
    {
        PlanFigures figures = Figures(
            Fact(1, 4, TinyWorld.SpecialSchool, 8), Fact(1, 6, TinyWorld.Base, 3), Fact(1, 5, null, 2), Fact(1, 7, null, 1, ProvisionLevel.Mainstream),
            Fact(2, 4, TinyWorld.SpecialSchool, 9), Fact(2, 8, TinyWorld.SpecialSchool, 5), Fact(2, 13, TinyWorld.SpecialSchool, 4));

        ReturnCounts counts = ReturnCounts.Of(_layout, _case, figures, ReturnContext.Nothing);

        Assert.Equal(
            [("Tinyshire", 0, 0, 1, 10), ("Tinyshire", 0, 1, 1, 3), ("Tinyshire", 1, 0, 1, 0), ("Tinyshire", 1, 0, 2, 5), ("Tinyshire", 1, 1, 1, 0), ("Tinyshire", 1, 1, 2, 0)],
            counts.Counts.Select(count => (count.PlanningArea, count.Band, count.Group, count.Year.YearsSince(TinyWorld.BaseYear), count.Pupils)));

        // In the first year one unplaced pupil calls for mainstream; in the second nine are in primary, which asks for one year, and four are 17.
        Assert.Equal([1, 13], counts.Outside.OrderBy(year => year.Key).Select(year => year.Value));
    }

    [Fact]
    public void Planning_areas_split_what_the_authority_has_and_the_parts_add_up()
    {
        PlanFigures figures = Figures(Fact(1, 4, TinyWorld.SpecialSchool, 8), Fact(1, 4, TinyWorld.SpecialSchool, 5) with { Area = TinyWorld.South });
        ReturnContext context = ReturnContext.Nothing with { PlanningAreas = Areas("primary", (TinyWorld.North, "P1"), (TinyWorld.South, "P2")) };

        ReturnCounts counts = ReturnCounts.Of(_layout, _case, figures, context);

        Assert.Equal([("P1", 8), ("P2", 5)], counts.Counts.Where(count => count is { Band: 0, Group: 0 }).Select(count => (count.PlanningArea, count.Pupils)));
    }

    [Fact]
    public void A_non_maintained_school_counts_with_special_schools()
    {
        ProvisionId independent = new("yew");
        PlanningCase planningCase = _case with
        {
            Provisions = [.. _case.Provisions, _case.Provision(TinyWorld.SpecialSchool) with { Id = independent, Kind = ProvisionKind.Inmss }],
        };
        PlanFigures figures = Figures(Fact(1, 4, independent, 6));

        Assert.Equal(0, First(ReturnCounts.Of(_layout, planningCase, figures, ReturnContext.Nothing)));
        Assert.Equal(6, First(ReturnCounts.Of(_layout, planningCase, figures, ReturnContext.Nothing with { NonMaintained = [independent] })));
    }

    [Fact]
    public void Years_that_the_run_does_not_plan_areas_and_schools_that_are_not_there_are_all_found_at_once()
    {
        ReturnLayout layout = _layout with { Bands = [.. _layout.Bands.Select(band => band with { Years = 5 })] };
        ReturnContext context = new([new ProvisionId("yew")], Areas("primary", (TinyWorld.North, "P1")));

        FindingsException exception = Assert.Throws<FindingsException>(() => ReturnCounts.Of(layout, _case, Figures(), context));

        Assert.Equal(["horizon-too-short", "horizon-too-short", "unknown-provision", "unknown-area"], exception.Findings.Select(finding => finding.Code));
        Assert.Contains("2025/26", exception.Findings[0].Maybe, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_that_counts_anybody_twice_is_refused()
    {
        ReturnLayout layout = _layout with
        {
            Across = "year",
            Bands = [.. _layout.Bands, new ReturnBand("again", YearGroup.Of(11), YearGroup.Of(10), 0)],
            Groups = [.. _layout.Groups, new ReturnGroup("again", [ProvisionKind.SpecialSchool], LevelSet.Of(ProvisionLevel.Special))],
        };

        Assert.Equal(
            ["unknown-value", "until-before-from", "negative-number", "counted-twice", "counted-twice", "counted-twice"],
            layout.Check().Select(finding => finding.Code));
        Assert.Empty(_layout.Check());
    }

    private static int First(ReturnCounts counts) => counts.Counts[0].Pupils;

    private static ImmutableSortedDictionary<string, ImmutableSortedDictionary<PlanningAreaId, string>> Areas(string column, params (PlanningAreaId Area, string Code)[] codes) =>
        ReturnContext.Nothing.PlanningAreas.Add(column, codes.ToImmutableSortedDictionary(code => code.Area, code => code.Code));

    private static PlacementFact Fact(int year, int yearGroup, ProvisionId? provision, int pupils, ProvisionLevel level = ProvisionLevel.Special) => new(
        TinyWorld.BaseYear.PlusYears(year), 0, TinyWorld.North, YearGroup.Of(yearGroup), PrimaryNeed.ASD, Sex.Male, level, provision, false, null, pupils, null);

    private static PlanFigures Figures(params PlacementFact[] facts) => new(
        facts, [], [], [],
        [
            .. _case.Horizon.AllYears.Select(year => new YearFigures(
                year, facts.Where(fact => fact.Year == year).Sum(fact => fact.Pupils), 0, 0, 0, 0, 0, 0, 0, Pounds.Zero, 0, 0, default, default, 0, 0)),
        ]);
}
