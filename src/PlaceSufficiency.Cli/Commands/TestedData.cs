using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Backtesting;
using PlaceSufficiency.Forecasting.Learning;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Reporting.Forecasts;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Published.Series;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Cli.Commands;

/// <summary>What a backtest forecasts and compares with: published tables, or records of children counted by year group and by need.</summary>
/// <param name="Series">The series to learn from; of several the first gives all ages.</param>
/// <param name="Truth">The series with what happened.</param>
/// <param name="Assumptions">The model's assumptions.</param>
/// <param name="Drawn">Codes whose fans are drawn.</param>
/// <param name="Rows">What became of the rows read.</param>
internal sealed record TestedData(
    ImmutableArray<PublishedSeries> Series, ImmutableArray<PublishedSeries> Truth, TrendAssumptions Assumptions, IReadOnlySet<string> Drawn, ImmutableArray<RowReconciliation> Rows)
{
    private const int MostDrawn = 5;

    /// <summary>Published tables, with what happened in them or in a later release.</summary>
    internal static TestedData OfPublished(SeriesReading read, SeriesReading? later, IReadOnlyList<string> drawn) => new(
        [read.Series], [(later ?? read).Series], TrendAssumptions.Published,
        drawn.Count > 0 ? AuthorityChoice.Of(read.Series, read.Series.Authorities.Select(place => place.Code), drawn).Codes : Largest(read.Series), read.Reconciliations);

    /// <summary>The authorities whose fans are drawn where none is named.</summary>
    private static HashSet<string> Largest(PublishedSeries series) =>
        [.. series.Authorities.OrderByDescending(place => place.Plans.Values.Last().Total).ThenBy(place => place.Code, StringComparer.Ordinal).Take(MostDrawn).Select(place => place.Code)];

    /// <summary>The history of a case, and the case as it stands.</summary>
    internal static TestedData OfCase(LoadedCase loaded)
    {
        ImmutableArray<PublishedSeries> series = HistorySeries.ByNeed(loaded.Case) is { } byNeed ? [HistorySeries.ByAge(loaded.Case), byNeed] : [HistorySeries.ByAge(loaded.Case)];
        int rows = loaded.Case.History.Length;
        return new TestedData(series, series, TrendAssumptions.Published, new HashSet<string> { HistorySeries.Place }, [new RowReconciliation("history.csv", rows, rows, [])])
        {
            AsItStands = loaded.Case,
            Doubts = [.. HistoryChecks.Of(loaded.Case, series[0])],
        };
    }

    /// <summary>What is doubtful in the data.</summary>
    internal ImmutableArray<Finding> Doubts { get; private init; } = [];

    /// <summary>The case that is tested as it stands where its base year is an origin; null where there is none.</summary>
    private PlanningCase? AsItStands { get; init; }

    /// <summary>Records of children.</summary>
    /// <exception cref="FindingsException">The records have a year missing in the middle, or no row that can be used.</exception>
    internal static TestedData OfRecords(RecordReading read)
    {
        Finding[] found = [.. read.Findings, .. RecordChecks.Of(read.Records, RecordCodes.Pooled(read.Records))];
        if (found.Any(finding => finding.Severity == Severity.Error))
        {
            throw new FindingsException(found);
        }

        ImmutableArray<PublishedSeries> series = [RecordSeries.ByYearGroup(read.Records), RecordSeries.ByNeed(read.Records)];
        return new TestedData(series, series, TrendAssumptions.Records, new HashSet<string> { RecordSeries.Place }, read.Records.Reconciliations)
        {
            Doubts = [.. found],
        };
    }

    /// <summary>Every January with that many years before it and one after it; where there are too few years for that, with one before it.</summary>
    internal AcademicYear[] Origins(int yearsBefore)
    {
        AcademicYear[] known = [.. Series[0].Authorities.SelectMany(place => place.Plans.Keys).Distinct().Order()];
        AcademicYear last = Truth[0].LastYear;
        AcademicYear[] origins = [.. known.Skip(Assumptions == TrendAssumptions.Records ? 1 : yearsBefore).Where(year => year < last)];
        return origins.Length > 0 ? origins : [.. known.Skip(1).Where(year => year < last)];
    }

    /// <summary>Forecasts from the origins and compares.</summary>
    /// <exception cref="FindingsException">Nothing happened yet that could be compared with.</exception>
    internal BacktestReport Test(AcademicYear[] origins, int[] horizons, PathSettings settings, CancellationToken cancellation)
    {
        BacktestResult[] results = [.. Series.Zip(Truth, (series, truth) => Backtest.Of(series, truth, Assumptions, origins, horizons, settings, cancellation))];
        ImmutableArray<BacktestCase> cases = [.. results.SelectMany((result, i) => i == 0 ? result.Cases : result.Cases.Where(one => one.Band != PlanForecast.Total))];
        CaseTest stands = AsItStands is { } own && origins.Contains(own.Horizon.BaseYear) ? CaseTest.Of(own, Truth, horizons, settings, cancellation) : new CaseTest([], null);
        cases = cases.AddRange(stands.Cases);
        if (cases.IsEmpty)
        {
            throw new FindingsException([Finding.Error("backtest-nothing", "Nothing happened yet that these origins and horizons could be compared with.", key: "--origins")]);
        }

        Dictionary<string, PlanSeries> happened = Truth[0].Authorities.ToDictionary(place => place.Code);
        return new BacktestReport(
            settings.Paths, settings.Seed, cases, BacktestScore.Of(cases),
            [.. results[0].Forecasts.Concat(new[] { stands.Forecast }.OfType<PlanForecast>()).Where(forecast => Drawn.Contains(forecast.Authority)).Select(forecast => FanChart.Tested(forecast, Since(happened[forecast.Authority], forecast)))], Rows);
    }

    private static ImmutableSortedDictionary<AcademicYear, int> Since(PlanSeries place, PlanForecast forecast) => place.Plans
        .Where(pair => forecast.Totals.Any(total => total.Year == pair.Key)).ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Total);
}
