using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>The rows of every table of a case, as far as they were understood one by one.</summary>
internal sealed record CaseTables(
    TableContents<AreaRow> Areas,
    TableContents<PopulationRow> Population,
    TableContents<PopulationProjectionRow> Projection,
    TableContents<ProviderRow> Providers,
    TableContents<ProvisionRow> Provisions,
    TableContents<PlacesRow> Places,
    TableContents<SchemeRow> Schemes,
    TableContents<SchemeYearRow> SchemeYears,
    TableContents<StockRow> Stock,
    TableContents<JoinersRow> Joiners,
    TableContents<LeaversRow> Leavers,
    TableContents<LevelsRow> Levels,
    TableContents<ReviewsRow> Reviews,
    TableContents<HistoryRow> History,
    TableContents<PriceRow> Prices,
    TableContents<TravelRow> Travel,
    TableContents<PublishedCount> Published,
    TableContents<CostRow> Costs)
{
    /// <summary>Whether costs per pupil are stated, so that nothing has to be said of journeys, prices and kinds of pupils.</summary>
    public bool HasCosts => Costs.Rows.Count > 0;

    /// <summary>Reads every table.</summary>
    public static CaseTables Read(CaseFolder folder, FindingList findings)
    {
        bool costs = folder.Has(CostsTable.Table.Path);
        return new CaseTables(
            Read(AreasTable.Table),
            ReadOrNothing(PopulationTable.Table),
            Read(PopulationProjectionTable.Table),
            ReadOrNothing(ProvidersTable.Table),
            Read(ProvisionsTable.Table),
            ReadOrNothing(PlacesTable.Table),
            ReadOrNothing(SchemesTable.Table),
            ReadOrNothing(SchemeYearsTable.Table),
            Read(StockTable.Table),
            ReadOrNothing(JoinersTable.Table),
            ReadOrNothing(LeaversTable.Table),
            ReadOrNothing(LevelsTable.Table),
            Read(ReviewsTable.Table),
            Read(HistoryTable.Table),
            ReadOrNothing(PricesTable.Table),
            Read(TravelTable.Table),
            Read(PublishedTable.Table),
            Read(CostsTable.Table));

        TableContents<TRow> Read<TRow>(Table<TRow> table) => TableReader.Read(table with { HasCosts = costs }, folder, findings);
        TableContents<TRow> ReadOrNothing<TRow>(Table<TRow> table) => Read(table with { MayBeAbsent = table.MayBeAbsent || costs });
    }
}
