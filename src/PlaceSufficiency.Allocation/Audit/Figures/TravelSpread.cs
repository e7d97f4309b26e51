using NodaTime;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>How long the one-way journeys of placed pupils are; every pupil counts once.</summary>
internal sealed class TravelSpread
{
    private readonly (Duration Time, int UpTo)[] _ranked;

    /// <summary>Ranks journeys by their length.</summary>
    /// <param name="journeys">Pupils by the time of their journey.</param>
    internal TravelSpread(IEnumerable<KeyValuePair<Duration, int>> journeys)
    {
        int pupils = 0;
        _ranked = [.. journeys.OrderBy(journey => journey.Key).Select(journey => (journey.Key, pupils += journey.Value))];
        Pupils = pupils;
    }

    /// <summary>Pupils who travel.</summary>
    internal int Pupils { get; }

    /// <summary>The middle journey, or half-way between the two middle ones; zero when nobody travels.</summary>
    internal Duration Median => Pupils == 0 ? Duration.Zero : (Rank((Pupils + 1) / 2) + Rank((Pupils / 2) + 1)) / 2;

    /// <summary>The shortest journey that at least nine in ten pupils do not exceed (nearest rank); zero when nobody travels.</summary>
    internal Duration NinetiethPercentile => Pupils == 0 ? Duration.Zero : Rank((int)(((9L * Pupils) + 9) / 10));

    /// <summary>Pupils whose journey is longer.</summary>
    internal int LongerThan(Duration time) => Pupils - _ranked.LastOrDefault(step => step.Time <= time).UpTo;

    private Duration Rank(int rank) => _ranked.First(step => step.UpTo >= rank).Time;
}
