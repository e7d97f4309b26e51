using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Solving;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>Who is without a place when the pupils of a shortfall come first.</summary>
/// <param name="OfShortfall">Pupils of the shortfall who are.</param>
/// <param name="InYear">Pupils who are in its year, those of the shortfall included.</param>
/// <param name="PupilYears">Pupil-years over all planned years.</param>
internal sealed record UnplacedCounts(int OfShortfall, int InYear, int PupilYears);

/// <summary>
/// Re-solves a case with the pupils of a shortfall first: an unplaced pupil of it counts a thousand times in its year, anybody else in that year ten times, everybody
/// else once. If then nobody of the shortfall is unplaced, and others no more than before, the shortfall is ended and not moved to somebody else.
/// </summary>
internal static class UnplacedTrial
{
    private const int First = 1_000;
    private const int SameYear = 10;

    /// <summary>Who is unplaced in the best plan.</summary>
    /// <param name="planningCase">The case, its openings decided.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="shortfall">The shortfall.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="NoSolutionException">No plan was found.</exception>
    public static UnplacedCounts Of(PlanningCase planningCase, DemandPath demand, Shortfall shortfall, CancellationToken cancellation)
    {
        CompiledCase compiled = new(planningCase, demand, cancellation);
        foreach (CompiledStay stay in compiled.Stays.Where(stay => stay.Stay.Covers(shortfall.Year)))
        {
            int step = shortfall.Year.YearsSince(compiled.Years[stay.FirstYear]);
            stay.UnplacedWeight[step] = IsOf(stay.Stay, shortfall) ? First : SameYear;
        }

        PlacementsAt placements = new(compiled, _ => { }, cancellation);
        List<WeighedMeasure> measures = [];
        foreach (WeighedMeasure measure in WeighedMeasure.Of(compiled, [.. planningCase.Tiers.TakeWhile(tier => tier != ObjectiveTier.Unplaced), ObjectiveTier.Unplaced]))
        {
            measures.Add(measure);
            placements.Minimise(measure, PathClasses.Of(compiled, measures.Any(one => one.DependsOnPrices)));
        }

        return Counted(placements, demand, planningCase, shortfall);
    }

    /// <summary>Whether pupils of a stay belong to the shortfall in its year.</summary>
    public static bool IsOf(Stay stay, Shortfall shortfall) =>
        stay.Covers(shortfall.Year) && stay.Need == shortfall.Need && stay.LevelIn(shortfall.Year) == shortfall.Level && stay.YearGroupIn(shortfall.Year) == shortfall.YearGroup;

    private static UnplacedCounts Counted(PlacementsAt placements, DemandPath demand, PlanningCase planningCase, Shortfall shortfall)
    {
        (int of, int inYear, int all) = (0, 0, 0);
        foreach (Domain.Plans.PupilPath path in placements.Paths.ToPupilPaths())
        {
            Stay stay = demand.Stays[path.Stay];
            all += path.Pupils * path.Provisions.Count(provision => provision is null);
            if (stay.Covers(shortfall.Year) && path.Provisions[shortfall.Year.YearsSince(stay.FirstYear > planningCase.Horizon.BaseYear ? stay.FirstYear : planningCase.Horizon.PlannedYears[0])] is null)
            {
                inYear += path.Pupils;
                of += IsOf(stay, shortfall) ? path.Pupils : 0;
            }
        }

        return new UnplacedCounts(of, inYear, all);
    }
}
