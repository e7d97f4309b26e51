using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>
/// Money of the planned academic years by financial year, line, item and kind, in exact pence. The per-pupil items (all but place
/// funding and capital) add up to the cost tier. Capital is that of the horizon's financial years; amounts of nothing are left out.
/// </summary>
internal sealed class BudgetAmounts
{
    private readonly SortedDictionary<(FinancialYear Year, BudgetLine Line, int Item, ProvisionKind Kind), Pounds> _amounts = [];

    private BudgetAmounts()
    {
    }

    /// <summary>Every amount, in order of year, line, item (capital last) and kind.</summary>
    internal static IReadOnlyList<BudgetAmount> Of(AuditedPlan audited, PupilMoney money)
    {
        BudgetAmounts amounts = new();
        amounts.AddPupils(money);
        amounts.AddProvisions(audited);
        amounts.AddCapital(audited);
        return
        [
            .. amounts._amounts.Where(amount => amount.Value != Pounds.Zero).Select(amount => new BudgetAmount(
                amount.Key.Year, amount.Key.Line, amount.Key.Item == int.MaxValue ? null : (PriceItem)amount.Key.Item, amount.Key.Kind, amount.Value)),
        ];
    }

    private void AddPupils(PupilMoney money)
    {
        foreach (BudgetAmount amount in money.Amounts())
        {
            Add([new Charge(amount.Item, amount.Line, amount.Year, amount.Amount)], amount.Kind, 1);
        }
    }

    private void AddProvisions(AuditedPlan audited)
    {
        foreach (Provision provision in audited.Case.Provisions)
        {
            foreach (AcademicYear year in audited.Horizon.PlannedYears)
            {
                Add(PlacementPrices.OfPlaces(audited.Case, provision, year), provision.Kind, 1);
                Add(PlacementPrices.OfOverNumber(audited.Case, provision, year), provision.Kind, audited.OverNumber(provision, year));
            }
        }
    }

    private void AddCapital(AuditedPlan audited) => Add(
        from scheme in audited.Case.Schemes
        from year in audited.Horizon.FinancialYears
        select (audited.Case.Provision(scheme.Provision).Kind, new Charge(null, BudgetLine.Capital, year, scheme.CapitalIn(year))));

    private void Add(IEnumerable<(ProvisionKind Kind, Charge Charge)> charges)
    {
        foreach ((ProvisionKind kind, Charge charge) in charges)
        {
            Add([charge], kind, 1);
        }
    }

    private void Add(IEnumerable<Charge> charges, ProvisionKind kind, int times)
    {
        foreach (Charge charge in charges)
        {
            (FinancialYear, BudgetLine, int, ProvisionKind) key = (charge.Year, charge.Line, charge.Item is { } item ? (int)item : int.MaxValue, kind);
            _amounts[key] = _amounts.GetValueOrDefault(key) + (charge.Amount * times);
        }
    }
}
