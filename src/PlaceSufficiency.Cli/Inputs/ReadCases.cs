using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Forecasting;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Cli.Inputs;

/// <summary>A scenario that was read and forecast: it can be planned.</summary>
/// <param name="Path">Where it was read from.</param>
/// <param name="Loaded">The case.</param>
/// <param name="Demand">The forecast.</param>
public sealed record ReadCase(ScenarioPath Path, LoadedCase Loaded, DemandPath Demand);

/// <summary>Every scenario that was asked for, read before anything is done with any of them.</summary>
/// <param name="Cases">Those that can be used, in the order of their names.</param>
/// <param name="Findings">Everything found in all of them, with the folder it was found in.</param>
public sealed record ReadCases(IReadOnlyList<ReadCase> Cases, IReadOnlyList<(string Folder, Finding Finding)> Findings)
{
    /// <summary>Whether anything cannot be used.</summary>
    public bool HasErrors => Findings.Any(found => found.Finding.Severity == Severity.Error);

    /// <summary>The same cases planned by that solver; by those they state where it is null.</summary>
    public ReadCases With(SolverChoice? solver) => solver is not { } choice ? this : this with
    {
        Cases = [.. Cases.Select(read => read with { Loaded = read.Loaded with { Case = read.Loaded.Case with { Solver = choice } } })],
    };

    /// <summary>Reads and forecasts the files, and every scenario of the folders, that the arguments name.</summary>
    /// <param name="arguments">Files and folders.</param>
    /// <param name="threads">How many are read at once, at least 1.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static ReadCases Of(IEnumerable<string> arguments, int threads, CancellationToken cancellation)
    {
        List<Finding> own = [];
        IReadOnlyList<ScenarioPath> paths = ScenarioPath.Of(arguments, own);
        (ReadCase? Case, IReadOnlyList<Finding> Findings)[] read =
            [.. paths.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(cancellation).Select(Read)];
        return new ReadCases(
            [.. read.Select(one => one.Case).OfType<ReadCase>()],
            [
                .. own.Select(finding => (string.Empty, finding)),
                .. paths.Zip(read).SelectMany(pair => pair.Second.Findings.Select(finding => (pair.First.ShownFolder, finding))),
            ]);
    }

    private static (ReadCase? Case, IReadOnlyList<Finding> Findings) Read(ScenarioPath path)
    {
        try
        {
            LoadedCase loaded = CaseReader.Read(path.Path);
            DemandForecast forecast = Forecaster.ForecastWithFindings(loaded.Case);
            return (new ReadCase(path, loaded, forecast.Path), [.. loaded.Findings, .. forecast.Findings]);
        }
        catch (FindingsException exception)
        {
            return (null, exception.Findings);
        }
    }
}
