using PlaceSufficiency.Domain.Money;

namespace PlaceSufficiency.Scenarios.Comparison;

/// <summary>One figure of one run, beside the same figure of the baseline.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="Measure">What it is.</param>
/// <param name="Period">When.</param>
/// <param name="Value">The figure, in the measure's unit.</param>
/// <param name="Difference">The figure less the baseline's; null when the baseline has none of that period, or covers another horizon.</param>
public sealed record ComparedValue(string Run, RunMeasure Measure, ComparedPeriod Period, decimal Value, decimal? Difference);

/// <summary>What a run places more than the baseline, and what that costs, over the whole horizon.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="ExtraPlaced">Placed pupil-years less the baseline's.</param>
/// <param name="SameDemand">Whether both runs have as many pupil-years with a plan; where not, part of the extra is demand.</param>
/// <param name="ExtraRevenue">High needs block and transport less the baseline's.</param>
/// <param name="ExtraCapital">Capital less the baseline's.</param>
/// <param name="RevenuePerExtra">Extra revenue by extra pupil-year placed, whole pence; negative when more is placed for less; null when none is extra.</param>
/// <param name="CapitalPerExtra">The same for capital.</param>
public sealed record PlacementGain(
    string Run, int ExtraPlaced, bool SameDemand, Pounds ExtraRevenue, Pounds ExtraCapital, Pounds? RevenuePerExtra, Pounds? CapitalPerExtra);

/// <summary>Finished runs side by side; the first is the baseline.</summary>
/// <param name="Runs">Names of the runs, in order.</param>
/// <param name="Values">Every figure, by measure, period (years in order, then the horizon) and run.</param>
/// <param name="Gains">One for each run after the first that covers the same horizon.</param>
public sealed record RunComparison(IReadOnlyList<string> Runs, IReadOnlyList<ComparedValue> Values, IReadOnlyList<PlacementGain> Gains)
{
    /// <summary>Compares runs with the first of them.</summary>
    /// <exception cref="ArgumentException">There is no run, or two have the same name.</exception>
    public static RunComparison Of(IReadOnlyList<RunSummary> runs)
    {
        string[] names = [.. runs.Select(run => run.Name)];
        if (names.Length == 0 || names.Distinct().Count() != names.Length)
        {
            throw new ArgumentException("A comparison needs at least one run, and every run a name of its own.", nameof(runs));
        }

        RunSummary baseline = runs[0];
        Dictionary<(RunMeasure, ComparedPeriod), decimal> reference =
            RunFigures.Of(baseline).ToDictionary(figure => (figure.Measure, figure.Period), figure => figure.Value);
        IEnumerable<ComparedValue> values =
            from run in runs.Index()
            from figure in RunFigures.Of(run.Item)
            orderby figure.Measure, SortKey(figure.Period), run.Index
            select new ComparedValue(run.Item.Name, figure.Measure, figure.Period, figure.Value, Difference(run.Item, figure.Measure, figure.Period, figure.Value));
        return new RunComparison(names, [.. values], [.. runs.Skip(1).Where(CoversTheSameYears).Select(run => Gain(baseline, run))]);

        decimal? Difference(RunSummary run, RunMeasure measure, ComparedPeriod period, decimal value) =>
            reference.TryGetValue((measure, period), out decimal of) && (period != ComparedPeriod.Horizon || CoversTheSameYears(run)) ? value - of : null;

        bool CoversTheSameYears(RunSummary run) => run.Horizon.AllYears.SequenceEqual(baseline.Horizon.AllYears);
    }

    /// <summary>The figure of a run for a measure and period.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ComparedValue Value(string run, RunMeasure measure, ComparedPeriod period) =>
        Values.First(value => value.Run == run && value.Measure == measure && value.Period == period);

    /// <summary>What the measure counts in.</summary>
    public static MeasureUnit UnitOf(RunMeasure measure) => measure switch
    {
        RunMeasure.SpecialPlaces => MeasureUnit.Places,
        RunMeasure.InmssSpend or RunMeasure.HighNeedsBlock or RunMeasure.Transport or RunMeasure.Capital => MeasureUnit.Pounds,
        RunMeasure.MedianTravel or RunMeasure.NinetiethPercentileTravel => MeasureUnit.Minutes,
        _ => MeasureUnit.Pupils,
    };

    private static int SortKey(ComparedPeriod period) => period.Academic?.StartYear ?? period.Financial?.StartYear ?? int.MaxValue;

    private static PlacementGain Gain(RunSummary baseline, RunSummary run)
    {
        int extra = PupilYears(run, year => year.Placed) - PupilYears(baseline, year => year.Placed);
        bool sameDemand = PupilYears(run, year => year.Stock) == PupilYears(baseline, year => year.Stock);
        Pounds revenue = Revenue(run) - Revenue(baseline);
        Pounds capital = Capital(run) - Capital(baseline);
        return new PlacementGain(run.Name, extra, sameDemand, revenue, capital, PerExtra(revenue), PerExtra(capital));

        Pounds? PerExtra(Pounds amount) => extra > 0 ? new Pounds(amount.Value / extra).ToPence() : null;
    }

    private static int PupilYears(RunSummary run, Func<Domain.Plans.YearFigures, int> pupils) =>
        run.Figures.Years.Where(year => run.Horizon.IsPlanned(year.Year)).Sum(pupils);

    private static Pounds Revenue(RunSummary run) => run.Figures.Budget
        .Where(amount => amount.Line is BudgetLine.HighNeedsBlock or BudgetLine.Transport)
        .Aggregate(Pounds.Zero, (sum, amount) => sum + amount.Amount);

    private static Pounds Capital(RunSummary run) => run.Schemes.Where(scheme => scheme.Opens is not null)
        .Aggregate(Pounds.Zero, (sum, scheme) => sum + scheme.TotalCapital);
}
