using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Published;

/// <summary>
/// A folder of published tables as their publishers lay them out: the two SEN2 releases in sen2/, the areas in areas/.
/// What is read about an authority needs no more than its name or code.
/// </summary>
public static class PublishedFolder
{
    private const string Source2022 = "DfE Education, health and care plans 2022, sen2_age_caseload.csv";
    private const string Source2025 = "DfE Education, health and care plans 2025, ";

    /// <summary>Everything published about an authority.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="authority">Name or ONS code.</param>
    /// <param name="baseYear">Year whose stock is wanted; its January lies between 2019 and 2022.</param>
    /// <param name="districts">Districts of a county; empty for an authority that is its own district.</param>
    /// <exception cref="FindingsException">A table is missing, malformed or has nothing about the authority or the year.</exception>
    public static PublishedTables Read(string folder, string authority, AcademicYear baseYear, IReadOnlyCollection<string> districts)
    {
        Release2025 release = new(Release(folder, "release-2025"), authority);
        string release2022 = Release(folder, "release-2022");
        ImmutableArray<AgeBandCount> bands = Release2022.AgeBands(release2022, release.Code, baseYear.CensusYear);
        ImmutableSortedDictionary<PublishedPlacement, int> placements = release.Placements(baseYear);
        NeedYearTables needs = release.NeedTables();
        if (bands.Sum(band => band.Plans) != placements.Values.Sum())
        {
            throw new FindingsException([Finding.Error(
                "published-total", $"Age bands hold {bands.Sum(band => band.Plans)} plans but placements hold {placements.Values.Sum()}.", value: authority,
                maybe: "one release was revised after the other.")]);
        }

        return new PublishedTables(
            release.Authority, release.Code, baseYear, bands, placements, needs, release.Flows(),
            AreaTables.Of(Path.Combine(folder, "areas"), districts.Count > 0 ? districts : [release.Code]),
            [.. Figures(bands, release, needs, baseYear)])
        {
            PlacementYears = release.CaseloadYears.ToImmutableSortedDictionary(year => year, release.Placements),
            History = PublishedYears.Of(release2022, release),
        };
    }

    /// <summary>The folder of a release, whatever its name adds to the year.</summary>
    private static string Release(string folder, string release)
    {
        string sen2 = Path.Combine(folder, "sen2");
        return Directory.Exists(sen2) && Directory.GetDirectories(sen2, release + "*").Order(StringComparer.Ordinal).FirstOrDefault() is { } found
            ? found
            : throw new FindingsException([Finding.Error("published-folder", $"There is no folder sen2/{release} of published tables.", value: folder)]);
    }

    private static IEnumerable<PublishedFigure> Figures(ImmutableArray<AgeBandCount> bands, Release2025 release, NeedYearTables needs, AcademicYear baseYear)
    {
        string baseCensus = Census(baseYear);
        string needCensus = Census(needs.Year);
        return
        [
            .. bands.Select(band => new PublishedFigure("plans-by-age-band", baseCensus, band.Name, band.Plans, Source2022, CensusDay(baseYear))),
            .. from year in release.CaseloadYears
               from pair in release.Placements(year)
               select new PublishedFigure("plans-by-placement", Census(year), Spelling.Of(pair.Key), pair.Value, Source2025 + "caseload.csv", CensusDay(year)),
            .. from pair in needs.NeedByPlacement
               orderby pair.Key.Need, pair.Key.Placement
               select new PublishedFigure("need-by-placement-" + needCensus, Name(pair.Key.Need), Spelling.Of(pair.Key.Placement), pair.Value, Source2025 + "sen_needs_all_plans.csv", CensusDay(needs.Year)),
            .. from pair in needs.NeedByAge
               group pair.Value by (pair.Key.Need, YearGroup.OfAge(pair.Key.Age).Phase) into like
               orderby like.Key.Need, like.Key.Phase
               select new PublishedFigure("need-by-phase-" + needCensus, Name(like.Key.Need), Spelling.Of(like.Key.Phase), like.Sum(), Source2025 + "sen_needs_all_plans.csv", CensusDay(needs.Year)),
            .. from pair in needs.NeedBySex
               orderby pair.Key.Need, pair.Key.Sex
               select new PublishedFigure("need-by-sex-" + needCensus, Name(pair.Key.Need), pair.Key.Sex is { } sex ? Spelling.Of(sex) : "unknown", pair.Value, Source2025 + "sen_needs_all_plans.csv", CensusDay(needs.Year)),
        ];
    }

    private static string Name(PrimaryNeed? need) => need?.ToString() ?? "unknown";

    private static string Census(AcademicYear year) => year.CensusYear.ToString(CultureInfo.InvariantCulture);

    /// <summary>Census day, the third Thursday of January, as an ISO date.</summary>
    internal static string CensusDay(AcademicYear year)
    {
        NodaTime.LocalDate third = new(year.CensusYear, 1, 15);
        NodaTime.LocalDate day = third.With(NodaTime.DateAdjusters.NextOrSame(NodaTime.IsoDayOfWeek.Thursday));
        return NodaTime.Text.LocalDatePattern.Iso.Format(day);
    }
}
