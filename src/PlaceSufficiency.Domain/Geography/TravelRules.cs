using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Geography;

/// <summary>A journey from a home area to a provider, one way.</summary>
/// <param name="Distance">Distance by road.</param>
/// <param name="Time">Travelling time.</param>
public readonly record struct Journey(Distance Distance, Duration Time);

/// <summary>
/// How journeys are estimated, and what is too long. A journey that is not stated in <paramref name="Stated"/> is
/// the straight line times <paramref name="Circuity"/>, at <paramref name="SpeedKmPerHour"/>, plus <paramref name="FixedTime"/>.
/// </summary>
/// <param name="Circuity">Road distance over straight-line distance, at least 1.</param>
/// <param name="SpeedKmPerHour">Average speed of transport, above 0.</param>
/// <param name="FixedTime">Time for boarding and other stops, at least 0.</param>
/// <param name="Ceiling">Longest journey allowed by phase: nobody new is placed beyond it.</param>
/// <param name="Threshold">Journey by phase above which each minute is priced and reported.</param>
/// <param name="Stated">Journeys measured otherwise, which replace the estimate.</param>
public sealed record TravelRules(
    double Circuity,
    double SpeedKmPerHour,
    Duration FixedTime,
    ImmutableSortedDictionary<Phase, Duration> Ceiling,
    ImmutableSortedDictionary<Phase, Duration> Threshold,
    ImmutableDictionary<(PlanningAreaId Area, ProviderId Provider), Journey> Stated)
{
    /// <summary>Whole minutes of a one-way journey above the threshold of the phase, half minutes up; at least 0.</summary>
    public int MinutesAboveThreshold(Journey journey, Phase phase) =>
        (int)Math.Round(Math.Max(0, (journey.Time - Threshold[phase]).TotalMinutes), MidpointRounding.AwayFromZero);

    /// <summary>The journey from an area to a provider; a minute is rounded to the nearest second.</summary>
    public Journey JourneyBetween(PlanningArea area, Provider provider)
    {
        if (!Stated.IsEmpty && Stated.TryGetValue((area.Id, provider.Id), out Journey stated))
        {
            return stated;
        }

        Distance road = Distance.FromMetres(area.Centroid.DistanceTo(provider.Location).Metres * Circuity);
        return new Journey(road, FixedTime + Duration.FromSeconds(Math.Round(road.Kilometres / SpeedKmPerHour * 3600)));
    }
}
