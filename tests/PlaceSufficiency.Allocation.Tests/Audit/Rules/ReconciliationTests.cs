using PlaceSufficiency.Allocation.Audit.Checks;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Rules;

/// <summary>One pupil at the special school, next to home, for one planned year: 12,000 pounds of top-up. Each figure is then changed.</summary>
public class ReconciliationTests
{
    private static readonly (PlanningCase Case, DemandPath Demand) _world = With(Case(1), Stay(1, 3, 0, 1, at: SpecialSchool));

    private static readonly AuditedPlan _audited = new(_world.Case, _world.Demand, new PlacementPlan([Path(0, 1, SpecialSchool)], []));

    private static readonly PlanFigures _figures = _world.Audit(Path(0, 1, SpecialSchool)).Figures;

    private static readonly TierValues _values = new(LimitPupils: 0, LimitSpend: 0, Unplaced: 0, OverNumber: 0, InmssPupils: 0, Moves: 0, ExcessTravel: 0, InmssSpend: 0, Cost: 1_200_000);

    [Fact]
    public void Figures_as_derived_agree() => Assert.Empty(ReconciliationCheck.Of(_audited, _figures, _values));

    [Fact]
    public void Stock_joiners_and_leavers_make_the_next_stock() =>
        Only("stock-not-conserved", _figures with { Years = [_figures.Years[0], _figures.Years[1] with { Joiners = 1 }] }, _values);

    [Fact]
    public void Placed_and_unplaced_make_the_stock() =>
        Only("placed-and-unplaced-differ-from-stock", _figures with { Years = [_figures.Years[0], _figures.Years[1] with { Placed = 2 }] }, _values);

    [Fact]
    public void Planned_years_make_the_tiers()
    {
        Only("years-differ-from-tier", _figures, _values with { Unplaced = 1 });
        Only("years-differ-from-tier", _figures, _values with { OverNumber = 1 });
        Only("years-differ-from-tier", _figures, _values with { InmssPupils = 1 });
    }

    [Fact]
    public void Money_per_pupil_makes_the_cost_tier_to_the_penny()
    {
        Only("budget-differs-from-cost", _figures, _values with { Cost = 1_200_001 });
        var pennyMore = _figures.Budget.Select(amount => amount.Item == PriceItem.TopUp ? amount with { Amount = amount.Amount + Pounds.FromPence(1) } : amount);
        Only("budget-differs-from-cost", _figures with { Budget = [.. pennyMore] }, _values);
    }

    [Fact]
    public void Rows_of_the_balance_make_the_specialist_places()
    {
        var balances = _figures.Balances.Select((row, index) => index == 0 ? row with { Empty = row.Empty + 1 } : row);

        Only("balance-differs-from-places", _figures with { Balances = [.. balances] }, _values);
    }

    private static void Only(string code, PlanFigures figures, TierValues values) =>
        Assert.Equal(code, Assert.Single(ReconciliationCheck.Of(_audited, figures, values)).Code);
}
