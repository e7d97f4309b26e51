using System.CommandLine;
using System.Globalization;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.PlanTrends;
using PlaceSufficiency.Reporting.Forecasts;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Forecasts;
using PlaceSufficiency.Storage.Published.Series;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>backtest</c>: how good forecasts from past Januaries were, beside naive ones.</summary>
internal static class BacktestCommand
{
    private const int YearsBeforeFirst = 3;

    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        PublishedOptions published = new();
        Argument<string?> scenario = new("scenario") { Description = "Scenario file of a case with tables/history.csv, instead of published tables.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> transitions = new("--transitions") { Description = "CSV of records of children instead of published tables: one row a child a year.", HelpName = "file" };
        Option<string?> valid = new("--valid-states") { Description = "CSV of settings with the year groups and needs each takes, as it goes with transitions; a setting or need that it does not have is refused.", HelpName = "file" };
        Option<string?> truth = new("--truth") { Description = "Caseload of a later release with what happened; left out, --caseload has it.", HelpName = "file" };
        Option<string?> origins = new("--origins") { Description = "Januaries to forecast from, 2015,2016 or 2015-2019; left out, every one that can be.", HelpName = "years" };
        Option<string> horizons = new("--horizons") { Description = "Years ahead.", HelpName = "years", DefaultValueFactory = _ => "1,2,3" };
        Option<string[]> authorities = new("--authority") { Description = "Authorities whose fans are drawn; left out, the five largest. All are measured.", HelpName = "authority" };
        Option<int> paths = Arguments.Paths();
        Option<long> seed = Arguments.Seed();
        Option<int> threads = Arguments.Threads();
        Option<string> output = new("--out") { Description = "Folder for backtest.csv, cases.csv, summary.json and fans.html; an earlier backtest there is replaced.", HelpName = "folder", Required = true };
        Command command = new("backtest", "Forecast from past Januaries and compare with what happened, beside naive forecasts.")
        {
            scenario, transitions, valid, truth, origins, horizons, authorities, paths, seed, threads, output,
        };
        published.AddTo(command);
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(scenario) is null, result.GetResult(transitions) is null, result.GetResult(published.Caseload) is null }.Count(absent => !absent) != 1)
            {
                result.AddError("Either a scenario, --caseload or --transitions says what is tested.");
            }
        });
        command.SetAction((parsed, cancellation) =>
        {
            string folder = parsed.GetRequiredValue(output);
            ForecastFolder.RefuseOtherThings(folder);
            TestedData data = parsed.GetValue(scenario) is { } file ? TestedData.OfCase(Case(screen, file)) : parsed.GetValue(transitions) is { } records
                ? TestedData.OfRecords(ValidStatesFile.Checked(TransitionsFile.Read(records, null), parsed.GetValue(valid)))
                : TestedData.OfPublished(published.Read(parsed), parsed.GetValue(truth) is { } later ? PublishedSeriesReader.Read(later, null, null) : null, parsed.GetValue(authorities) ?? []);
            screen.Findings([.. data.Doubts.Select(finding => (string.Empty, finding))], asResult: false);
            TableView.Show(screen, ForecastTables.Rows(data.Rows));
            AcademicYear[] from = parsed.GetValue(origins) is { } words
                ? [.. Years("--origins", words).Select(year => PublishedOptions.OfCensus("--origins", year))]
                : data.Origins(YearsBeforeFirst);
            PathSettings settings = new(parsed.GetValue(paths), parsed.GetValue(seed), parsed.GetValue(threads));
            BacktestReport report = data.Test(from, Years("--horizons", parsed.GetRequiredValue(horizons)), settings, cancellation);
            cancellation.ThrowIfCancellationRequested();
            ForecastFolder.Write(folder, BacktestFiles.Of(report));
            TableView.Show(screen, BacktestFiles.Totals(report.Scores));
            TableView.Show(screen, BacktestFiles.Bands(report.Scores));
            screen.Unbroken($"Written: {report.Cases.Length:#,##0} forecasts from {from.Length} {(from.Length == 1 ? "January" : "Januaries")}, in {folder.Replace('\\', '/')}/");
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }

    private static LoadedCase Case(Screen screen, string file)
    {
        List<Finding> wrong = [];
        IReadOnlyList<ScenarioPath> files = ScenarioPath.Of([Directory.Exists(file) && File.Exists(Path.Combine(file, "base.yaml")) ? Path.Combine(file, "base.yaml") : file], wrong);
        if (wrong.Count > 0 || files.Count != 1)
        {
            throw new FindingsException([.. wrong.DefaultIfEmpty(Finding.Error("backtest-one-case", "One scenario is tested at a time.", value: file))]);
        }

        LoadedCase loaded = CaseReader.Read(files[0].Path);
        screen.Findings([.. loaded.Findings.Select(finding => (files[0].ShownFolder, finding))], asResult: false);
        return loaded;
    }

    /// <summary>"1,2,3" or "2013-2019".</summary>
    private static int[] Years(string option, string words)
    {
        List<int> years = [];
        foreach (string part in words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int?[] ends = [.. part.Split('-', StringSplitOptions.TrimEntries)
                .Select(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 0 and <= 2150 ? year : (int?)null)];
            if (ends.Length > 2 || ends[0] is not { } first || ends[^1] is not { } last || first > last)
            {
                throw new FindingsException([Finding.Error("backtest-years", "Years are written 2015,2016 or 2015-2019.", key: option, value: part)]);
            }

            years.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return years.Count > 0 ? [.. years.Distinct().Order()] : throw new FindingsException([Finding.Error("backtest-years", "No years are named.", key: option, value: words)]);
    }
}
