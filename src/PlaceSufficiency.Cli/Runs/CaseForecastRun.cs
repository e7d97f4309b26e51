using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Reporting.Forecasts;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Forecasts;

namespace PlaceSufficiency.Cli.Runs;

/// <summary>Forecasts the demand of cases by their paths, each into a folder of its own, or the only one into the folder itself.</summary>
internal static class CaseForecastRun
{
    /// <summary>Reads, forecasts, writes and shows.</summary>
    internal static int Of(Screen screen, string[] scenarios, long seed, int paths, int threads, string output, CancellationToken cancellation)
    {
        List<Finding> own = [];
        IReadOnlyList<ScenarioPath> files = ScenarioPath.Of(scenarios, own);
        if (own.Count > 0)
        {
            throw new FindingsException(own);
        }

        string[] folders = [.. files.Select(file => files.Count == 1 ? output : Path.Combine(output, file.CaseName, file.Name))];
        foreach (string folder in folders)
        {
            ForecastFolder.RefuseOtherThings(folder);
        }

        foreach ((ScenarioPath file, string folder) in files.Zip(folders))
        {
            LoadedCase loaded = CaseReader.Read(file.Path);
            screen.Findings([.. loaded.Findings.Select(finding => (file.ShownFolder, finding))], asResult: false);
            CaseForecast forecast = CaseForecaster.Of(loaded.Case, seed, paths, threads, cancellation);
            cancellation.ThrowIfCancellationRequested();
            ForecastFolder.Write(folder, CaseForecastFiles.Of(forecast));
            screen.Heading(forecast.Name);
            TableView.Show(screen, CaseForecastFiles.Totals(forecast));
            TableView.Show(screen, CaseForecastFiles.GrowthTable(forecast));
            screen.Unbroken($"Written: {paths:#,##0} paths, in {folder.Replace('\\', '/')}/");
        }

        return ExitCode.Answered;
    }
}
