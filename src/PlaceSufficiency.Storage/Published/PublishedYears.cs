using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Published.Series;
using BandCounts = System.Collections.Generic.Dictionary<(int From, int To), int>;

namespace PlaceSufficiency.Storage.Published;

/// <summary>
/// Plans of one authority in every January published: by age band with new plans from the 2022 release, then in total with new and ceased
/// plans from the 2025 release, whose bands are other ones. A January with a band withheld counts in total only.
/// </summary>
internal static class PublishedYears
{
    private const string NewPlans = "sen2_age_new_plans.csv";
    private const string Release = "DfE Education, health and care plans ";

    private static readonly (int From, int To) _allAges = (0, YearGroup.Oldest.Age);

    /// <summary>The Januaries, each first in total.</summary>
    /// <param name="release2022">Folder of the 2022 release; its new plans may be missing.</param>
    /// <param name="release2025">The authority in the 2025 release.</param>
    /// <exception cref="FindingsException">A file is malformed, or has two rows of the same ages and year.</exception>
    internal static ImmutableArray<PublishedHistory> Of(string release2022, Release2025 release2025)
    {
        bool knowsNew = PublishedFile.Exists(release2022, NewPlans);
        Dictionary<AcademicYear, BandCounts> plans = Counts(release2022, Release2022.Caseload, "Total_all", release2025.Code, 0);
        Dictionary<AcademicYear, BandCounts> begun = knowsNew ? Counts(release2022, NewPlans, "Total_new_all", release2025.Code, 1) : [];
        string source = $"{Release}2022, {Release2022.Caseload}{(knowsNew ? $" and {NewPlans}" : string.Empty)}";
        (int From, int To)[] bands = [.. plans.Values.SelectMany(year => year.Keys).Distinct().Where(band => band != _allAges).Order().Prepend(_allAges)];
        PublishedHistory[] earlier =
        [
            .. from year in plans
               orderby year.Key
               let all = bands.All(band => In(year.Value, band) is not null)
               from band in bands
               where In(year.Value, band) is not null && (band == _allAges || all)
               select Row(new HistoryCount(
                   year.Key, YearGroup.OfAge(band.From), YearGroup.OfAge(band.To), null, In(year.Value, band)!.Value,
                   begun.TryGetValue(year.Key, out BandCounts? counts) ? In(counts, band) : null, null), source),
        ];
        return
        [
            .. earlier,
            .. release2025.Totals().Where(total => earlier.Length == 0 || total.Year > earlier[^1].Count.Year)
                .Select(total => Row(total, $"{Release}2025, caseload.csv, newplans.csv and ceased_plans.csv")),
        ];
    }

    private static PublishedHistory Row(HistoryCount count, string source) => new(count, source, PublishedFolder.CensusDay(count.Year));

    /// <summary>The count of a band; of one that has no row 0 where the others add up to all plans, as 20 to 25 before the law of 2014.</summary>
    private static int? In(BandCounts counts, (int From, int To) band)
    {
        if (counts.TryGetValue(band, out int count))
        {
            return count;
        }

        return counts.TryGetValue(_allAges, out int all) && counts.Where(pair => pair.Key != _allAges).Sum(pair => pair.Value) == all ? 0 : null;
    }

    /// <summary>Counts by January and band, those of calendar years by the January after them; symbols are left out.</summary>
    private static Dictionary<AcademicYear, BandCounts> Counts(string folder, string file, string column, string code, int yearsOn)
    {
        Dictionary<AcademicYear, BandCounts> counts = [];
        foreach (PublishedRow row in PublishedFile.Rows(folder, file).Where(row => BoundaryChanges.Latest(row["new_la_code"]) == code))
        {
            (int From, int To)? ages = row["characteristic_age"] == "Total" ? _allAges : AgeNames.Band(row["characteristic_age"]);
            if (ages is { } band && row.Count(column) is { } count)
            {
                AcademicYear year = AcademicYear.OfCensus(int.Parse(row["time_period"], CultureInfo.InvariantCulture) + yearsOn);
                if (!(counts.TryGetValue(year, out BandCounts? own) ? own : counts[year] = []).TryAdd(band, count))
                {
                    throw new FindingsException([Finding.Error("published-twice", $"{row["la_name"]} has two rows for these ages in one year.", file, row.Line, "characteristic_age", row["characteristic_age"])]);
                }
            }
        }

        return counts;
    }
}
