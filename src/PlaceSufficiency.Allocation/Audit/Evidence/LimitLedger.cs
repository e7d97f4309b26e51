using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>Every limit of the case other than capital and hard INMSS pupils, in order of key, with what the plan uses of it.</summary>
internal sealed class LimitLedger
{
    private readonly PlanningCase _case;
    private readonly PlanningCase _undecided;
    private readonly CaseIndex _index;
    private readonly IReadOnlyList<AcademicYear> _years;

    /// <summary>Reads the limits and counts the plan against them.</summary>
    internal LimitLedger(AuditedPlan audited)
    {
        (_case, _undecided, _index, _years) = (audited.Case, audited.Undecided, audited.Index, audited.Horizon.PlannedYears);
        LedgerLimit[] limits = [.. Stated(_case.Limits), .. YearGroups(), .. Reviews()];
        if (limits.Length == 0)
        {
            return;
        }

        int[] stock = [.. _years.Select(year => audited.Stays.Where(stay => stay.Covers(year)).Sum(stay => stay.Pupils))];
        double[] used = Used(audited, limits);
        All = [.. limits.Select((limit, i) => limit with { Used = used[i], Own = OwnOf(audited, limit, used[i]), MostGive = limit.MayGive ? MostGive(limit, stock) : 0 }).OrderBy(limit => limit.Key)];
    }

    /// <summary>The limits.</summary>
    internal IReadOnlyList<LedgerLimit> All { get; } = [];

    private IEnumerable<LedgerLimit> Stated(PlanLimits limits)
    {
        List<LedgerLimit> stated = [];
        foreach ((AcademicYear year, int most) in limits.InmssPupils.Where(limit => limits.TreatmentOf(LimitKind.InmssPupils).Mode == LimitMode.Priced && IsPlanned(limit.Key)))
        {
            stated.Add(Limit(new LimitKey(LimitKind.InmssPupils, Year: year), most, (g, t) => t == _index.Of(year) && IsInmss(g) ? 1 : 0));
        }

        foreach ((AcademicYear year, Pounds most) in limits.InmssSpend.Where(limit => limits.IsStated(LimitKind.InmssSpend) && IsPlanned(limit.Key)))
        {
            long funding = _case.Provisions.Where(PlacesLedger.IsInmss).Sum(provision => Pence(PlacementPrices.OfPlaces(_undecided, provision, year)));
            stated.Add(Limit(
                new LimitKey(LimitKind.InmssSpend, Year: year), most.Pence - funding,
                (g, t) => t == _index.Of(year) && IsInmss(g) ? Pence(PlacementPrices.OfFees(_case, _case.Provisions[g], year)) : 0) with
            { Funding = funding });
        }

        foreach ((FinancialYear year, Pounds most) in limits.HighNeeds.Where(_ => limits.IsStated(LimitKind.HighNeeds)))
        {
            long Charged(IEnumerable<Charge> charges) => Pence(charges.Where(charge => charge.Line == BudgetLine.HighNeedsBlock && charge.Year == year));
            long funding = _case.Provisions.Sum(provision => _years.Sum(at => Charged(PlacementPrices.OfPlaces(_undecided, provision, at))));
            stated.Add(Limit(
                new LimitKey(LimitKind.HighNeeds, FinancialYear: year), most.Pence - funding,
                (g, t) => Charged(PlacementPrices.OfFees(_case, _case.Provisions[g], _years[t]))) with
            { Funding = funding });
        }

        return [.. stated, .. ClassGroups(limits), .. Evenness(limits)];
    }

    private IEnumerable<LedgerLimit> ClassGroups(PlanLimits limits) =>
        from fewest in limits.ClassGroups
        where limits.IsStated(LimitKind.ClassGroup)
        from year in _years
        where _case.Provision(fewest.Key).IsOpenIn(year)
        select Limit(
            new LimitKey(LimitKind.ClassGroup, fewest.Key, year), -fewest.Value, (g, t) => g == _index.Of(fewest.Key) && t == _index.Of(year) ? -1 : 0);

    private IEnumerable<LedgerLimit> Evenness(PlanLimits limits)
    {
        if (!limits.IsStated(LimitKind.Evenness))
        {
            yield break;
        }

        foreach (AcademicYear year in _years)
        {
            HashSet<int> settings = [.. Enumerable.Range(0, _index.Provisions).Where(g =>
                _case.Provisions[g].IsOpenIn(year) && _case.Provisions[g].Kind is ProvisionKind.Mainstream or ProvisionKind.MainstreamPlus && _case.Provisions[g].IsOpenIn(year))];
            foreach (int setting in settings.Order())
            {
                LimitKey key = new(LimitKind.Evenness, _case.Provisions[setting].Id, year);
                double share = limits.Evenness!.Most is null ? (double)(limits.Evenness.TimesMean!.Value / settings.Count) : 0;
                yield return Limit(key, limits.Evenness.Most ?? 0, (g, t) => t == _index.Of(year) && settings.Contains(g) ? (g == setting ? 1 : 0) - share : 0);
            }
        }
    }

