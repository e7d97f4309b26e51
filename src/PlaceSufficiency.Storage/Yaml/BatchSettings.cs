using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>What a batch file says.</summary>
[Description("A batch: many runs of one or more scenarios, kept in an archive.")]
internal sealed record BatchSettings(
    [property: Description("Version of this file format: 1.")] int Schema,
    [property: Description("Name of the batch.")] string Name,
    [property: Description("Scenarios beside this file: names, paths or patterns with * and ?; a pattern leaves base.yaml and batch files out.")] ImmutableArray<string> Scenarios,
    [property: Description("Simulated futures of demand; left out, the central forecast alone.")] PathCount? Paths = null,
    [property: Description("Things that are varied one after another, each alone.")] ImmutableArray<SweepSettings>? Sweeps = null,
    [property: Description("Things that are varied together: every value of one with every value of the others.")] ImmutableArray<ImmutableArray<SweepSettings>>? Grids = null,
    [property: Description("What is kept of each run: summary, tables or placements.")] KeptResults Keep = KeptResults.Summary);

/// <summary>One thing that is varied.</summary>
[Description("One thing that is varied: give its values, or from, to and step.")]
internal sealed record SweepSettings(
    [property: Description("What is varied: " + SweepTarget.Known + ".")] string Over,
    [property: Description("Its values.")] ImmutableArray<decimal>? Values = null,
    [property: Description("The first value.")] decimal? From = null,
    [property: Description("The last value, reached or not passed.")] decimal? To = null,
    [property: Description("From one value to the next; not 0.")] decimal? Step = null);
