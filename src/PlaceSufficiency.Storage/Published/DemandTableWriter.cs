using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Published;

/// <summary>Writes fitted demand tables and the published ones beside them into the tables folder of a case.</summary>
public static class DemandTableWriter
{
    private const string Fitted = "fitted to published totals";

    /// <summary>Writes areas, population, stock, joiners, leavers, levels, published and history; each file is replaced whole.</summary>
    public static void Write(string tablesFolder, PublishedTables published, DemandTables demand)
    {
        Directory.CreateDirectory(tablesFolder);
        string joinerSource = $"DfE EHC plans 2025: new plans {published.Flows.NewYears[0]}-{published.Flows.NewYears[^1]} by age and sex, {published.Flows.NeedNewYear} by need";
        string leaverSource = $"DfE EHC plans 2025: plans ceased {published.Flows.CeasedYears[0]}-{published.Flows.CeasedYears[^1]} over the caseload between";
        string levelSource = $"estimated from placements by need and phase in {published.BaseYear}, corrected for schools that were full (fitting.csv)";
        string newDate = $"{published.Flows.NeedNewYear}-12-31";
        string ceasedDate = $"{published.Flows.CeasedYears[^1]}-12-31";
        string baseDate = $"{published.BaseYear.CensusYear}-01";
        CsvTable.Write(tablesFolder, "areas.csv", ["area_id", "name", "easting_m", "northing_m", "source", "date"],
            published.Areas.Select(area => CsvTable.Row(area.Area.Id.Value, area.Area.Name, area.Area.Centroid.Easting, area.Area.Centroid.Northing, "ONS LSOA 2011, mean of postcodes", "2025-11-01")));
        CsvTable.Write(tablesFolder, "population.csv", ["area_id", "age_years", "persons", "source", "date"],
            published.Areas.SelectMany(area => area.Area.Population.Select((persons, age) => CsvTable.Row(area.Area.Id.Value, age, persons, "ONS mid-year estimates by LSOA", "2020-06-30"))));
        CsvTable.Write(tablesFolder, "stock.csv", ["area_id", "need", "level", "sex", "year_group", "provision_id", "pupils", "source"],
            demand.Stock.Select(cell => CsvTable.Row(cell.Area.Value, cell.Need, Spelling.Of(cell.Level), Spelling.Of(cell.Sex), cell.YearGroup, cell.Current?.Value ?? string.Empty, cell.Pupils, Fitted)));
        CsvTable.Write(tablesFolder, "joiners.csv", ["year_group", "need", "sex", "joiners_per_year", "source", "date"],
            demand.Joiners.Select(pair => CsvTable.Row(pair.Key.YearGroup, pair.Key.Need, Spelling.Of(pair.Key.Sex), pair.Value, joinerSource, newDate)));
        CsvTable.Write(tablesFolder, "leavers.csv", ["year_group", "share_leaving", "source", "date"],
            demand.LeaverShares.Select(pair => CsvTable.Row(pair.Key, pair.Value, pair.Key == YearGroup.Oldest ? "no plan outlasts the year of the 25th birthday" : leaverSource, ceasedDate)));
        CsvTable.Write(tablesFolder, "levels.csv", ["need", "phase", "level", "share", "source", "date"],
            demand.LevelShares.Select(pair => CsvTable.Row(pair.Key.Need, Spelling.Of(pair.Key.Phase), Spelling.Of(pair.Key.Level), pair.Value, levelSource, baseDate)));
        CsvTable.Write(tablesFolder, "published.csv", ["table", "key1", "key2", "count", "source", "date"],
            published.Figures.Select(figure => CsvTable.Row(figure.Table, figure.Key1, figure.Key2 ?? string.Empty, figure.Count, figure.Source, figure.Date)));
        CsvTable.Write(tablesFolder, "history.csv", ["academic_year", "year_from", "year_to", "need", "plans", "new_plans", "ceased_plans", "source", "date"],
            published.History.Select(row => CsvTable.Row(
                row.Count.Year, row.Count.IsAllAges ? string.Empty : row.Count.From, row.Count.IsAllAges ? string.Empty : row.Count.To, string.Empty,
                row.Count.Plans, Known(row.Count.NewPlans), Known(row.Count.Ceased), row.Source, row.Date)));
    }

    private static object Known(int? plans) => plans is { } known ? known : string.Empty;
}
