using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;
using static PlaceSufficiency.Storage.Archive.ArchiveType;

namespace PlaceSufficiency.Storage.Archive.Tables;

/// <summary>The tables that every archived run has: what the chance of shortfall and the comparison of plans are made from.</summary>
public static class SummaryTables
{
    /// <summary>One row a year, base year and planned years.</summary>
    public static RunTable Years { get; } = new("years", 1,
    [
        new("academic_year", Text),
        new("stock_pupils", Whole),
        new("joiners_pupils", Whole),
        new("leavers_pupils", Whole),
        new("placed_pupils", Whole),
        new("unplaced_pupils", Whole),
        new("over_number_pupils", Whole),
        new("inmss_pupils", Whole),
        new("inmss_spend_pounds", Amount),
        new("special_places", Whole),
        new("special_pupils", Whole),
        new("median_travel_minutes", Real),
    ]);

    /// <summary>One row a planned year, phase and need.</summary>
    public static RunTable Needs { get; } = new("needs", 3,
    [
        new("academic_year", Text),
        new("phase", Text),
        new("need", Text),
        new("pupils", Whole),
        new("unplaced_pupils", Whole),
        new("inmss_pupils", Whole),
    ]);

    /// <summary>
    /// One row a planned year and provision. Turned away are unplaced pupils for whom the provision is the nearest that could have had them had it not been
    /// full, held for later years or shut by the INMSS limit; each unplaced pupil is counted at one provision at most.
    /// </summary>
    public static RunTable Provisions { get; } = new("provisions", 2,
    [
        new("academic_year", Text),
        new("provision_id", Text),
        new("places", Whole),
        new("imports_pupils", Whole),
        new("pupils", Whole),
        new("over_number_pupils", Whole),
        new("empty_places", Whole),
        new("turned_away_pupils", Whole),
    ]);

    /// <summary>One row a financial year and budget line; prices that steer the plan are the line "priced".</summary>
    public static RunTable Money { get; } = new("money", 2, [new("financial_year", Text), new("line", Text), new("amount_pounds", Amount)]);

    /// <summary>The candidate schemes that the plan opens; none where the case decides all openings.</summary>
    public static RunTable Openings { get; } = new("openings", 1, [new("scheme_id", Text), new("opens", Text)], IsLeftOutEmpty: true);

    internal static IEnumerable<object?[]> OpeningsOf(AuditedPlan run) => run.Plan.Openings.Select(opening => new object?[] { opening.Key.Value, $"{opening.Value}" });

    internal static IEnumerable<object?[]> YearsOf(AuditedPlan run) => run.Audit.Figures.Years.OrderBy(year => year.Year).Select(year => new object?[]
    {
        $"{year.Year}", year.Stock, year.Joiners, year.Leavers, year.Placed, year.Unplaced, year.OverNumber, year.Inmss, year.InmssSpend.ToPence().Value,
        year.SpecialPlaces, year.SpecialPupils, year.MedianTravel.TotalMinutes,
    });

    internal static IEnumerable<object?[]> NeedsOf(AuditedPlan run)
    {
        HashSet<ProvisionId> inmss = [.. run.Case.Provisions.Where(provision => provision.Kind == ProvisionKind.Inmss).Select(provision => provision.Id)];
        return run.Audit.Figures.Placements
            .Where(fact => run.Case.Horizon.IsPlanned(fact.Year))
            .GroupBy(fact => (fact.Year, fact.YearGroup.Phase, fact.Need))
            .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Phase).ThenBy(group => group.Key.Need)
            .Select(group => new object?[]
            {
                $"{group.Key.Year}", Spelling.Of(group.Key.Phase), Spelling.Of(group.Key.Need),
                group.Sum(fact => fact.Pupils),
                group.Where(fact => fact.Provision is null).Sum(fact => fact.Pupils),
                group.Where(fact => fact.Provision is { } provision && inmss.Contains(provision)).Sum(fact => fact.Pupils),
            });
    }

    internal static IEnumerable<object?[]> ProvisionsOf(AuditedPlan run)
    {
        Dictionary<(AcademicYear, ProvisionId), int> turnedAway = run.Audit.Figures.Placements
            .Where(fact => fact.Reason is { Cause: UnplacedCause.Full or UnplacedCause.HeldForLater or UnplacedCause.InmssLimit, Provisions.Count: > 0 })
            .GroupBy(fact => (fact.Year, fact.Reason!.Provisions[0]))
            .ToDictionary(group => group.Key, group => group.Sum(fact => fact.Pupils));
        return run.Audit.Figures.Provisions
            .Where(row => run.Case.Horizon.IsPlanned(row.Year))
            .OrderBy(row => row.Year).ThenBy(row => row.Provision)
            .Select(row => new object?[]
            {
                $"{row.Year}", row.Provision.Value, row.Places, row.Imports, row.Pupils, row.OverNumber, row.Empty,
                turnedAway.GetValueOrDefault((row.Year, row.Provision)),
            });
    }

    internal static IEnumerable<object?[]> MoneyOf(AuditedPlan run)
    {
        IEnumerable<(FinancialYear Year, BudgetLine Line, Pounds Amount)> capital =
            from year in run.Case.Horizon.FinancialYears
            from scheme in run.Case.Schemes
            where scheme.Opens is not null
            select (year, BudgetLine.Capital, scheme.CapitalIn(year));
        return run.Audit.Figures.Budget.Where(amount => amount.Line != BudgetLine.Capital).Select(amount => (amount.Year, amount.Line, amount.Amount))
            .Concat(capital)
            .GroupBy(amount => (amount.Year, amount.Line))
            .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Line)
            .Select(group => new object?[]
            {
                $"{group.Key.Year}", Spelling.Of(group.Key.Line), group.Aggregate(Pounds.Zero, (sum, amount) => sum + amount.Amount).ToPence().Value,
            });
    }
}
