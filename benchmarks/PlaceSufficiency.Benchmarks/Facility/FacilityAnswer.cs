using System.Text.Json;

namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>What one solver did with one file, as its own process reports it.</summary>
/// <param name="Solver">Name of the solver.</param>
/// <param name="Status">What it said of its answer.</param>
/// <param name="Value">Value reached, in the file's unit; null without a plan.</param>
/// <param name="Bound">Proven lower bound, ours only: peers misreport theirs.</param>
/// <param name="CpuSeconds">Processor time of solving; for ours everything from arrays to proof.</param>
/// <param name="Cases">Cases that the proof looked at, ours only.</param>
internal sealed record FacilityAnswer(string Solver, string Status, double? Value, double? Bound, double CpuSeconds, int Cases)
{
    private const string Mark = "ANSWER ";

    /// <summary>Whether it claims the optimum.</summary>
    internal bool IsProven => string.Equals(Status, "optimal", StringComparison.OrdinalIgnoreCase);

    /// <summary>The line by which a child hands it to its parent.</summary>
    internal string ToLine() => Mark + JsonSerializer.Serialize(this);

    /// <summary>Finds the line in what a child wrote; solvers write to the same stream.</summary>
    internal static FacilityAnswer? Read(string output) => output.Split('\n').LastOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal)) is { } line
        ? JsonSerializer.Deserialize<FacilityAnswer>(line[Mark.Length..])
        : null;
}
