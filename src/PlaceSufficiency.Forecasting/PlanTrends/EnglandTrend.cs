using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// England, the mean that every authority is pooled towards: the joining and the leaving rate of each year, and of the last, from
/// which paths set out. Where the files have no national rows England is the sum of their authorities.
/// </summary>
internal sealed class EnglandTrend
{
    private readonly double?[] _joining;
    private readonly double?[] _growth;

    /// <summary>Takes the rates of every year.</summary>
    /// <exception cref="ArgumentException">No two years follow each other.</exception>
    internal EnglandTrend(PlaceYears england, TrendAssumptions assumptions)
    {
        Years = england;
        _joining = [.. Enumerable.Range(0, england.Count).Select(t => england.Joining(t) is > 0 and { } rate ? rate : (double?)null)];
        _growth = [.. Enumerable.Range(0, england.Count).Select(england.Growth)];
        double growth = _growth.LastOrDefault(rate => rate is not null)
            ?? throw new ArgumentException("At least two Januaries that follow each other are needed to learn a trend from.", nameof(england));
        Joining = _joining.LastOrDefault(rate => rate is not null) ?? assumptions.UnknownJoiningRate;
        Growth = growth;
    }

    /// <summary>Its years.</summary>
    internal PlaceYears Years { get; }

    /// <summary>New plans over the plans before, in the last year known.</summary>
    internal double Joining { get; }

    /// <summary>Growth of plans in the last year known.</summary>
    internal double Growth { get; }

    /// <summary>Plans lost over the plans before, in the last year known.</summary>
    internal double Leaving => Joining - Growth;

    /// <summary>The joining rate of a year; null where it is not known.</summary>
    internal double? JoiningIn(int t) => _joining[t];

    /// <summary>The growth rate of a year; null where it is not known.</summary>
    internal double? GrowthIn(int t) => _growth[t];

    /// <summary>The years of England: its own rows, else the sum of the authorities that have both years of each pair.</summary>
    internal static PlanSeries Of(PublishedSeries series) => series.Places.FirstOrDefault(place => place.Level == PublishedLevel.National)
        ?? PlaceSum.Of("E92000001", "England", PublishedLevel.National, string.Empty, series.Authorities);
}
