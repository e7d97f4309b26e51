using System.Collections.Immutable;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.Comparison;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Comparison;

public class CaseDifferenceTests
{
    private static readonly ProvisionId School = TinyWorld.SpecialSchool;

    public static TheoryData<ScenarioChange, CasePart> EveryChange => new()
    {
        { new AddPlaces(School, 2, Year1), CasePart.Places },
        { new SetPlaces(School, 2, Year1), CasePart.Places },
        { new SetImports(School, 2, Year1), CasePart.Places },
        { new OpenScheme(Extension, Year1), CasePart.Schemes },
        { new OpenProvision(School, Year1), CasePart.Provision },
        { new CloseProvision(School, Year1), CasePart.Provision },
        { new ChangeDesignation(School, YearTo: YearGroup.Of(11)), CasePart.Provision },
        { new NoNewPlacements(Year1, ProvisionKind.SpecialSchool), CasePart.Provision },
        { new ScaleJoiners(2, Year1), CasePart.Demand },
        { new ShiftLevel(ProvisionLevel.Special, ProvisionLevel.Resourced, 0.1m, Year1), CasePart.Demand },
        { new SetTotals(Stated: ((int[])[1, 2, 3]).Index().ToImmutableSortedDictionary(total => Year1.PlusYears(total.Index), total => total.Item)), CasePart.Demand },
        { new CapInmss(2, Year1), CasePart.Limits },
        { new SetObjective([ObjectiveTier.Unplaced, ObjectiveTier.Moves, ObjectiveTier.Cost]), CasePart.Limits },
        { new WeighUnplaced(ProvisionLevel.Special, 3), CasePart.Limits },
        { new Tolerate(ObjectiveTier.Unplaced, 0.01m, 2), CasePart.Limits },
        { new LimitInmssSpend(new Pounds(5), Year1), CasePart.Limits },
        { new LimitHighNeeds(Financial(2021), new Pounds(5)), CasePart.Limits },
        { new RequireClassGroup(School, 4), CasePart.Limits },
        { new EvenOutMainstream(TimesMean: 1.5m), CasePart.Limits },
        { new TreatLimit(LimitKind.ClassGroup, LimitMode.Priced, new Pounds(5)), CasePart.Limits },
        { new ChangePrice(PriceItem.TopUp, "special-school", Financial(2021), Factor: 2), CasePart.Prices },
        { new AllowMoves(ProvisionKind.SpecialSchool, Year1), CasePart.Limits },
        { new SetTravelCeiling(Phase.Primary, 30), CasePart.Travel },
    };

    [Theory, MemberData(nameof(EveryChange))]
    public void Every_change_shows_in_its_part_and_in_no_other(ScenarioChange change, CasePart part)
    {
        IReadOnlyList<CaseDifference> differences = CaseDifference.Between(Case(), After(change));

        Assert.Equal([part], differences.Select(difference => difference.Part).Distinct());
    }

    [Fact]
    public void A_case_does_not_differ_from_itself_by_name_or_question() =>
        Assert.Empty(CaseDifference.Between(Case(), Case() with { Name = "other", Question = "why?" }));

    [Fact]
    public void Years_in_a_row_with_the_same_values_are_one_line() => Assert.Equal(
        ["places/hilltop-special/2021/22: 10 -> 9", "places/hilltop-special/2022/23 to 2023/24: 10 -> 12"],
        Lines(Case(), After(new SetPlaces(School, 9, Year1, Year1), After(new AddPlaces(School, 2, Year2)))));

    [Fact]
    public void Prices_of_years_in_a_row_are_one_line() => Assert.Equal(
        ["price/top-up/special-school/2021-22 to 2024-25: £12,000.00 -> £24,000.00"],
        Lines(Case(), After(new ChangePrice(PriceItem.TopUp, "special-school", Financial(2021), Factor: 2))));

    [Fact]
    public void Years_apart_stay_apart()
    {
        KeyChange first = new("limits/inmss-pupils/2021/22", "1", "2");
        KeyChange third = new("limits/inmss-pupils/2023/24", "1", "2");

        Assert.Equal([first, third], YearRuns.Joined([first, third]));
    }

    [Fact]
    public void A_scheme_that_opens_is_one_line() =>
        Assert.Equal(["scheme/hilltop-extension/opens: not opened -> 2022/23"], Lines(Case(), After(new OpenScheme(Extension, Year2))));

    [Fact]
    public void A_scheme_that_only_one_case_knows_shows_whole() => Assert.Equal(
        [
            "scheme/hilltop-extension/opens: not opened -> none",
            "scheme/hilltop-extension/provision: hilltop-special -> none",
            "scheme/hilltop-extension/places: 4 in year 0, 6 in year 1 -> none",
            "scheme/hilltop-extension/capital: £100,000.00 in year -1, £50,000.00 in year 0 -> none",
        ],
        Lines(Case(), Case() with { Schemes = [Case().Schemes[1]] }));

    [Fact]
    public void Demand_assumptions_are_told_in_words() => Assert.Equal(
        [
            "joiner-scalings: none -> times 2 for SEMH in 7 to 11 from 2022/23",
            "level-shifts: none -> 10% of special to resourced for PD in primary, girls, from 2021/22",
        ],
        Lines(Case(), After(
            new ScaleJoiners(2, Year2, NeedSet.Of(PrimaryNeed.SEMH), YearGroup.Of(7), YearGroup.Of(11)),
            After(new ShiftLevel(ProvisionLevel.Special, ProvisionLevel.Resourced, 0.1m, Year1, NeedSet.Of(PrimaryNeed.PD), [Phase.Primary], SexAdmitted.Girls)))));

    [Fact]
    public void A_stock_that_differs_only_in_its_spread_still_differs()
    {
        string[] lines = Lines(Case().WithPupils(3, 5), Case().WithPupils(3, 6));

        Assert.StartsWith("stock/joint-table: ", Assert.Single(lines), StringComparison.Ordinal);
        Assert.Contains("stock/ASD: 3 -> 4", Lines(Case().WithPupils(3, 5), Case().WithPupils(4, 5)));
    }

    private static string[] Lines(PlanningCase first, PlanningCase second) => [.. CaseDifference.Between(first, second).Select(difference => difference.ToString())];
}
