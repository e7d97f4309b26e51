using System.CommandLine;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Reporting.Forecasts;
using PlaceSufficiency.Storage.Forecasts;
using PlaceSufficiency.Storage.Published.Series;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>forecast</c>: how many plans authorities will hold, from published tables.</summary>
internal static class ForecastCommand
{
    private const int MostYears = 30;

    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        PublishedOptions published = new();
        Argument<string[]> scenarios = new("scenarios")
        {
            Description = "Scenario files or folders whose own demand is forecast; left out, published tables are.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string[]> authorities = new("--authority") { Description = "Codes or names of authorities, with commas or once for each; all for every one in the files.", HelpName = "authority" };
        Option<string?> population = new("--population") { Description = "CSV of residents by authority, census_year, age_years and persons: tells how much of the growth is population.", HelpName = "file" };
        Option<int?> from = PublishedOptions.January("--from", "January to forecast from, as if nothing later were known; left out, the last in the files.");
        Option<int?> to = PublishedOptions.January("--to", "Last January forecast.");
        Option<int> paths = Arguments.Paths();
        Option<long> seed = Arguments.Seed();
        Option<int> threads = Arguments.Threads();
        Option<string> output = new("--out") { Description = "Folder for forecast.csv, summary.json and charts; an earlier forecast there is replaced.", HelpName = "folder", Required = true };
        Command command = new("forecast", "Forecast the plans of authorities from the published tables, with honest uncertainty.") { scenarios, authorities, population, from, to, paths, seed, threads, output };
        published.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(parsed.GetValue(scenarios) is { Length: > 0 } cases
            ? CaseForecastRun.Of(screen, cases, parsed.GetValue(seed), parsed.GetValue(paths), parsed.GetValue(threads), parsed.GetRequiredValue(output), cancellation)
            : Forecast(
            screen,
            Complete(parsed, published, authorities, to) ? published.Read(parsed) : throw NothingNamed(),
            parsed.GetValue(authorities)!,
            parsed.GetValue(population),
            parsed.GetValue(from),
            parsed.GetValue(to)!.Value,
            new PathSettings(parsed.GetValue(paths), parsed.GetValue(seed), parsed.GetValue(threads)),
            parsed.GetRequiredValue(output),
            cancellation)));
        return command;
    }

    private static bool Complete(ParseResult parsed, PublishedOptions published, Option<string[]> authorities, Option<int?> to) =>
        parsed.GetValue(published.Caseload) is not null && parsed.GetValue(authorities) is { Length: > 0 } && parsed.GetValue(to) is not null;

    private static FindingsException NothingNamed() => new([Finding.Error(
        "nothing-to-forecast", "A forecast is of scenarios, or of published tables with --caseload, --authority and --to.", maybe: "'forecast scenarios/southampton/base.yaml --out folder' was meant.")]);

    private static int Forecast(
        Screen screen, SeriesReading read, string[] authorities, string? population, int? from, int to, PathSettings settings, string output, CancellationToken cancellation)
    {
        ForecastFolder.RefuseOtherThings(output);
        AcademicYear origin = from is { } year ? PublishedOptions.OfCensus("--from", year) : read.Series.LastYear;
        AcademicYear last = PublishedOptions.OfCensus("--to", to);
        if (last <= origin || last.YearsSince(origin) > MostYears)
        {
            throw new FindingsException([Finding.Error(
                "forecast-horizon", $"A forecast from January {origin.CensusYear} reaches to a later January, at most {MostYears} years on.", key: "--to", value: $"{to}")]);
        }

        TrendFit fit = TrendFit.Of(read.Series, origin, TrendAssumptions.Published);
        AuthorityChoice chosen = AuthorityChoice.Of(read.Series, fit.Codes, authorities);
        (ResidentsByAge? residents, RowReconciliation? rows) = population is null ? (null, null) : ResidentsFile.Read(population);
        ForecastReport report = new(
            origin, settings.Paths, settings.Seed, fit.EnglandGrowth,
            [.. TrendForecaster.Forecast(fit, chosen.Codes, last, settings, residents, cancellation).Select(forecast => forecast with { Authority = chosen.Shown(forecast.Authority) })],
            [.. read.Series.Authorities.Where(place => chosen.Codes.Contains(place.Code)).Select(place => place with { Code = chosen.Shown(place.Code) })],
            rows is null ? read.Reconciliations : read.Reconciliations.Add(rows), [.. chosen.Codes.Count == fit.Codes.Count() ? read.Findings : read.About(chosen.Codes), .. WithoutResidents(residents, read.Series, chosen.Codes, population)])
        {
            KnowsResidents = residents is not null,
        };
        cancellation.ThrowIfCancellationRequested();
        ForecastFolder.Write(output, ForecastFiles.Of(report));
        Show(screen, report, output);
        return ExitCode.Answered;
    }

    /// <summary>Authorities whose residents the file does not have: their growth by population stays among present rates.</summary>
    private static IEnumerable<Finding> WithoutResidents(ResidentsByAge? residents, PublishedSeries series, IReadOnlySet<string> codes, string? file)
    {
        if (residents is null)
        {
            return [];
        }

        HashSet<string> known = [.. residents.Persons.Keys.Select(key => key.Code)];
        return series.Authorities.Where(place => codes.Contains(place.Code) && !known.Contains(place.Code)).Select(place => Finding.Warning(
            "residents-missing", $"The file has no residents of {place.Name}; what population adds is counted among present rates.", Path.GetFileName(file), key: "authority", value: place.Code));
    }

    private static void Show(Screen screen, ForecastReport report, string output)
    {
        screen.Findings([.. report.Findings.Select(finding => (string.Empty, finding))], asResult: false);
        TableView.Show(screen, ForecastTables.Rows(report.Reconciliations));
        foreach (PlanForecast forecast in report.Forecasts.Where(forecast => report.Forecasts.Length == 1 || forecast.Authority == PlanForecast.Together))
        {
            TableView.Show(screen, ForecastTables.Totals(forecast));
            if (!forecast.Growth.IsEmpty)
            {
                TableView.Show(screen, ForecastTables.GrowthTable(forecast, report.KnowsResidents));
            }
        }

        screen.Unbroken($"Written: {report.Authorities.Count():#,##0} {(report.Forecasts.Length == 1 ? "authority" : "authorities")}, {report.Paths:#,##0} paths, in {output.Replace('\\', '/')}/");
    }
}
