using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>What each run takes off independent and non-maintained special schools, year by year, and how far placements that stand delay it.</summary>
public static class InmssFallTable
{
    /// <summary>The table; a row a run and year, all runs but the first.</summary>
    public static ReportTable Of(RunComparison comparison)
    {
        string baseline = comparison.Runs[0];
        return new TableOf<Fall>(
                "comparison-inmss-fall",
                $"INMSS pupils and spend with each run, against {baseline}",
                "Spend is fees, top-ups and place funding over the academic year. Standing pupils have been in INMSS in every year since the base year; the share of the base year's who still are is the lag.")
            .Words("run", "Run", row => row.Run)
            .Words("year", "Year", row => row.Year.ToString())
            .Pupils("without", "Without", row => row.PupilsWithout)
            .Pupils("with", "With", row => row.PupilsWith)
            .Pupils("fall", "Fall", row => row.PupilsWithout - row.PupilsWith)
            .With("spend_without", "Spend without", Unit.PoundsMillion, row => Million(row.SpendWithout))
            .With("spend_with", "Spend with", Unit.PoundsMillion, row => Million(row.SpendWith))
            .With("spend_fall", "Spend fall", Unit.PoundsMillion, row => Million(row.SpendWithout - row.SpendWith))
            .Pupils("standing", "Standing", row => row.Standing)
            .With("standing_share", "Still there", Unit.Percent, row => row.AtBase == 0 ? Cell.Nothing : new NumberCell(100m * row.Standing / row.AtBase, 0))
            .Of(comparison.Runs.Skip(1).SelectMany(run => Falls(comparison, baseline, run)));
    }

    private static IEnumerable<Fall> Falls(RunComparison comparison, string baseline, string run)
    {
        AcademicYear[] YearsOf(string of) => [.. comparison.Values.Where(value => value.Run == of && value.Measure == RunMeasure.InmssPupils && value.Period.Academic is not null).Select(value => value.Period.Academic!.Value)];
        AcademicYear[] years = [.. YearsOf(run).Intersect(YearsOf(baseline)).Order()];
        decimal Value(string of, RunMeasure measure, AcademicYear year) => comparison.Value(of, measure, ComparedPeriod.Of(year)).Value;
        return years.Select(year => new Fall(
            run,
            year,
            (int)Value(baseline, RunMeasure.InmssPupils, year),
            (int)Value(run, RunMeasure.InmssPupils, year),
            Value(baseline, RunMeasure.InmssSpend, year),
            Value(run, RunMeasure.InmssSpend, year),
            (int)Value(run, RunMeasure.InmssSinceBase, year),
            (int)(comparison.Values.FirstOrDefault(value => value.Run == run && value.Measure == RunMeasure.InmssSinceBase)?.Value ?? 0)));
    }

    private static NumberCell Million(decimal pounds) => new(pounds / 1_000_000, 2);

    private sealed record Fall(
        string Run, AcademicYear Year, int PupilsWithout, int PupilsWith, decimal SpendWithout, decimal SpendWith, int Standing, int AtBase);
}