    private IEnumerable<LedgerLimit> YearGroups() =>
        from provision in _case.Provisions
        where _undecided.FillsByYearGroup(provision)
        from year in _years
        from yearGroup in YearGroup.All
        where provision.Designation.Covers(yearGroup)
        select Limit(
            new LimitKey(LimitKind.YearGroupPlaces, provision.Id, year, Group: yearGroup),
            _case.PlacesIn(provision, year, yearGroup),
            (g, t) => g == _index.Of(provision.Id) && t == _index.Of(year) ? 1 : 0) with
        { MostUnopened = _undecided.PlacesIn(provision, year, yearGroup) };

    private IEnumerable<LedgerLimit> Reviews() =>
        from rule in _case.Moves
        where rule.Share is not null
        from year in _years
        where year >= rule.Starting
        let first = _index.Of(year) == 0
        let inBase = _case.Stock.Where(cell => cell.Current is { } id && _case.Provision(id).Kind == rule.FromKind).Sum(cell => cell.Pupils)
        select Limit(
            new LimitKey(LimitKind.ReviewedMoves, Year: year, From: rule.FromKind),
            first ? (double)decimal.Floor(rule.Share!.Value * inBase) : 0,
            (g, t) => t == _index.Of(year) - 1 && _case.Provisions[g].Kind == rule.FromKind ? -(double)rule.Share!.Value : 0) with
        {
            MovesFrom = Table((g, t) => t == _index.Of(year) && _case.Provisions[g].Kind == rule.FromKind),
        };

    private LedgerLimit Limit(LimitKey key, double most, Func<int, int, double> counts) =>
        new(key, _case.Limits.TreatmentOf(key.Kind), Table(counts), most, most);

    private T[,] Table<T>(Func<int, int, T> of)
    {
        T[,] table = new T[_index.Provisions, _index.Years];
        for (int g = 0; g < _index.Provisions; g++)
        {
            for (int t = 0; t < _index.Years; t++)
            {
                table[g, t] = of(g, t);
            }
        }

        return table;
    }

    private double[] Used(AuditedPlan audited, LedgerLimit[] limits)
    {
        double[] used = new double[limits.Length];
        ILookup<(int, int), int> counting = Enumerable.Range(0, limits.Length).Where(i => limits[i].Key.Group is null).SelectMany(i => CellsOf(limits[i]).Select(cell => (cell, i))).ToLookup(pair => pair.cell, pair => pair.i);
        ILookup<(int, int, int), int> grouped = Enumerable.Range(0, limits.Length).Where(i => limits[i].Key.Group is not null)
            .SelectMany(i => CellsOf(limits[i]).Select(cell => (cell.Provision, cell.Year, Group: limits[i].Key.Group!.Value.Value, i))).ToLookup(one => (one.Provision, one.Year, one.Group), one => one.i);
        foreach (PathYear at in audited.PathYears)
        {
            int t = _index.Of(at.Year);
            if (at.Now is { } now)
            {
                int g = _index.Of(now.Id);
                foreach (int i in counting[(g, t)].Concat(grouped[(g, t, at.Stay.YearGroupIn(at.Year).Value)]))
                {
                    used[i] += at.Pupils * limits[i].Counts[g, t];
                }
            }

            if (at.IsNew && at.Leaves && at.StillFits && !at.Reopens)
            {
                for (int i = 0; i < limits.Length; i++)
                {
                    used[i] += limits[i].MovesFrom?[_index.Of(at.Before!.Id), t] == true ? at.Pupils : 0;
                }
            }
        }

        return used;
    }

    private static double OwnOf(AuditedPlan audited, LedgerLimit limit, double used) => limit.Key switch
    {
        { Kind: LimitKind.Evenness, Provision: { } setting, Year: { } year } => audited.Pupils[setting, year],
        { Kind: LimitKind.ReviewedMoves, Year: { } year } => audited.PathYears
            .Where(at => at.Year == year && at.IsNew && at.Leaves && at.StillFits && !at.Reopens && at.Before!.Kind == limit.Key.From).Sum(at => at.Pupils),
        _ => used,
    };

    private static IEnumerable<(int Provision, int Year)> CellsOf(LedgerLimit limit) =>
        from g in Enumerable.Range(0, limit.Counts.GetLength(0))
        from t in Enumerable.Range(0, limit.Counts.GetLength(1))
        where limit.Counts[g, t] != 0
        select (g, t);

    /// <summary>What it would give by if every pupil of a year were where one counts most.</summary>
    private double MostGive(LedgerLimit limit, int[] stock)
    {
        double most = -limit.Most;
        for (int t = 0; t < _index.Years; t++)
        {
            double dearest = 0;
            for (int g = 0; g < _index.Provisions; g++)
            {
                dearest = Math.Max(dearest, limit.Counts[g, t]);
            }

            most += stock[t] * dearest;
        }

        return Math.Max(0, Math.Ceiling(most));
    }

    private bool IsPlanned(AcademicYear year) => _case.Horizon.IsPlanned(year);

    private bool IsInmss(int provision) => PlacesLedger.IsInmss(_case.Provisions[provision]);

    private static long Pence(IEnumerable<Charge> charges) => charges.Sum(charge => charge.Amount.Pence);
}
