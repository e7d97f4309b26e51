using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Figures;

/// <summary>
/// Money by financial year to the penny. Planned years 2021/22 and 2022/23 touch 2021-22, 2022-23 and 2023-24: an academic year is
/// 7/12 in the first and 5/12 in the second.
/// </summary>
public class BudgetTests
{
    [Fact]
    public void An_academic_year_is_split_over_two_financial_years_at_the_prices_of_each()
    {
        // 3 pupils both years. 2021/22: 7/12 x 12,000 = 7,000 and 5/12 x 24,000 = 10,000; 2022/23: 7/12 x 24,000 = 14,000 and 5/12 x 36,000 = 15,000.
        var budget = Only(PriceItem.TopUp, [12_000, 24_000, 36_000], Case(), Stay(3, 3, 0, 2, at: SpecialSchool), Path(0, 3, SpecialSchool, SpecialSchool));

        Assert.Equal(
            [Amount(2021, BudgetLine.HighNeedsBlock, PriceItem.TopUp, 21_000), Amount(2022, BudgetLine.HighNeedsBlock, PriceItem.TopUp, 72_000), Amount(2023, BudgetLine.HighNeedsBlock, PriceItem.TopUp, 45_000)],
            budget);
    }

    [Fact]
    public void Each_part_is_rounded_to_whole_pence_for_each_pupil()
    {
        // 7/12 x 100.01 = 58.339... = 58.34; 5/12 x 100.01 = 41.670... = 41.67; three pupils: 175.02 and 125.01.
        var budget = Only(PriceItem.Fee, [100.01m, 100.01m], Case(1), Stay(3, 3, 0, 1, at: SpecialSchool), Path(0, 3, SpecialSchool));

        Assert.Equal([175.02m, 125.01m], budget.Select(amount => amount.Amount.Value));
    }

    [Fact]
    public void Transport_is_charged_by_pupil_and_by_kilometre_one_way()
    {
        // 2 pupils, 10 km. A pupil: 7/12 x 240 = 140 and 5/12 x 480 = 200. A kilometre at the same prices: ten times as much.
        var perPupil = Only(PriceItem.TransportPerPupil, [240, 480], Case(1), Stay(2, 3, 0, 1, at: Base), Path(0, 2, Base));
        var perKm = Only(PriceItem.TransportPerKm, [240, 480], Case(1), Stay(2, 3, 0, 1, at: Base), Path(0, 2, Base));

        Assert.Equal([280, 400], perPupil.Select(amount => amount.Amount.Value));
        Assert.Equal([2_800, 4_000], perKm.Select(amount => amount.Amount.Value));
        Assert.All(perPupil.Concat(perKm), amount => Assert.Equal((BudgetLine.Transport, ProvisionKind.ResourcedProvision), (amount.Line, amount.Kind)));
    }

    [Fact]
    public void Place_funding_pays_resident_places_whether_filled_or_not()
    {
        // 10 places less 4 imports: 6 x 7/12 x 1,200 = 4,200 and 6 x 5/12 x 1,200 = 3,000. The base of 10 places is funded too: 7,000 and 5,000.
        var importing = Case(1) with { Imports = new PlacesByYear([(SpecialSchool, BaseYear, 4)]) };

        var budget = Only(PriceItem.PlaceFunding, [1_200, 1_200], importing, Stay(2, 3, 0, 1, at: SpecialSchool), Path(0, 2, SpecialSchool));

        Assert.Equal(
            [
                Amount(2021, BudgetLine.HighNeedsBlock, PriceItem.PlaceFunding, 7_000) with { Kind = ProvisionKind.ResourcedProvision },
                Amount(2021, BudgetLine.HighNeedsBlock, PriceItem.PlaceFunding, 4_200),
                Amount(2022, BudgetLine.HighNeedsBlock, PriceItem.PlaceFunding, 5_000) with { Kind = ProvisionKind.ResourcedProvision },
                Amount(2022, BudgetLine.HighNeedsBlock, PriceItem.PlaceFunding, 3_000),
            ],
            budget);
    }

    [Fact]
    public void Priced_items_steer_and_are_spent_from_no_budget()
    {
        // A pupil called to a resourced place in a special school is one level above; the journey from the south is 10 minutes, 4 above 6.
        var strict = Case(1) with { Travel = Case().Travel with { Threshold = Minutes(6) } };
        var stay = Stay(1, 3, 0, 1, at: SpecialSchool, area: South);

        var above = Only(PriceItem.AboveLevel, [1_200, 1_200], strict, stay, Path(0, 1, SpecialSchool));
        var minutes = Only(PriceItem.TravelAboveThreshold, [12, 12], strict, stay, Path(0, 1, SpecialSchool));

        Assert.Equal([Amount(2021, BudgetLine.Priced, PriceItem.AboveLevel, 700), Amount(2022, BudgetLine.Priced, PriceItem.AboveLevel, 500)], above);
        Assert.Equal(
            [Amount(2021, BudgetLine.Priced, PriceItem.TravelAboveThreshold, 28), Amount(2022, BudgetLine.Priced, PriceItem.TravelAboveThreshold, 20)], minutes);
    }

