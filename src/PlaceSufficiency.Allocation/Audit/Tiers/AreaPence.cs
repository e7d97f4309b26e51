using PlaceSufficiency.Allocation.Audit.Reach;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Audit.Tiers;

/// <summary>What a year at each candidate counts for in the cost tier for pupils of one home area.</summary>
internal sealed class AreaPence(PupilYearPence pence, PlanningAreaId area, AreaReach reach, int years)
{
    private readonly long[] _all = pence.OfArea(area, reach);
    private readonly long[]?[] _longJourneys = new long[]?[Enum.GetValues<Phase>().Length];

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
