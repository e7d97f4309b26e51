using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Published;

/// <summary>The demand tables of a case, fitted to published ones.</summary>
/// <param name="Stock">Pupils of the base year.</param>
/// <param name="Joiners">New plans a year by year group, need and sex.</param>
/// <param name="LeaverShares">Share of each year group whose plan ends before the next September.</param>
/// <param name="LevelShares">Share of pupils by level for each need and phase.</param>
/// <param name="Notes">What the fit had to bend: warnings.</param>
public sealed record DemandTables(
    ImmutableArray<StockCell> Stock,
    ImmutableSortedDictionary<(YearGroup YearGroup, PrimaryNeed Need, Sex Sex), decimal> Joiners,
    ImmutableSortedDictionary<YearGroup, decimal> LeaverShares,
    ImmutableSortedDictionary<(PrimaryNeed Need, Phase Phase, ProvisionLevel Level), decimal> LevelShares,
    ImmutableArray<Finding> Notes);
