using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>
/// The charges of every pupil's years and moves, added up in whole pence by financial year, item and kind of provision; and what INMSS fees and top-ups
/// come to by academic year. Paths are charged as many at once as there are processors; sums of whole pence do not depend on their order.
/// </summary>
internal sealed class PupilMoney
{
    private const int PathsAtOnce = 20_000;

    private static readonly int Items = Enum.GetValues<PriceItem>().Length;
    private static readonly int Kinds = Enum.GetValues<ProvisionKind>().Length;
    private static readonly int Lines = Enum.GetValues<BudgetLine>().Length;

    private readonly PlanningCase _case;
    private readonly long[] _pence;
    private readonly long[] _inmss;

    private PupilMoney(PlanningCase planningCase)
    {
        _case = planningCase;
        _pence = new long[planningCase.Horizon.FinancialYears.Count * Lines * Items * Kinds];
        _inmss = new long[planningCase.Horizon.PlannedYears.Count];
    }

    /// <summary>Charges all paths.</summary>
    internal static PupilMoney Of(AuditedPlan audited)
    {
        int parts = (audited.Paths.Count + PathsAtOnce - 1) / PathsAtOnce;
        PupilMoney[] charged = new PupilMoney[parts];
        Parallel.For(0, parts, part =>
        {
            PupilMoney money = new(audited.Case);
            for (int path = part * PathsAtOnce; path < Math.Min(audited.Paths.Count, (part + 1) * PathsAtOnce); path++)
            {
                money.Charge(audited.Paths, path);
            }

            charged[part] = money;
        });
        PupilMoney all = new(audited.Case);
        foreach (PupilMoney part in charged)
        {
            Add(all._pence, part._pence);
            Add(all._inmss, part._inmss);
        }

        return all;
    }

    /// <summary>Fees and top-ups of pupils in INMSS in the planned year of that index.</summary>
    internal Pounds InmssSpend(int year) => Pounds.FromPence(_inmss[year]);

    /// <summary>Every amount that is not nothing.</summary>
    internal IEnumerable<BudgetAmount> Amounts()
    {
        for (int cell = 0; cell < _pence.Length; cell++)
        {
            if (_pence[cell] != 0)
            {
                (int rest, int kind) = Math.DivRem(cell, Kinds);
                (rest, int item) = Math.DivRem(rest, Items);
                (int year, int line) = Math.DivRem(rest, Lines);
                yield return new BudgetAmount(_case.Horizon.FinancialYears[year], (BudgetLine)line, (PriceItem)item, (ProvisionKind)kind, Pounds.FromPence(_pence[cell]));
            }
        }
    }

    private void Charge(TracedPaths paths, int path)
    {
        int steps = paths.NowOn(path).Length;
        for (int step = 0; step < steps; step++)
        {
            PathYear at = paths.At(path, step);
            if (at.Now is not null)
            {
                int year = paths.FirstYearOf(path) + step;
                foreach (Charge charge in PlacementPrices.OfYear(_case, at.Now, at.Stay, at.Year))
                {
                    Add(charge, at.Now.Kind, at.Pupils);
                    _inmss[year] += PlacesLedger.IsInmss(at.Now) && (charge.Item is PriceItem.Fee or PriceItem.TopUp) ? charge.Amount.Pence * at.Pupils : 0;
                }
            }

            if (at.IsPricedMove(_case))
            {
                foreach (Charge charge in PlacementPrices.OfMove(_case, at.Before!, at.Year))
                {
                    Add(charge, at.Before!.Kind, at.Pupils);
                }
            }
        }
    }

    private void Add(Charge charge, ProvisionKind kind, int pupils)
    {
        int year = charge.Year.StartYear - _case.Horizon.FinancialYears[0].StartYear;
        _pence[(((((year * Lines) + (int)charge.Line) * Items) + (int)charge.Item!.Value) * Kinds) + (int)kind] += charge.Amount.Pence * pupils;
    }

    private static void Add(long[] sums, long[] more)
    {
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += more[i];
        }
    }
}
