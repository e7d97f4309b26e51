using System.Collections.Immutable;
using System.ComponentModel;

namespace PlaceSufficiency.Scenarios.Batches;

/// <summary>How much of each run an archive keeps; each level holds everything of those before it.</summary>
public enum KeptResults
{
    /// <summary>Figures by year, need and phase, provision and budget line: enough for the chance of shortfall.</summary>
    Summary,

    /// <summary>Also balances, money by item and kind, and why and where pupils are unplaced.</summary>
    Tables,

    /// <summary>Also the demand, every placement and the certificate, so that the plan can be audited again.</summary>
    Placements,
}

/// <summary>Simulated futures of demand.</summary>
/// <param name="Count">How many, at least 1; they are numbered from 0.</param>
/// <param name="Seed">Seed of all of them: the same seed and number is the same future of the same case.</param>
[Description("Simulated futures of demand; left out, the central forecast alone.")]
public sealed record PathCount(
    [property: Description("How many, at least 1.")] int Count,
    [property: Description("Seed, a whole number: the same seed gives the same futures.")] int Seed);

/// <summary>One thing that is varied, and the values it takes.</summary>
/// <param name="Over">What is varied; see <see cref="SweepTarget"/>.</param>
/// <param name="Values">Its values, each once, in the order in which they are run.</param>
public sealed record Sweep(string Over, ImmutableArray<decimal> Values);

/// <summary>One thing that is varied, at one of its values.</summary>
/// <param name="Over">What is varied.</param>
/// <param name="Value">The value.</param>
public sealed record SweepSetting(string Over, decimal Value)
{
    /// <summary>"inmss.cap.2027=40".</summary>
    public override string ToString() => $"{Over}={Value:0.############}";
}

/// <summary>Many runs to be made: scenarios x settings x futures.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Scenarios">Scenario files, as paths relative to the batch file; at least one.</param>
/// <param name="Paths">Futures of demand; null for the central forecast alone.</param>
/// <param name="Grids">
/// Things that are varied: within a grid every value of one with every value of the others, the grids one after another. Empty: each scenario as it stands.
/// </param>
/// <param name="Keep">What is kept of each run.</param>
public sealed record Batch(
    string Name, ImmutableArray<string> Scenarios, PathCount? Paths, ImmutableArray<ImmutableArray<Sweep>> Grids, KeptResults Keep);
