using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>An amount as it may be published.</summary>
/// <param name="Line">Budget line.</param>
/// <param name="Year">Financial year.</param>
/// <param name="Rounded">Pounds, rounded; null where it is withheld.</param>
internal sealed record PublishedAmount(BudgetLine Line, FinancialYear Year, decimal? Rounded)
{
    /// <summary>The amount as a cell.</summary>
    internal Cell Cell => Rounded is { } pounds ? new MoneyCell(new Pounds(pounds)) : SuppressedCell.Instance;
}

/// <summary>
/// Money, rounded so far that it tells no withheld count: in each of the other worlds that protect the counts, pupils cost what pupils of their
/// kind of provision cost on average, and the amount would have been rounded to the same number. Capital pays for schemes and not
/// for pupils, and is shown as it is.
/// </summary>
internal sealed class PublishedMoney
{
    /// <summary>Fewest pupils of whom a median or a cost for each is said.</summary>
    internal const int FewestForRates = 20;

    private static readonly decimal[] _steps = [100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000, 50_000_000, 100_000_000];

    private readonly PublishedCounts _counts;
    private readonly Dictionary<(string Run, BudgetLine Line), IReadOnlyList<IReadOnlyDictionary<AcademicYear, decimal>>> _effects = [];

    /// <summary>Prepares the amounts of runs.</summary>
    internal PublishedMoney(IReadOnlyList<ScenarioReport> runs, PublishedCounts counts)
    {
        _counts = counts;
        foreach (ScenarioReport run in runs)
        {
            Dictionary<int, (AcademicYear Year, ProvisionKind Kind)> kinds = counts.Scope.Kinds
                .SelectMany(kind => run.Case.Horizon.PlannedYears.Select(year => (Year: year, Kind: kind)))
                .ToDictionary(cell => counts.Position(run.Run, cell.Year, $"kind/{cell.Kind}"));
            foreach (BudgetLine line in Lines)
            {
                Dictionary<ProvisionKind, decimal> each = CostsEach(run, line);
                _effects.Add((run.Run, line), [.. counts.Result.Worlds.Select(world => Effect(world, kinds, each)).Where(effect => effect.Count > 0)]);
            }
        }
    }

    /// <summary>Budget lines that pay for pupils.</summary>
    internal static IReadOnlyList<BudgetLine> Lines { get; } = [BudgetLine.HighNeedsBlock, BudgetLine.Transport];

    /// <summary>Every amount that is spent, by financial year and line.</summary>
    internal IEnumerable<PublishedAmount> Spending(ScenarioReport run) => run.Audit.Figures.Budget.Where(row => row.Line != BudgetLine.Priced)
        .GroupBy(row => (row.Year, row.Line)).OrderBy(group => group.Key)
        .Select(group => new PublishedAmount(group.Key.Line, group.Key.Year, Rounded(run, group.Key.Line, group.Sum(row => row.Amount.Value), year => Share(year, group.Key.Year))));

    /// <summary>What a run spends on a line over the whole horizon.</summary>
    internal decimal? OverHorizon(ScenarioReport run, BudgetLine line) =>
        Rounded(run, line, run.Audit.Figures.Budget.Where(row => row.Line == line).Sum(row => row.Amount.Value), _ => 1);

    /// <summary>Spending on INMSS in an academic year; withheld with the number of pupils.</summary>
    internal Cell InmssSpend(ScenarioReport run, AcademicYear year) => _counts[run.Run, year, "kind/Inmss"] is null
        ? SuppressedCell.Instance
        : new MoneyCell(new Pounds(Round(run.Audit.Figures.Years.Single(row => row.Year == year).InmssSpend.Value, _steps[0])));

    private static decimal Round(decimal amount, decimal step) => decimal.Round(amount / step, 0, MidpointRounding.AwayFromZero) * step;

    /// <summary>Share of an academic year that falls in a financial year.</summary>
    private static decimal Share(AcademicYear academic, FinancialYear financial) =>
        academic.AutumnFinancialYear == financial ? 7m / 12 : academic.SummerFinancialYear == financial ? 5m / 12 : 0;

    /// <summary>The amount to the finest step under which every world reads the same; null where even that says less than nothing.</summary>
    private decimal? Rounded(ScenarioReport run, BudgetLine line, decimal amount, Func<AcademicYear, decimal> share)
    {
        if (!_effects.TryGetValue((run.Run, line), out IReadOnlyList<IReadOnlyDictionary<AcademicYear, decimal>>? effects))
        {
            return amount;
        }

        decimal[] changes = [.. effects.Select(effect => effect.Sum(year => year.Value * share(year.Key))).Where(change => change != 0)];
        foreach (decimal step in _steps.Where(step => step <= amount))
        {
            decimal rounded = Round(amount, step);
            if (changes.All(change => Round(amount + change, step) == rounded))
            {
                return rounded;
            }
        }

        return amount == 0 && changes.Length == 0 ? 0 : null;
    }

    /// <summary>What a pupil-year costs in each kind of provision, place funding apart; kinds without pupils cost as much as the dearest.</summary>
    private static Dictionary<ProvisionKind, decimal> CostsEach(ScenarioReport run, BudgetLine line)
    {
        Dictionary<ProvisionKind, decimal> spent = run.Audit.Figures.Budget.Where(row => row.Line == line && row.Item != PriceItem.PlaceFunding)
            .GroupBy(row => row.Kind).ToDictionary(group => group.Key, group => group.Sum(row => row.Amount.Value));
        Dictionary<ProvisionKind, int> pupilYears = run.Audit.Figures.Placements.Where(fact => fact.Provision is not null && run.Case.Horizon.IsPlanned(fact.Year))
            .GroupBy(fact => run.Case.Provision(fact.Provision!.Value).Kind).ToDictionary(group => group.Key, group => group.Sum(fact => fact.Pupils));
        decimal dearest = pupilYears.Select(kind => spent.GetValueOrDefault(kind.Key) / kind.Value).DefaultIfEmpty(0).Max();
        return Enum.GetValues<ProvisionKind>().ToDictionary(
            kind => kind, kind => pupilYears.TryGetValue(kind, out int years) ? spent.GetValueOrDefault(kind) / years : dearest);
    }

    private static Dictionary<AcademicYear, decimal> Effect(
        IReadOnlyDictionary<int, long> world, Dictionary<int, (AcademicYear Year, ProvisionKind Kind)> kinds, Dictionary<ProvisionKind, decimal> each) => world
        .Where(change => kinds.ContainsKey(change.Key))
        .GroupBy(change => kinds[change.Key].Year)
        .ToDictionary(group => group.Key, group => group.Sum(change => change.Value * each[kinds[change.Key].Kind]));
}
