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
    TableContents<PriceRow> Prices,
    TableContents<TravelRow> Travel,
    TableContents<PublishedCount> Published)
{
    /// <summary>Reads every table.</summary>
    public static CaseTables Read(CaseFolder folder, FindingList findings) => new(
        TableReader.Read(AreasTable.Table, folder, findings),
        TableReader.Read(PopulationTable.Table, folder, findings),
        TableReader.Read(PopulationProjectionTable.Table, folder, findings),
        TableReader.Read(ProvidersTable.Table, folder, findings),
        TableReader.Read(ProvisionsTable.Table, folder, findings),
        TableReader.Read(PlacesTable.Table, folder, findings),
        TableReader.Read(SchemesTable.Table, folder, findings),
        TableReader.Read(SchemeYearsTable.Table, folder, findings),
        TableReader.Read(StockTable.Table, folder, findings),
        TableReader.Read(JoinersTable.Table, folder, findings),
        TableReader.Read(LeaversTable.Table, folder, findings),
        TableReader.Read(LevelsTable.Table, folder, findings),
        TableReader.Read(PricesTable.Table, folder, findings),
        TableReader.Read(TravelTable.Table, folder, findings),
        TableReader.Read(PublishedTable.Table, folder, findings));
}
