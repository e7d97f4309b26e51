using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Published;

namespace PlaceSufficiency.Storage.Published;

/// <summary>Home areas of an authority from ONS and MHCLG tables by LSOA of 2011: population by single year, centroids, deprivation.</summary>
public static class AreaTables
{
    /// <summary>Mid-year population estimates by LSOA.</summary>
    public const string PopulationFile = "lsoa2011_population_mid2020_single_year_england.csv";

    private const string CentroidFile = "lsoa2011_centroids_england.csv";
    private const string DeprivationFile = "imd2019_lsoa11_england.csv";

    /// <summary>The areas of the districts, by id.</summary>
    /// <param name="folder">Folder of the tables, plain or gzipped.</param>
    /// <param name="districts">ONS codes or names of the local authority districts; a unitary authority is its own district.</param>
    /// <exception cref="FindingsException">A file is missing, no area belongs to the districts, or one has no centroid or decile.</exception>
    public static ImmutableArray<PublishedArea> Of(string folder, IReadOnlyCollection<string> districts)
    {
        PublishedRow[] rows = [.. PublishedFile.Rows(folder, PopulationFile).Where(row => districts.Contains(row["lad21_code"]) || districts.Contains(row["lad21_name"]))];
        if (rows.Length == 0)
        {
            throw new FindingsException([Finding.Error(
                "published-areas", "No area belongs to the authority.", PopulationFile, key: "lad21_code", value: string.Join(';', districts),
                maybe: "it is a county, whose districts must be named.")]);
        }

        HashSet<string> ids = [.. rows.Select(row => row["lsoa11_code"])];
        Dictionary<string, PublishedRow> centroids = ById(folder, CentroidFile, "lsoa_code", ids);
        Dictionary<string, PublishedRow> deprivation = ById(folder, DeprivationFile, "lsoa11_code", ids);
        return [.. rows.OrderBy(row => row["lsoa11_code"], StringComparer.Ordinal).Select(row => Area(row, centroids, deprivation))];
    }

    private static Dictionary<string, PublishedRow> ById(string folder, string file, string column, HashSet<string> ids) =>
        PublishedFile.Rows(folder, file).Where(row => ids.Contains(row[column])).ToDictionary(row => row[column]);

    private static PublishedArea Area(PublishedRow row, Dictionary<string, PublishedRow> centroids, Dictionary<string, PublishedRow> deprivation)
    {
        string id = row["lsoa11_code"];
        if (!centroids.TryGetValue(id, out PublishedRow? centroid) || !deprivation.TryGetValue(id, out PublishedRow? decile))
        {
            throw new FindingsException([Finding.Error("published-area", "The area has no centroid or no deprivation decile.", CentroidFile, key: "lsoa_code", value: id)]);
        }

        GridReference location = new(Metres(centroid["pcmean_easting"]), Metres(centroid["pcmean_northing"]));
        ImmutableArray<int> population = [.. Enumerable.Range(0, 26).Select(age => row.CountOrNone($"age_{age}"))];
        return new PublishedArea(new PlanningArea(new PlanningAreaId(id), row["lsoa11_name"], location, population), decile.CountOrNone("IMD_decile"));
    }

    private static int Metres(string text) => (int)Math.Round(double.Parse(text, CultureInfo.InvariantCulture));
}
