using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Published.Series;

namespace PlaceSufficiency.Storage.Records;

/// <summary>Reads residents of authorities: columns authority (ONS code), census_year, age_years and persons, one row an age.</summary>
public static class ResidentsFile
{
    private const int OldestAge = 120;

    /// <summary>Reads the file; gives what became of its rows too.</summary>
    /// <exception cref="FindingsException">The file is missing, or a row cannot be understood; holds everything that was found.</exception>
    public static (ResidentsByAge Residents, RowReconciliation Rows) Read(string path)
    {
        FindingList findings = new();
        string name = Path.GetFileName(path);
        RowSorting sorting = new(name);
        ImmutableDictionary<(string, AcademicYear, int), double>.Builder persons = ImmutableDictionary.CreateBuilder<(string, AcademicYear, int), double>();
        foreach (RecordRow row in RecordTable.Read(path, ["authority", "census_year", "age_years", "persons"], sorting, findings))
        {
            if (row.Number("census_year") is not (> 1990 and < 2150) || row.Number("age_years") is not (>= 0 and <= OldestAge)
                || !double.TryParse(row["persons"], NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double number))
            {
                findings.Add(Finding.Error(
                    "residents-row", "A year, an age from 0 to 120 and a number of residents of at least 0 are wanted.", name, row.Line, "census_year age_years persons",
                    $"{row["census_year"]} {row["age_years"]} {row["persons"]}"));
            }
            else if (row.Number("age_years") > SeriesAges.Oldest)
            {
                sorting.SetAside("an age above 25");
            }
            else if (!persons.TryAdd((PublishedSeriesReader.LatestCode(row["authority"]), AcademicYear.OfCensus(row.Number("census_year")!.Value), row.Number("age_years")!.Value), number))
            {
                findings.Add(Finding.Error("residents-twice", "The authority has two rows for the year and age.", name, row.Line, "authority", row["authority"]));
            }
            else
            {
                sorting.Use();
            }
        }

        findings.ThrowIfErrors();
        return (new ResidentsByAge(persons.ToImmutable()), sorting.Whole);
    }
}
