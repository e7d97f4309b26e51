using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Demand;

/// <summary>Pupils holding a plan in the base year who are alike in everything that matters to a placement.</summary>
/// <param name="Area">Home area.</param>
/// <param name="Need">Primary need.</param>
/// <param name="Level">Level of provision the plan calls for.</param>
/// <param name="Sex">Sex.</param>
/// <param name="YearGroup">Year group in the base year.</param>
/// <param name="Current">Where they are placed in the base year; null for nowhere.</param>
/// <param name="Pupils">How many, at least 1.</param>
public sealed record StockCell(
    PlanningAreaId Area, PrimaryNeed Need, ProvisionLevel Level, Sex Sex, YearGroup YearGroup, ProvisionId? Current, int Pupils);
