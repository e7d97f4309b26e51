using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Backtesting;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Reporting.Forecasts;
using PlaceSufficiency.Storage.Forecasts;
using PlaceSufficiency.Storage.Published.Series;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>backtest</c>: how good forecasts from past Januaries were, beside naive ones.</summary>
internal static class BacktestCommand
{
    private const int YearsBeforeFirst = 3;

    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        PublishedOptions published = new();
        Option<string?> truth = new("--truth") { Description = "Caseload of a later release with what happened; left out, --caseload has it.", HelpName = "file" };
        Option<string?> origins = new("--origins") { Description = "Januaries to forecast from, 2015,2016 or 2015-2019; left out, every one with three years before and one after it.", HelpName = "years" };
        Option<string> horizons = new("--horizons") { Description = "Years ahead.", HelpName = "years", DefaultValueFactory = _ => "1,2,3" };
        Option<string[]> authorities = new("--authority") { Description = "Authority whose fans are drawn, once for each; all are measured.", HelpName = "authority" };
        Option<int> paths = PublishedOptions.Paths();
        Option<long> seed = PublishedOptions.Seed();
        Option<int> threads = Arguments.Threads();
        Option<string> output = new("--out") { Description = "Folder for backtest.csv, cases.csv, summary.json and fans.html; an earlier backtest there is replaced.", HelpName = "folder", Required = true };
        Command command = new("backtest", "Forecast from past Januaries and compare with what happened, beside naive forecasts.") { truth, origins, horizons, authorities, paths, seed, threads, output };
        published.AddTo(command);
        published.Caseload.Required = true;
        command.SetAction((parsed, cancellation) =>
        {
            ForecastFolder.RefuseOtherThings(parsed.GetRequiredValue(output));
            SeriesReading read = published.Read(parsed);
            SeriesReading later = parsed.GetValue(truth) is { } file ? PublishedSeriesReader.Read(file, null, null) : read;
            return Task.FromResult(Test(
                screen, read, later,
                Origins(parsed.GetValue(origins), read.Series, later.Series),
                Years("--horizons", parsed.GetRequiredValue(horizons)),
                parsed.GetValue(authorities) ?? [],
                new PathSettings(parsed.GetValue(paths), parsed.GetValue(seed), parsed.GetValue(threads)),
                parsed.GetRequiredValue(output),
                cancellation));
        });
        return command;
    }

    private static int Test(
        Screen screen, SeriesReading read, SeriesReading truth, AcademicYear[] origins, int[] horizons, string[] authorities, PathSettings settings, string output, CancellationToken cancellation)
    {
        IReadOnlySet<string> drawn = PublishedOptions.Authorities(read.Series, read.Series.Authorities.Select(place => place.Code), authorities);
        BacktestResult result = Backtest.Of(read.Series, truth.Series, TrendAssumptions.Published, origins, horizons, settings, cancellation);
        if (result.Cases.IsEmpty)
        {
            throw new FindingsException([Finding.Error("backtest-nothing", "Nothing happened yet that these origins and horizons could be compared with.", key: "--origins")]);
        }

        Dictionary<string, PlanSeries> happened = truth.Series.Authorities.ToDictionary(place => place.Code);
        ImmutableArray<FanChart> fans =
        [
            .. result.Forecasts.Where(forecast => drawn.Contains(forecast.Authority)).Select(forecast => FanChart.Tested(
                forecast,
                happened[forecast.Authority].Plans.Where(pair => pair.Key > forecast.Origin && forecast.Totals.Any(total => total.Year == pair.Key))
                    .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Total))),
        ];
        BacktestReport report = new(settings.Paths, settings.Seed, result.Cases, result.Scores, fans, read.Reconciliations);
        ForecastFolder.Write(output, BacktestFiles.Of(report));
        TableView.Show(screen, BacktestFiles.Totals(result.Scores));
        TableView.Show(screen, BacktestFiles.Bands(result.Scores));
        screen.Unbroken($"Written: {result.Cases.Length:#,##0} forecasts from {origins.Length} Januaries, in {output.Replace('\\', '/')}/");
        return ExitCode.Answered;
    }

    private static AcademicYear[] Origins(string? words, PublishedSeries series, PublishedSeries truth)
    {
        if (words is not null)
        {
            return [.. Years("--origins", words).Select(year => PublishedOptions.OfCensus("--origins", year))];
        }

        AcademicYear[] years = [.. series.Authorities.SelectMany(place => place.Plans.Keys).Distinct().Order()];
        return [.. years.Skip(YearsBeforeFirst).Where(year => year < truth.LastYear)];
    }

    /// <summary>"1,2,3" or "2013-2019".</summary>
    private static int[] Years(string option, string words)
    {
        List<int> years = [];
        foreach (string part in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || !ends.All(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 0 and <= 2150)
                || int.Parse(ends[0], CultureInfo.InvariantCulture) > int.Parse(ends[^1], CultureInfo.InvariantCulture))
            {
                throw new FindingsException([Finding.Error("backtest-years", "Years are written 2015,2016 or 2015-2019.", key: option, value: part)]);
            }

            int first = int.Parse(ends[0], CultureInfo.InvariantCulture);
            years.AddRange(Enumerable.Range(first, int.Parse(ends[^1], CultureInfo.InvariantCulture) - first + 1));
        }

        return years.Count > 0 ? [.. years.Distinct().Order()] : throw new FindingsException([Finding.Error("backtest-years", "No years are named.", key: option, value: words)]);
    }
}
