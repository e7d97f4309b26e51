using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Reporting.TradeOffs;

/// <summary>A curve and where it comes from.</summary>
/// <param name="Scenario">Name of the scenario's file.</param>
/// <param name="Case">The case with its aims; the limit is drawn over what it says.</param>
/// <param name="Fingerprint">Fingerprint of its inputs.</param>
/// <param name="ToolVersion">Version of the program.</param>
/// <param name="Curve">The curve, at least one point.</param>
/// <param name="Failed">Limits at which nothing came of it.</param>
public sealed record TradeOffReport(string Scenario, PlanningCase Case, string Fingerprint, string ToolVersion, TradeOffCurve Curve, IReadOnlyList<FailedPoint> Failed);
