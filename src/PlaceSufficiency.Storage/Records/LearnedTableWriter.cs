using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Records;

/// <summary>Writes demand that was learned from records into the tables folder of a case, and the settings that go with it as text.</summary>
public static class LearnedTableWriter
{
    /// <summary>Names of the tables that are written.</summary>
    public static IReadOnlyList<string> Files { get; } = ["joiners.csv", "leavers.csv", "levels.csv", "population_projection.csv", "reviews.csv"];

    /// <summary>Writes joiners, leavers and levels, and residents of later years where the record has any; each file is replaced whole.</summary>
    public static void Write(string tablesFolder, PlanRecords records, DemandAssumptions demand)
    {
        Directory.CreateDirectory(tablesFolder);
        string source = $"learned from {records.Source}, {records.Years[0]} to {records.LastStock}";
        string date = string.Create(CultureInfo.InvariantCulture, $"{records.LastStock.CensusYear}-01");
        CsvTable.Write(tablesFolder, Files[0], ["year_group", "need", "sex", "joiners_per_year", "source", "date"],
            demand.Joiners.Select(pair => CsvTable.Row(pair.Key.YearGroup, pair.Key.Need, Spelling.Of(pair.Key.Sex), pair.Value, source, date)));
        CsvTable.Write(tablesFolder, Files[1], ["year_group", "reason", "share_leaving", "source", "date"],
            demand.LeaverShares.SelectMany(pair => Reasons(demand, pair.Key, pair.Value)).Select(row => CsvTable.Row(row.YearGroup, row.Reason, row.Share, source, date)));
        CsvTable.Write(tablesFolder, Files[2], ["need", "phase", "level", "share", "source", "date"],
            demand.LevelShares.Select(pair => CsvTable.Row(pair.Key.Need, Spelling.Of(pair.Key.Phase), Spelling.Of(pair.Key.Level), pair.Value, source, date)));
        CsvTable.Write(tablesFolder, Files[4], ["need", "phase", "level", "to_need", "to_level", "share_per_year", "source", "date"],
            demand.Reviews.Select(change => CsvTable.Row(
                Cell(change.Need), change.Phase is { } phase ? Spelling.Of(phase) : string.Empty, Level(change.Level), Cell(change.ToNeed), Level(change.ToLevel), change.Share, source, date)));
        if (!demand.Population.Projection.IsEmpty)
        {
            CsvTable.Write(tablesFolder, Files[3], ["area_id", "academic_year", "age_years", "persons", "source", "date"],
                demand.Population.Projection.Select(row => CsvTable.Row(string.Empty, row.Year, row.Age, row.Persons, $"residents beside {records.Source}", date)));
        }
    }

    /// <summary>A row for each reason, and one for what no reason is told of.</summary>
    private static IEnumerable<(YearGroup YearGroup, string Reason, decimal Share)> Reasons(DemandAssumptions demand, YearGroup yearGroup, decimal share)
    {
        decimal untold = share;
        foreach (((YearGroup _, LeavingReason reason), decimal part) in demand.LeaverReasons.Where(pair => pair.Key.YearGroup == yearGroup))
        {
            untold -= part;
            yield return (yearGroup, Spelling.Of(reason), part);
        }

        if (untold > 0 || share == 0)
        {
            yield return (yearGroup, string.Empty, untold);
        }
    }

    private static string Cell(PrimaryNeed? need) => need?.ToString() ?? string.Empty;

    private static string Level(ProvisionLevel? level) => level is { } of ? Spelling.Of(of) : string.Empty;

    /// <summary>What the base file of the case should say for its forecasts to be as sure as the record makes them.</summary>
    public static string Settings(DemandAssumptions demand) => string.Create(CultureInfo.InvariantCulture, $$"""
        demand:
          population: { joiners: {{(demand.Population.Joiners == JoinersFollow.Residents ? "residents" : "stated")}} }
          trend: { joiners: {{demand.Trend.Joiners}}, leavers: {{demand.Trend.Leavers}}, damping: {{demand.Trend.Damping}} }
          uncertainty: { years-observed: {{demand.Uncertainty.YearsObserved}}, joiner-noise: {{demand.Uncertainty.JoinerNoise}}, joiner-drift: {{demand.Uncertainty.JoinerDrift}}, leaver-noise: {{demand.Uncertainty.LeaverNoise}}, leaver-drift: {{demand.Uncertainty.LeaverDrift}} }

        """);
}
