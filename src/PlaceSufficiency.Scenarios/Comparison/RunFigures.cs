using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Comparison;

/// <summary>The figures of one run, measure by measure and period by period.</summary>
internal static class RunFigures
{
    private static readonly (RunMeasure Measure, Func<YearFigures, decimal> Value)[] Summed =
    [
        (RunMeasure.Placed, year => year.Placed),
        (RunMeasure.Unplaced, year => year.Unplaced),
        (RunMeasure.OverNumber, year => year.OverNumber),
        (RunMeasure.InmssPupils, year => year.Inmss),
        (RunMeasure.InmssSinceBase, year => year.InmssSinceBase),
        (RunMeasure.InmssSpend, year => year.InmssSpend.Value),
        (RunMeasure.Over45Minutes, year => year.Over45Minutes),
        (RunMeasure.Over75Minutes, year => year.Over75Minutes),
    ];

    /// <summary>Every figure of the run, unordered.</summary>
    internal static IEnumerable<(RunMeasure Measure, ComparedPeriod Period, decimal Value)> Of(RunSummary run)
    {
        YearFigures[] planned = [.. run.Figures.Years.Where(year => run.Horizon.IsPlanned(year.Year)).OrderBy(year => year.Year)];
        return
        [
            .. OfYears(planned),
            .. run.Figures.Years.Where(year => year.Year == run.Horizon.BaseYear).Select(year => (RunMeasure.InmssSinceBase, ComparedPeriod.Of(year.Year), (decimal)year.InmssSinceBase)),
            .. OfTravel(run, planned),
            .. OfBudget(run, RunMeasure.HighNeedsBlock, BudgetLine.HighNeedsBlock),
            .. OfBudget(run, RunMeasure.Transport, BudgetLine.Transport),
            .. OfCapital(run),
        ];
    }

    private static IEnumerable<(RunMeasure Measure, ComparedPeriod Period, decimal Value)> OfYears(YearFigures[] planned)
    {
        foreach ((RunMeasure measure, Func<YearFigures, decimal> value) in Summed)
        {
            foreach (YearFigures year in planned)
            {
                yield return (measure, ComparedPeriod.Of(year.Year), value(year));
            }

            yield return (measure, ComparedPeriod.Horizon, planned.Sum(value));
        }

        foreach (YearFigures year in planned)
        {
            yield return (RunMeasure.SpecialPlaces, ComparedPeriod.Of(year.Year), year.SpecialPlaces);
        }

        yield return (RunMeasure.SpecialPlaces, ComparedPeriod.Horizon, planned.LastOrDefault()?.SpecialPlaces ?? 0);
    }

    private static IEnumerable<(RunMeasure Measure, ComparedPeriod Period, decimal Value)> OfTravel(RunSummary run, YearFigures[] planned)
    {
        foreach (YearFigures year in planned)
        {
            yield return (RunMeasure.MedianTravel, ComparedPeriod.Of(year.Year), Minutes(year.MedianTravel));
            yield return (RunMeasure.NinetiethPercentileTravel, ComparedPeriod.Of(year.Year), Minutes(year.NinetiethPercentileTravel));
        }

        (Duration Time, int Pupils)[] journeys =
        [
            .. run.Figures.Placements.Where(fact => run.Horizon.IsPlanned(fact.Year) && fact.TravelTime is not null)
                .Select(fact => (Time: fact.TravelTime!.Value, fact.Pupils)).OrderBy(journey => journey.Time),
        ];
        long pupils = journeys.Sum(journey => (long)journey.Pupils);
        yield return (RunMeasure.MedianTravel, ComparedPeriod.Horizon, Median(journeys, pupils));
        yield return (RunMeasure.NinetiethPercentileTravel, ComparedPeriod.Horizon, Minutes(AtRank(journeys, ((9 * pupils) + 9) / 10)));
    }

    private static IEnumerable<(RunMeasure Measure, ComparedPeriod Period, decimal Value)> OfBudget(RunSummary run, RunMeasure measure, BudgetLine line)
    {
        BudgetAmount[] amounts = [.. run.Figures.Budget.Where(amount => amount.Line == line)];
        foreach (FinancialYear year in run.Horizon.FinancialYears)
        {
            yield return (measure, ComparedPeriod.Of(year), amounts.Where(amount => amount.Year == year).Sum(amount => amount.Amount.Value));
        }

        yield return (measure, ComparedPeriod.Horizon, amounts.Sum(amount => amount.Amount.Value));
    }

    private static IEnumerable<(RunMeasure Measure, ComparedPeriod Period, decimal Value)> OfCapital(RunSummary run)
    {
        CapitalScheme[] open = [.. run.Schemes.Where(scheme => scheme.Opens is not null)];
        foreach (FinancialYear year in run.Horizon.FinancialYears)
        {
            yield return (RunMeasure.Capital, ComparedPeriod.Of(year), open.Sum(scheme => scheme.CapitalIn(year).Value));
        }

        yield return (RunMeasure.Capital, ComparedPeriod.Horizon, open.Sum(scheme => scheme.TotalCapital.Value));
    }

    /// <summary>The middle journey; with an even number of pupils, halfway between the two in the middle.</summary>
    private static decimal Median((Duration Time, int Pupils)[] sorted, long pupils) =>
        (Minutes(AtRank(sorted, (pupils + 1) / 2)) + Minutes(AtRank(sorted, (pupils / 2) + 1))) / 2;

    /// <summary>The journey of the pupil of that rank, 1 being the shortest; nothing without journeys.</summary>
    private static Duration AtRank((Duration Time, int Pupils)[] sorted, long rank)
    {
        foreach ((Duration time, int pupils) in sorted)
        {
            rank -= pupils;
            if (rank <= 0)
            {
                return time;
            }
        }

        return Duration.Zero;
    }

    private static decimal Minutes(Duration duration) => duration.BclCompatibleTicks / (decimal)NodaConstants.TicksPerMinute;
}