    [Fact]
    public void Over_number_and_moves_are_priced_once_a_pupil()
    {
        // 12 stand on 10 places: 2 above them. One of them moves to the base: 1 above is left.
        var moving = Case(1) with { Moves = [new MoveRule(ProvisionKind.SpecialSchool, First)] };
        var stay = Stay(12, 3, 0, 1, at: SpecialSchool);

        var over = Only(PriceItem.OverNumber, [1_200, 1_200], moving, stay, Path(0, 11, SpecialSchool), Path(0, 1, Base));
        var moves = Only(PriceItem.Move, [1_200, 1_200], moving, stay, Path(0, 11, SpecialSchool), Path(0, 1, Base));

        Assert.Equal([Amount(2021, BudgetLine.Priced, PriceItem.OverNumber, 700), Amount(2022, BudgetLine.Priced, PriceItem.OverNumber, 500)], over);
        Assert.Equal([Amount(2021, BudgetLine.Priced, PriceItem.Move, 700), Amount(2022, BudgetLine.Priced, PriceItem.Move, 500)], moves);
    }

    [Fact]
    public void Capital_falls_in_the_financial_year_that_starts_in_the_April_of_its_step()
    {
        CapitalScheme scheme = new(
            new("wing"), "wing", SpecialSchool, Second, [new SchemeYear(-2, null, new(1)), new SchemeYear(-1, null, new(20)), new SchemeYear(0, 5, new(300)), new SchemeYear(2, null, new(4_000))]);
        var building = Case() with { Schemes = [scheme, scheme with { Id = new("candidate"), Opens = null }] };

        var capital = With(building).Audit().Figures.Budget.Where(amount => amount.Line == BudgetLine.Capital);

        // 2020-21 and 2024-25 are outside the horizon's financial years.
        Assert.Equal([Amount(2021, BudgetLine.Capital, null, 20), Amount(2022, BudgetLine.Capital, null, 300)], capital);
    }

    [Fact]
    public void The_base_year_costs_nothing() =>
        Assert.DoesNotContain(
            With(Case(), Stay(3, 3, 0, 0, at: SpecialSchool)).Audit().Figures.Budget, amount => amount.Item != PriceItem.PlaceFunding);

    [Fact]
    public void Per_pupil_amounts_are_the_cost_tier_to_the_penny()
    {
        // 7/12 of a third of a pound and its kin never come out even.
        var odd = Case().WithPrice(PriceItem.TopUp, 333.33m, 0.07m, 1_111.11m).WithPrice(PriceItem.TransportPerKm, 0.37m, 1.01m, 0.03m);

        var report = With(odd, Stay(7, 3, 1, 2), Stay(5, 4, 1, 1, area: South)).Audit(
            Path(0, 5, Base, Base), Path(0, 2, null, SpecialSchool), Path(1, 5, Base));

        var perPupil = report.Figures.Budget.Where(amount => amount.Item is not (null or PriceItem.PlaceFunding)).Sum(amount => amount.Amount.Pence);
        Assert.Empty(report.Findings);
        // A year's top-up: 194.44 + 0.03; 0.04 + 462.96. Transport over 10 km: 2.16 + 4.21; 5.89 + 0.13 (7/12 x 10.10 = 5.8916..., 5/12 x 0.30 = 0.125, half up).
        // Base: 5 x (194.47 + 6.37) + 5 x (463.00 + 6.02) + 5 x 194.47 from next door. Special school: 2 x 463.00.
        Assert.Equal(100_420 + 234_510 + 97_235 + 92_600, perPupil);
        Assert.Equal(perPupil, report.Tiers[^1].Value);
    }

    /// <summary>The budget of a world where nothing has a price but one item, which costs the pounds stated by financial year.</summary>
    private static IReadOnlyList<BudgetAmount> Only(PriceItem item, decimal[] pounds, PlanningCase planningCase, Stay stay, params PupilPath[] paths)
    {
        var report = With((planningCase with { Prices = new PriceList([]) }).WithPrice(item, pounds), stay).Audit(paths);
        Assert.Empty(report.Findings);
        return report.Figures.Budget;
    }

    private static BudgetAmount Amount(int year, BudgetLine line, PriceItem? item, decimal pounds) =>
        new(Domain.Time.FinancialYear.StartingIn(year), line, item, ProvisionKind.SpecialSchool, new Pounds(pounds));
}
