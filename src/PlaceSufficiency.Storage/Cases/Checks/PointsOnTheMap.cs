using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Areas and providers lie in Great Britain, and their coordinates do not look as if they were something else.</summary>
internal static class PointsOnTheMap
{
    private const int FarMetres = 100_000;

    /// <summary>What is wrong or doubtful.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables)
    {
        GridReference? middle = Middle([.. tables.Areas.Rows.Select(row => row.Centroid).Where(IsPlausible)]);
        return
        [
            .. tables.Areas.Rows.SelectMany(row => Point(tables.Areas.File, row.Line, row.Centroid, middle)),
            .. tables.Providers.Rows.SelectMany(row => Point(tables.Providers.File, row.Line, row.Provider.Location, middle)),
        ];
    }

    private static IEnumerable<Finding> Point(string file, int line, GridReference point, GridReference? middle)
    {
        GridReference swapped = new(point.Northing, point.Easting);
        if (!IsPlausible(point))
        {
            string? maybe = LooksLikeDegrees(point) ? "it is latitude and longitude; convert it to National Grid metres."
                : IsPlausible(swapped) ? "easting and northing are swapped."
                : null;
            yield return Finding.Error("outside-great-britain", "The point is outside Great Britain.", file, line, "easting_m northing_m", Written(point), maybe);
        }
        else if (middle is { } centre && IsFar(point, centre) && IsPlausible(swapped) && !IsFar(swapped, centre))
        {
            yield return Finding.Warning(
                "far-from-areas",
                string.Create(CultureInfo.InvariantCulture, $"The point is {point.DistanceTo(centre).Kilometres:0} km from the middle of the areas."),
                file,
                line,
                "easting_m northing_m",
                Written(point),
                "easting and northing are swapped.");
        }
    }

    private static bool IsPlausible(GridReference point) => point.IsInGreatBritain && !LooksLikeDegrees(point);

    private static bool LooksLikeDegrees(GridReference point) => Math.Abs((long)point.Easting) <= 180 && Math.Abs((long)point.Northing) <= 180;

    private static bool IsFar(GridReference point, GridReference centre) => point.DistanceTo(centre).Metres > FarMetres;

    private static GridReference? Middle(GridReference[] points) => points.Length == 0
        ? null
        : new GridReference(
            points.Select(point => point.Easting).Order().ElementAt(points.Length / 2), points.Select(point => point.Northing).Order().ElementAt(points.Length / 2));

    private static string Written(GridReference point) => string.Create(CultureInfo.InvariantCulture, $"{point.Easting} {point.Northing}");
}
