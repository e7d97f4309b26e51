using System.Text.Json;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>What one solver did on one case, as its own process reports it.</summary>
/// <param name="Solver">Name of the solver.</param>
/// <param name="Status">What the solver said of its answer, in its own words.</param>
/// <param name="Pence">Objective: pence, with every pupil-year unplaced or above places at its weight; null without an answer.</param>
/// <param name="CpuSeconds">Processor time of solving, building the model included and making the case not.</param>
/// <param name="ElapsedSeconds">Elapsed time of the same.</param>
/// <param name="PeakMegabytes">Most memory of the whole process.</param>
internal sealed record LadderResult(string Solver, string Status, double? Pence, double CpuSeconds, double ElapsedSeconds, double PeakMegabytes)
{
    private const string Mark = "RESULT ";

    /// <summary>Stays of the case.</summary>
    public int Stays { get; init; }

    /// <summary>Columns of the neutral model; 0 where none was written.</summary>
    public int Columns { get; init; }

    /// <summary>Tiers of a plan: name, value and gap. Empty for peers.</summary>
    public IReadOnlyList<LadderTier> Tiers { get; init; } = [];

    /// <summary>Fingerprint of the case, and of the plan where there is one.</summary>
    public string Fingerprint { get; init; } = string.Empty;

    /// <summary>Processor time of the audit.</summary>
    public double? AuditCpuSeconds { get; init; }

    /// <summary>Findings of the audit.</summary>
    public int Findings { get; init; }

    /// <summary>Candidates that the plan opens, of how many.</summary>
    public string Openings { get; init; } = string.Empty;

    /// <summary>The line by which a child hands it to its parent.</summary>
    internal string ToLine() => Mark + JsonSerializer.Serialize(this);

    /// <summary>Finds the line in what a child wrote; null when there is none. Solvers write to the same stream.</summary>
    internal static LadderResult? Read(string output) => output.Split('\n').LastOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal)) is { } line
        ? JsonSerializer.Deserialize<LadderResult>(line[Mark.Length..])
        : null;
}

/// <summary>A tier of a plan.</summary>
/// <param name="Name">Name of the tier.</param>
/// <param name="Value">Pupil-years, or pence for cost.</param>
/// <param name="Gap">Proven gap, 0 to 1, as the audit derives it.</param>
internal sealed record LadderTier(string Name, long Value, double Gap);
