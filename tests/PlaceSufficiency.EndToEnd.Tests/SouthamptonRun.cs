using PlaceSufficiency.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(SouthamptonRun))]

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>All scenarios of scenarios/southampton, run once by one process with two scenarios at a time.</summary>
public sealed class SouthamptonRun : IAsyncLifetime
{
    private readonly TempFolder _results = new();

    /// <summary>Folder of the case.</summary>
    internal static string Case => Repository.At("scenarios", "southampton");

    /// <summary>Names of the scenarios of the case, without base.yaml.</summary>
    internal static IReadOnlyList<string> Scenarios { get; } =
    [
        .. Directory.EnumerateFiles(Case, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => name != "base").Order(StringComparer.Ordinal),
    ];

    internal string Results => _results.At("southampton");

    internal Said Said { get; private set; } = new(-1, "", "");

    internal string Of(string scenario) => Path.Combine(Results, scenario);

    public async ValueTask InitializeAsync() => Said = await ProgramProcess.Run("run", Case, "--out", _results.Path, "--threads", "2");

    public ValueTask DisposeAsync()
    {
        _results.Dispose();
        return ValueTask.CompletedTask;
    }
}
