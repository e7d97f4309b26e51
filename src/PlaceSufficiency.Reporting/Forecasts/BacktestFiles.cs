using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>A backtest, to be written.</summary>
/// <param name="Paths">Number of paths.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Cases">Every forecast beside what happened.</param>
/// <param name="Scores">Their measures.</param>
/// <param name="Fans">Fans to be drawn beside what happened.</param>
/// <param name="Reconciliations">What became of every row read.</param>
public sealed record BacktestReport(
    int Paths, long Seed, ImmutableArray<BacktestCase> Cases, ImmutableArray<BacktestScore> Scores, ImmutableArray<FanChart> Fans, ImmutableArray<RowReconciliation> Reconciliations);

/// <summary>The files of a backtest, and its tables for people.</summary>
public static class BacktestFiles
{
    /// <summary>The files by path.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(BacktestReport report)
    {
        yield return new("backtest.csv", Scores(report.Scores));
        yield return new("cases.csv", Cases(report.Cases));
        yield return new("rows.csv", RowsCsv.Of(report.Reconciliations));
        yield return new("summary.json", Summary(report));
        yield return new("fans.html", ForecastPage.Of(report));
    }

    /// <summary>Measures of the total, a line a method and horizon.</summary>
    public static ReportTable Totals(IEnumerable<BacktestScore> scores) => Table("backtest-total", "All ages: error, coverage and CRPS by years ahead", scores.Where(score => score.Band == PlanForecast.Total));

    /// <summary>Measures of the model by band, a line a band and horizon.</summary>
    public static ReportTable Bands(IEnumerable<BacktestScore> scores) =>
        Table("backtest-bands", "By band", scores.Where(score => score.Band != PlanForecast.Total && score.Method == ForecastMethod.Model));

    /// <summary>"last-growth", as files write it.</summary>
    public static string Name(ForecastMethod method) => method switch
    {
        ForecastMethod.Model => "model",
        ForecastMethod.LastValue => "last-value",
        ForecastMethod.LastGrowth => "last-growth",
        ForecastMethod.MeanGrowth => "mean-growth-3",
        ForecastMethod.DampedTrend => "damped-trend",
        _ => "case",
    };

    private static ReportTable Table(string key, string title, IEnumerable<BacktestScore> scores) =>
        new TableOf<BacktestScore>(key, title)
            .Words("horizon", "Years", row => row.Horizon.ToString(CultureInfo.InvariantCulture))
            .Words("method", "Method", row => row.Band == PlanForecast.Total ? Name(row.Method) : row.Band)
            .With("wape", "WAPE", Unit.Percent, row => Percent(row.Wape))
            .With("median", "of median", Unit.Percent, row => Percent(row.MedianWape))
            .With("mape", "MAPE", Unit.Percent, row => Percent(row.Mape))
            .With("bias", "bias", Unit.Percent, row => Percent(row.Bias))
            .With("crps", "CRPS", Unit.Percent, row => Percent(row.Crps))
            .With("crps_median", "of median", Unit.Percent, row => Percent(row.MedianCrps))
            .With("c80", "in 80", Unit.Percent, row => Percent(row.Covered80))
            .With("c95", "in 95", Unit.Percent, row => Percent(row.Covered95))
            .With("w80", "width", Unit.Percent, row => Percent(row.Width80))
            .Of(scores.OrderBy(score => score.Horizon));

    private static NumberCell Percent(double share) => new((decimal)Math.Round(share * 100, 2), 2);

    private static string Scores(IEnumerable<BacktestScore> scores)
    {
        PlainCsv csv = new("method,horizon,band,cases,mape,wape,wape_median_authority,bias,covered80,covered95,width80,width95,crps,crps_median_authority");
        foreach (BacktestScore score in scores)
        {
            csv.Add(
                Name(score.Method), score.Horizon, score.Band, score.Cases, Six(score.Mape), Six(score.Wape), Six(score.MedianWape), Six(score.Bias), Six(score.Covered80), Six(score.Covered95),
                Six(score.Width80), Six(score.Width95), Six(score.Crps), Six(score.MedianCrps));
        }

        return csv.ToString();
    }

    private static string Cases(IEnumerable<BacktestCase> cases)
    {
        PlainCsv csv = new("method,origin,horizon,census_year,authority,band,median,low80,high80,low95,high95,actual,crps");
        foreach (BacktestCase one in cases)
        {
            csv.Add(
                Name(one.Method), one.Origin.CensusYear, one.Horizon, one.Origin.PlusYears(one.Horizon).CensusYear, one.Authority, one.Band,
                one.Median, one.Low80, one.High80, one.Low95, one.High95, one.Actual, one.Crps);
        }

        return csv.ToString();
    }

    private static string Six(double share) => share.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Summary(BacktestReport report) => ForecastJson.Text(json =>
    {
        json.WriteNumber("schemaVersion", 1);
        json.WriteNumber("paths", report.Paths);
        json.WriteNumber("seed", report.Seed);
        json.WriteStartArray("origins");
        foreach (AcademicYear origin in report.Cases.Select(one => one.Origin).Distinct().Order())
        {
            json.WriteNumberValue(origin.CensusYear);
        }

        json.WriteEndArray();
        ForecastJson.Array(json, "files", report.Reconciliations, ForecastJson.WriteRows);
        ForecastJson.Array(json, "scores", report.Scores, (row, score) =>
        {
            row.WriteString("method", Name(score.Method));
            row.WriteNumber("horizon", score.Horizon);
            row.WriteString("band", score.Band);
            row.WriteNumber("cases", score.Cases);
            foreach ((string key, double share) in (ReadOnlySpan<(string, double)>)
                [("mape", score.Mape), ("wape", score.Wape), ("wapeMedianAuthority", score.MedianWape), ("bias", score.Bias), ("covered80", score.Covered80), ("covered95", score.Covered95),
                 ("width80", score.Width80), ("width95", score.Width95), ("crps", score.Crps), ("crpsMedianAuthority", score.MedianCrps)])
            {
                row.WriteNumber(key, Math.Round(share, 6));
            }
        });
    });
}
