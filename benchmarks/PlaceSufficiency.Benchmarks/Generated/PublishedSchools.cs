using System.Globalization;
using CsvHelper;
using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>
/// Where England's special schools are, from the published list of January 2025 in the folder that PLACE_SUFFICIENCY_PUBLISHED names, else
/// in shared/data beside the repository.
/// </summary>
/// <param name="State">State-funded special schools; empty where the list is not to hand.</param>
/// <param name="Independent">Independent and non-maintained special schools; empty where the list is not to hand.</param>
public sealed record PublishedSchools(IReadOnlyList<GridReference> State, IReadOnlyList<GridReference> Independent)
{
    /// <summary>No published positions: all are made up.</summary>
    public static PublishedSchools None { get; } = new([], []);

    /// <summary>Reads the list, or returns <see cref="None"/> where it is not to hand.</summary>
    public static PublishedSchools Read()
    {
        string file = Path.Combine(
            Environment.GetEnvironmentVariable("PLACE_SUFFICIENCY_PUBLISHED") ?? Path.Combine(Tables.Root(), "..", "shared", "data"), "schools", "special_schools_england_jan2025.csv");
        if (!File.Exists(file))
        {
            return None;
        }

        List<GridReference> state = [];
        List<GridReference> independent = [];
        using CsvReader csv = new(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            if (int.TryParse(csv["easting"], CultureInfo.InvariantCulture, out int easting) && int.TryParse(csv["northing"], CultureInfo.InvariantCulture, out int northing))
            {
                (csv["kind"] == "state_special" ? state : independent).Add(new GridReference(easting, northing));
            }
        }

        return new PublishedSchools(state, independent);
    }
}
