using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;
using PlaceSufficiency.Domain.Geography;

namespace PlaceSufficiency.Reporting.Maps;

/// <summary>
/// What is drawn for home areas of which only centroids are known: the Voronoi cells of the centroids, cut off at a distance, so that areas
/// side by side share a border and the outermost end somewhere. They read as a map of areas do; they are not the areas' borders.
/// </summary>
public static class AreaOutlines
{
    /// <summary>Cells reach this many times as far as nine in ten centroids are from the next.</summary>
    private const double Reach = 1.5;

    private const int SegmentsOfQuarter = 4;

    private const double LoneReachMetres = 500;

    /// <summary>The areas with their outlines, in the same order.</summary>
    public static IReadOnlyList<MapArea> Of(IReadOnlyList<PlanningArea> areas)
    {
        Coordinate[] sites = [.. areas.Select(area => new Coordinate(area.Centroid.Easting, area.Centroid.Northing))];
        double reach = ReachOf(sites);
        Dictionary<Coordinate, Geometry> cells = CellsOf(sites, reach);
        return [.. areas.Zip(sites, (area, site) => new MapArea(area.Name, area.Centroid, Corners(site, reach, cells)))];
    }

    private static Dictionary<Coordinate, Geometry> CellsOf(Coordinate[] sites, double reach)
    {
        if (sites.Distinct().Count() < 2)
        {
            return [];
        }

        VoronoiDiagramBuilder builder = new();
        builder.SetSites(sites);
        Envelope room = new(sites.Min(site => site.X), sites.Max(site => site.X), sites.Min(site => site.Y), sites.Max(site => site.Y));
        room.ExpandBy(2 * reach);
        builder.ClipEnvelope = room;
        GeometryCollection diagram = builder.GetDiagram(GeometryFactory.Default);
        return diagram.Geometries.ToDictionary(cell => (Coordinate)cell.UserData, cell => cell);
    }

    /// <summary>The corners of a cell within reach of its centroid; the bare disc where areas share a centroid or there is one alone.</summary>
    private static GridReference[] Corners(Coordinate site, double reach, Dictionary<Coordinate, Geometry> cells)
    {
        Geometry disc = GeometryFactory.Default.CreatePoint(site).Buffer(reach, SegmentsOfQuarter);
        Geometry shape = cells.TryGetValue(site, out Geometry? cell) ? cell.Intersection(disc) : disc;
        return [.. shape.Coordinates.Select(corner => new GridReference((int)Math.Round(corner.X), (int)Math.Round(corner.Y)))];
    }

    private static double ReachOf(Coordinate[] sites)
    {
        double[] nearest = [.. sites.Select((site, i) => sites.Where((_, j) => j != i).Select(site.Distance).Where(distance => distance > 0).DefaultIfEmpty(LoneReachMetres).Min()).Order()];
        return nearest.Length == 0 ? LoneReachMetres : Math.Max(1, Reach * nearest[(int)(0.9 * (nearest.Length - 1))]);
    }
}
