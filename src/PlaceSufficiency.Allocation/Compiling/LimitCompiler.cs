using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Compiling;

/// <summary>
/// Works out the limits of a case as sums, hard INMSS pupils apart. Which limits there are never depends on which candidates open; only the places of
/// year groups do.
/// </summary>
internal sealed class LimitCompiler
{
    private readonly PlanningCase _case;
    private readonly IReadOnlyList<AcademicYear> _years;
    private readonly IReadOnlyList<int> _stock;

    private LimitCompiler(PlanningCase planningCase, IReadOnlyList<int> stock) => (_case, _years, _stock) = (planningCase, planningCase.Horizon.PlannedYears, stock);

    /// <summary>The limits, in order of their keys.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="stock">Pupils with a plan by planned year.</param>
    public static IReadOnlyList<CompiledLimit> Of(PlanningCase planningCase, IReadOnlyList<int> stock)
    {
        LimitCompiler compiler = new(planningCase, stock);
        return
        [
            .. compiler.Stated().Select(limit => limit with { Treatment = planningCase.Limits.TreatmentOf(limit.Key.Kind), MostGive = compiler.MostGive(limit) }).OrderBy(limit => limit.Key),
            .. compiler.YearGroups(),
            .. compiler.Reviews(),
        ];
    }

    private IEnumerable<CompiledLimit> Stated()
    {
        PlanLimits limits = _case.Limits;
        return
        [
            .. limits.TreatmentOf(LimitKind.InmssPupils).Mode == LimitMode.Priced ? InmssPupils() : [],
            .. limits.IsStated(LimitKind.InmssSpend) ? InmssSpend() : [],
            .. limits.IsStated(LimitKind.HighNeeds) ? HighNeeds() : [],
            .. limits.IsStated(LimitKind.ClassGroup) ? ClassGroups() : [],
            .. limits.IsStated(LimitKind.Evenness) ? Evenness(limits.Evenness!) : [],
        ];
    }

    private IEnumerable<CompiledLimit> InmssPupils() =>
        from t in Enumerable.Range(0, _years.Count)
        where _case.Limits.InmssPupils.ContainsKey(_years[t])
        select new CompiledLimit(new LimitKey(LimitKind.InmssPupils, Year: _years[t]), _case.Limits.InmssPupils[_years[t]], [.. Where(IsInmss).Select(g => new LimitCell(g, t, 1))]);

    private IEnumerable<CompiledLimit> InmssSpend() =>
        from t in Enumerable.Range(0, _years.Count)
        where _case.Limits.InmssSpend.ContainsKey(_years[t])
        let funding = Where(IsInmss).Sum(g => PlacementPrices.OfPlaces(_case, _case.Provisions[g], _years[t]).Sum(charge => charge.Amount.Pence))
        select new CompiledLimit(
            new LimitKey(LimitKind.InmssSpend, Year: _years[t]),
            _case.Limits.InmssSpend[_years[t]].Pence - funding,
            [.. Where(IsInmss).Select(g => new LimitCell(g, t, PlacementPrices.OfFees(_case, _case.Provisions[g], _years[t]).Sum(charge => charge.Amount.Pence)))]);

    private IEnumerable<CompiledLimit> HighNeeds()
    {
        foreach ((FinancialYear year, Pounds most) in _case.Limits.HighNeeds)
        {
            long funding = 0;
            List<LimitCell> cells = [];
            for (int t = 0; t < _years.Count; t++)
            {
                if (_years[t].AutumnFinancialYear != year && _years[t].SummerFinancialYear != year)
                {
                    continue;
                }

                for (int g = 0; g < _case.Provisions.Length; g++)
                {
                    long In(IEnumerable<Charge> charges) => charges.Where(charge => charge.Year == year && charge.Line == BudgetLine.HighNeedsBlock).Sum(charge => charge.Amount.Pence);
                    funding += In(PlacementPrices.OfPlaces(_case, _case.Provisions[g], _years[t]));
                    cells.Add(new LimitCell(g, t, In(PlacementPrices.OfFees(_case, _case.Provisions[g], _years[t]))));
                }
            }

            yield return new CompiledLimit(new LimitKey(LimitKind.HighNeeds, FinancialYear: year), most.Pence - funding, [.. cells.Where(cell => cell.Coefficient != 0)]);
        }
    }

