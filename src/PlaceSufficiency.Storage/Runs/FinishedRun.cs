using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>A scenario that was planned: everything that the audit and the reports need.</summary>
/// <param name="Loaded">The scenario and the files it was read from.</param>
/// <param name="Demand">The demand that was planned for.</param>
/// <param name="Plan">The plan, with the prices that prove it.</param>
/// <param name="ToolVersion">Version of the program that made the plan.</param>
public sealed record FinishedRun(LoadedCase Loaded, DemandPath Demand, PlacementPlan Plan, string ToolVersion);

/// <summary>A file that the caller adds to a run folder.</summary>
/// <param name="Path">Path within the run folder, with '/' between folders.</param>
/// <param name="Write">Writes the content; the same run must give the same bytes.</param>
public sealed record RunFile(string Path, Action<Stream> Write);
