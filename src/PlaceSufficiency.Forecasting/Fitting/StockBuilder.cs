using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>
/// Builds the demand tables of any authority from published tables: the joint table of the year published by need, carried to the
/// base year, in whole pupils who live somewhere, are called to a level and are at a provision; and who joins and leaves.
/// </summary>
public static class StockBuilder
{
    /// <summary>The demand tables. Without provisions the stock is nowhere: an authority's demand needs no more than its name.</summary>
    /// <param name="tables">The published tables.</param>
    /// <param name="provisions">Provisions with their residents in the base year; all or none of a placement's pupils are assigned.</param>
    /// <param name="assumptions">What the tables do not say.</param>
    /// <exception cref="FindingsException">The tables disagree, or provisions cannot hold the pupils counted there.</exception>
    public static DemandTables Build(PublishedTables tables, IReadOnlyList<FittedProvision> provisions, FittingAssumptions assumptions)
    {
        assumptions = assumptions.HiddenSpecialShareEstimated ? assumptions with { HiddenSpecialShare = SuppressedDemand.HiddenSpecialShare(tables, assumptions.HiddenNeeds) } : assumptions;
        IReadOnlyList<FitUnit> units = FitUnit.Of(tables, provisions);
        JointTable fitted = BaseYearFit.Of(tables, NeedYearFit.Of(tables.NeedYear), units);
        IReadOnlyList<WholeCell> whole = WholeStock.Of(fitted, tables, units);
        IReadOnlyList<ResidentCell> residents = AreaSpread.Of(whole, tables, assumptions);
        var placementShares = LevelEstimate.Shares(fitted, units, assumptions, corrected: false);
        LevelledCell[] levelled = [.. StockLevels.Of(residents, placementShares, assumptions)];
        return new DemandTables(
            [.. Stock(levelled, tables, provisions, assumptions)],
            FlowEstimate.Joiners(tables.Flows),
            FlowEstimate.Leavers(tables.Flows),
            LevelEstimate.Shares(fitted, units, assumptions, corrected: true),
            [.. Notes(tables, provisions), .. Estimated(assumptions)]);
    }

    private static IEnumerable<StockCell> Stock(
        LevelledCell[] cells, PublishedTables tables, IReadOnlyList<FittedProvision> provisions, FittingAssumptions assumptions)
    {
        Dictionary<PlanningAreaId, GridReference> centroids = tables.Areas.ToDictionary(area => area.Area.Id, area => area.Area.Centroid);
        IEnumerable<(LevelledCell Cell, ProvisionId? Provision, int Pupils)> placed = cells
            .GroupBy(cell => cell.Resident.Cell.Placement)
            .SelectMany(group => Assigned(group.Key, [.. group], provisions, centroids, assumptions));
        return from one in placed
               let cell = one.Cell.Resident.Cell
               group one.Pupils by (one.Cell.Resident.Area, cell.Need, one.Cell.Level, cell.Sex, YearGroup: YearGroup.OfAge(cell.Age), one.Provision) into like
               orderby like.Key.Area, like.Key.YearGroup, like.Key.Need, like.Key.Sex, like.Key.Level, like.Key.Provision
               select new StockCell(like.Key.Area, like.Key.Need, like.Key.Level, like.Key.Sex, like.Key.YearGroup, like.Key.Provision, like.Sum());
    }

    private static IEnumerable<(LevelledCell Cell, ProvisionId? Provision, int Pupils)> Assigned(
        PublishedPlacement placement,
        LevelledCell[] cells,
        IReadOnlyList<FittedProvision> provisions,
        Dictionary<PlanningAreaId, GridReference> centroids,
        FittingAssumptions assumptions)
    {
        FittedProvision[] own = [.. provisions.Where(provision => provision.Placement == placement)];
        decimal pull = placement == PublishedPlacement.Mainstream ? assumptions.MainstreamPullKm : assumptions.SpecialistPullKm;
        return own.Length == 0
            ? cells.Select(cell => (cell, (ProvisionId?)null, cell.Pupils))
            : ProvisionAssignment.Of(cells, own, centroids, (double)pull).Select(one => (one.Cell, (ProvisionId?)one.Provision, one.Pupils));
    }

    private static IEnumerable<Finding> Estimated(FittingAssumptions assumptions) => assumptions.HiddenSpecialShareEstimated
        ? [Finding.Warning(
            "hidden-share-estimated", "The share of mainstream pupils whose plan would call for a special school is estimated from how the share in special schools fell up to the base year.",
            "tables/fitting.csv", key: "hidden-special-share", value: assumptions.HiddenSpecialShare.ToString(System.Globalization.CultureInfo.InvariantCulture))]
        : [];

    private static IEnumerable<Finding> Notes(PublishedTables tables, IReadOnlyList<FittedProvision> provisions) =>
        from pair in tables.BasePlacements
        where pair.Value > 0 && pair.Key != PublishedPlacement.NotInEducation && provisions.All(provision => provision.Placement != pair.Key)
        select Finding.Warning("fitting-no-provision", $"{pair.Value} pupils are counted in {pair.Key} but no provision is; they are left without one.", "tables/rolls.csv");
}
