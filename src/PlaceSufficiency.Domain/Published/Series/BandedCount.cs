using System.Collections.Immutable;

namespace PlaceSufficiency.Domain.Published.Series;

/// <summary>One year's published count of one place.</summary>
/// <param name="Total">All ages, at least 0; includes plans whose age is not known.</param>
/// <param name="ByBand">The same by age band, in the order of the bands; empty where the year is published in total only.</param>
public sealed record BandedCount(int Total, ImmutableArray<int> ByBand)
{
    /// <summary>Whether the year is published by age band.</summary>
    public bool HasBands => !ByBand.IsDefaultOrEmpty;
}
