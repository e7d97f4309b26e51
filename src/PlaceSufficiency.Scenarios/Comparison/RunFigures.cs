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
        (RunMeasure.InmssSpend, year => year.InmssSpend.Value),
        (RunMeasure.Over45Minutes, year => year.Over45Minutes),
        (RunMeasure.Over75Minutes, year => year.Over75Minutes),
    ];

    /// <summary>Every figure of the run, unordered.</summary>
    internal static IEnumerable<(RunMeasure Measure, ComparedPeriod Period, decimal Value)> Of(RunSummary run)
    {
        YearFigures[] planned = [.. run.Figures.Years.Where(year => run.Horizon.IsPlanned(year.Year)).OrderBy(year => year.Year)];
        return [.. OfYears(planned), .. OfTravel(run, planned), .. OfBudget(run, RunMeasure.HighNeedsBlock, BudgetLine.HighNeedsBlock), .. OfBudget(run, RunMeasure.Transport, BudgetLine.Transport), .. OfCapital(run)];
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
        yield return (RunMeasure.MedianTravel, ComparedPeriod.Horizon, Minutes(NearestRank(journeys, 50)));
        yield return (RunMeasure.NinetiethPercentileTravel, ComparedPeriod.Horizon, Minutes(NearestRank(journeys, 90)));
    }

    private static IEnumerable<(RunMeasure Measure, ComparedPeriod Period, decimal Value)> OfBudget(RunSummary run, RunMeasure measure, BudgetLine line)
    {
        foreach (FinancialYear year in run.Horizon.FinancialYears)
        {
            yield return (measure, ComparedPeriod.Of(year), run.Figures.Budget.Where(amount => amount.Line == line && amount.Year == year).Sum(amount => amount.Amount.Value));
        }

        yield return (measure, ComparedPeriod.Horizon, run.Figures.Budget.Where(amount => amount.Line == line).Sum(amount => amount.Amount.Value));
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

    /// <summary>The shortest journey that at least that percentage of pupils do not exceed; nothing without journeys.</summary>
    private static Duration NearestRank((Duration Time, int Pupils)[] sorted, int percent)
    {
        long rank = ((sorted.Sum(journey => (long)journey.Pupils) * percent) + 99) / 100;
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
