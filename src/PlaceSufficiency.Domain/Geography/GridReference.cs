using System.Globalization;

namespace PlaceSufficiency.Domain.Geography;

/// <summary>A point on the National Grid of Great Britain (EPSG:27700), in whole metres. <c>default</c> is the grid's false origin.</summary>
/// <param name="Easting">Metres east of the false origin; 0 to 700,000 within Great Britain.</param>
/// <param name="Northing">Metres north of the false origin; 0 to 1,300,000 within Great Britain.</param>
public readonly record struct GridReference(int Easting, int Northing)
{
    /// <summary>Whether the point lies in the rectangle that holds Great Britain, away from the origin itself.</summary>
    public bool IsInGreatBritain => Easting is > 0 and <= 700_000 && Northing is > 0 and <= 1_300_000;

    /// <summary>Straight-line distance; the grid's scale error (at most 0.04%) is left in.</summary>
    public Distance DistanceTo(GridReference other)
    {
        double east = Easting - other.Easting;
        double north = Northing - other.Northing;
        return Distance.FromMetres(Math.Sqrt((east * east) + (north * north)));
    }

    /// <summary>"441568,115864".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Easting},{Northing}");
}