    private IEnumerable<CompiledLimit> ClassGroups() =>
        from fewest in _case.Limits.ClassGroups
        from t in Enumerable.Range(0, _years.Count)
        let g = _case.Provisions.IndexOf(_case.Provision(fewest.Key))
        where _case.Provisions[g].IsOpenIn(_years[t])
        select new CompiledLimit(new LimitKey(LimitKind.ClassGroup, fewest.Key, _years[t]), -fewest.Value, [new LimitCell(g, t, -1)]);

    private IEnumerable<CompiledLimit> Evenness(EvennessLimit evenness)
    {
        for (int t = 0; t < _years.Count; t++)
        {
            int[] settings = [.. Where(provision => provision.Kind is ProvisionKind.Mainstream or ProvisionKind.MainstreamPlus && provision.IsOpenIn(_years[t]))];
            foreach (int g in settings)
            {
                LimitKey key = new(LimitKind.Evenness, _case.Provisions[g].Id, _years[t]);
                yield return evenness.Most is { } most
                    ? new CompiledLimit(key, most, [new LimitCell(g, t, 1)])
                    : new CompiledLimit(key, 0, [.. settings.Select(other => new LimitCell(other, t, (other == g ? 1 : 0) - (double)(evenness.TimesMean!.Value / settings.Length)))]);
            }
        }
    }

    private IEnumerable<CompiledLimit> YearGroups() =>
        from g in Where(_case.FillsByYearGroup)
        from t in Enumerable.Range(0, _years.Count)
        from yearGroup in YearGroup.All
        where _case.Provisions[g].Designation.Covers(yearGroup)
        select new CompiledLimit(
            new LimitKey(LimitKind.YearGroupPlaces, _case.Provisions[g].Id, _years[t], Group: yearGroup), _case.PlacesIn(_case.Provisions[g], _years[t], yearGroup), [new LimitCell(g, t, 1)]);

    private IEnumerable<CompiledLimit> Reviews()
    {
        foreach (MoveRule rule in _case.Moves.Where(rule => rule.Share is not null))
        {
            int[] from = [.. Where(provision => provision.Kind == rule.FromKind)];
            for (int t = 0; t < _years.Count; t++)
            {
                if (_years[t] >= rule.Starting)
                {
                    int inBase = t > 0 ? 0 : _case.Stock.Where(cell => cell.Current is { } id && _case.Provision(id).Kind == rule.FromKind).Sum(cell => cell.Pupils);
                    yield return new CompiledLimit(
                        new LimitKey(LimitKind.ReviewedMoves, Year: _years[t], From: rule.FromKind),
                        (double)decimal.Floor(rule.Share!.Value * inBase),
                        t == 0 ? [] : [.. from.Select(g => new LimitCell(g, t - 1, -(double)rule.Share.Value))])
                    {
                        Moves = [.. from.Select(g => new LimitCell(g, t, 1))],
                    };
                }
            }
        }
    }

    /// <summary>What the limit would give by if every pupil of a year were where one counts most.</summary>
    private double MostGive(CompiledLimit limit) => Math.Max(
        0, Math.Ceiling(limit.Cells.GroupBy(cell => cell.Year).Sum(year => _stock[year.Key] * Math.Max(0, year.Max(cell => cell.Coefficient))) - limit.Most));

    private IEnumerable<int> Where(Func<Provision, bool> which) => Enumerable.Range(0, _case.Provisions.Length).Where(g => which(_case.Provisions[g]));

    private static bool IsInmss(Provision provision) => provision.Kind == ProvisionKind.Inmss;
}
