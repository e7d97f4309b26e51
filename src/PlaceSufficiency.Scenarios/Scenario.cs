using System.Collections.Immutable;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios;

/// <summary>A what-if: changes to a base case, in layers.</summary>
/// <param name="Name">Name for people; that of the last layer's file.</param>
/// <param name="Question">The question it answers, one sentence.</param>
/// <param name="Layers">The files from the one that extends the base to the scenario's own; a later one wins over an earlier one.</param>
public sealed record Scenario(string Name, string Question, ImmutableArray<ScenarioLayer> Layers);

/// <summary>The changes of one scenario file.</summary>
/// <param name="File">The file, relative to the case folder.</param>
/// <param name="Changes">Its changes, in the file's order.</param>
public sealed record ScenarioLayer(string File, ImmutableArray<PlacedChange> Changes);

/// <summary>A change and where it stands.</summary>
/// <param name="Row">Line of the file, 1 being the first.</param>
/// <param name="Change">The change.</param>
public sealed record PlacedChange(int Row, ScenarioChange Change);
