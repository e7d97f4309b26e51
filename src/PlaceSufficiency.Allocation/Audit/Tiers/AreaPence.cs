using PlaceSufficiency.Allocation.Audit.Reach;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Audit.Tiers;

/// <summary>What a year at each candidate counts for in the cost tier for pupils of one home area.</summary>
internal sealed class AreaPence(PupilYearPence pence, TravelRules travel, PlanningAreaId area, AreaReach reach, int years)
{
    private readonly long[] _all = pence.OfArea(area, reach);
    private readonly int[]?[] _minutes = new int[]?[Enum.GetValues<Phase>().Length];
    private readonly long[]?[] _longJourneys = new long[]?[Enum.GetValues<Phase>().Length];

    /// <summary>Fee and top-up of a pupil's year at a candidate that is INMSS.</summary>
    internal long OfInmss(int candidate, int year) => pence.OfInmss(reach.Provisions[candidate], year, area);

    /// <summary>Whole minutes of the journey to a candidate above the threshold of a phase.</summary>
    internal int MinutesAboveThreshold(int candidate, Phase phase)
    {
        int[] minutes = _minutes[(int)phase] ??= [.. reach.Journeys.Select(journey => travel.MinutesAboveThreshold(journey, phase))];
        return minutes[candidate];
    }

    /// <summary>Pence of a pupil's year at a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="year">Index of the planned year.</param>
    /// <param name="calledFor">Level that the plan calls for.</param>
    /// <param name="phase">Phase of the pupil's year group.</param>
    internal long Of(int candidate, int year, ProvisionLevel calledFor, Phase phase)
    {
        long[] longJourneys = _longJourneys[(int)phase] ??= pence.OfLongJourneys(reach, phase);
        int cell = (candidate * years) + year;
        return _all[cell] + longJourneys[cell] + pence.OfLevel(reach.Provisions[candidate], year, calledFor);
    }
}
