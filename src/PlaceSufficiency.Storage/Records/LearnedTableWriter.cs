using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Records;

/// <summary>Writes demand that was learned from records into the tables folder of a case, and the settings that go with it as text.</summary>
public static class LearnedTableWriter
{
    /// <summary>Names of the tables that are written.</summary>
    public static IReadOnlyList<string> Files { get; } = ["joiners.csv", "leavers.csv", "levels.csv", "population_projection.csv"];

    /// <summary>Writes joiners, leavers and levels, and residents of later years where the record has any; each file is replaced whole.</summary>
    public static void Write(string tablesFolder, PlanRecords records, DemandAssumptions demand)
    {
        Directory.CreateDirectory(tablesFolder);
        string source = $"learned from {records.Source}, {records.Years[0]} to {records.LastStock}";
        string date = string.Create(CultureInfo.InvariantCulture, $"{records.LastStock.CensusYear}-01");
        CsvTable.Write(tablesFolder, Files[0], ["year_group", "need", "sex", "joiners_per_year", "source", "date"],
            demand.Joiners.Select(pair => CsvTable.Row(pair.Key.YearGroup, pair.Key.Need, Spelling.Of(pair.Key.Sex), pair.Value, source, date)));
        CsvTable.Write(tablesFolder, Files[1], ["year_group", "share_leaving", "source", "date"],
            demand.LeaverShares.Select(pair => CsvTable.Row(pair.Key, pair.Value, source, date)));
        CsvTable.Write(tablesFolder, Files[2], ["need", "phase", "level", "share", "source", "date"],
            demand.LevelShares.Select(pair => CsvTable.Row(pair.Key.Need, Spelling.Of(pair.Key.Phase), Spelling.Of(pair.Key.Level), pair.Value, source, date)));
        if (!demand.Population.Projection.IsEmpty)
        {
            CsvTable.Write(tablesFolder, Files[3], ["area_id", "academic_year", "age_years", "persons", "source", "date"],
                demand.Population.Projection.Select(row => CsvTable.Row(string.Empty, row.Year, row.Age, row.Persons, $"residents beside {records.Source}", date)));
        }
    }

    /// <summary>What the base file of the case should say for its forecasts to be as sure as the record makes them.</summary>
    public static string Settings(DemandAssumptions demand) => string.Create(CultureInfo.InvariantCulture, $$"""
        demand:
          population: { joiners: {{(demand.Population.Joiners == JoinersFollow.Residents ? "residents" : "stated")}} }
          trend: { joiners: {{demand.Trend.Joiners}}, leavers: {{demand.Trend.Leavers}}, damping: {{demand.Trend.Damping}} }
          uncertainty: { years-observed: {{demand.Uncertainty.YearsObserved}}, joiner-noise: {{demand.Uncertainty.JoinerNoise}}, joiner-drift: {{demand.Uncertainty.JoinerDrift}}, leaver-noise: {{demand.Uncertainty.LeaverNoise}}, leaver-drift: {{demand.Uncertainty.LeaverDrift}} }

        """);
}
