using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PlaceSufficiency.Scenarios.Batches;

/// <summary>A run that is wanted: who it is, and what people call it.</summary>
/// <param name="Identity">Everything that determines it.</param>
/// <param name="Scenario">Name of the scenario's file without its ending.</param>
/// <param name="CaseName">Name of the case folder.</param>
public sealed record RunRequest(RunIdentity Identity, string CaseName, string Scenario)
{
    /// <summary>"strategy-338 inmss.cap.2027=40, future 7/12".</summary>
    [JsonIgnore]
    public string Label => string.Concat(
        Scenario,
        Identity.Settings.IsEmpty ? string.Empty : $" {string.Join(' ', Identity.Settings)}",
        Identity.Future is { } future ? $", future {future}" : string.Empty);
}

/// <summary>The runs of a batch, as an archive records them before the first is made.</summary>
/// <param name="Name">Name of the batch.</param>
/// <param name="Runs">The runs, in their order.</param>
public sealed record BatchRecord(string Name, ImmutableArray<RunRequest> Runs)
{
    /// <summary>Fingerprint of the name and the runs: the same batch of the same cases has the same id.</summary>
    [JsonIgnore]
    public string Id { get; } = RunIdentity.Fingerprint(["batch 1", Name, .. Runs.Select(run => run.Identity.Id)]);
}
