using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Reach;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// What every pupil's years come to on the paths of the plan, and at least on any path at given prices. Worked out home area by home area, as
/// many at once as there are processors, and added up in the case's order, so that the sums are the same on any number of them.
/// </summary>
/// <param name="Pence">Pence of the pupils' years at provisions, on the paths of the plan; over-number and moves apart.</param>
/// <param name="Cheapest">For each set of prices, pupils times their cheapest priced paths.</param>
internal sealed record AreaSums(long Pence, IReadOnlyList<double> Cheapest)
{
    /// <summary>Adds up all areas.</summary>
    internal static AreaSums Of(AuditedPlan audited, PupilYearPence pence, IReadOnlyList<PricedYears> prices)
    {
        CaseReach reach = new(audited.Case, audited.Index);
        int[] areas = [.. audited.Demand.Stays.Select(stay => audited.DemandShape.IsSound(stay) ? audited.Index.Of(stay.Area) : -1)];
        (int[] start, int[] stays) = Buckets.Of(audited.Index.Areas, areas.Length, stay => areas[stay]);
        AreaSums[] sums = new AreaSums[audited.Index.Areas];
        Parallel.For(0, sums.Length, area => sums[area] = OfArea(audited, reach, pence, prices, area, stays.AsSpan(start[area]..start[area + 1])));
        double[] cheapest = new double[prices.Count];
        foreach (AreaSums sum in sums)
        {
            for (int i = 0; i < cheapest.Length; i++)
            {
                cheapest[i] += sum.Cheapest[i];
            }
        }

        return new AreaSums(sums.Sum(sum => sum.Pence), cheapest);
    }

    private static AreaSums OfArea(
        AuditedPlan audited, CaseReach caseReach, PupilYearPence pence, IReadOnlyList<PricedYears> prices, int area, ReadOnlySpan<int> stays)
    {
        if (stays.IsEmpty)
        {
            return new AreaSums(0, new double[prices.Count]);
        }

        AreaReach reach = new(audited.Case, caseReach, area, Used(audited, stays));
        Dictionary<int, int> candidates = reach.Provisions.Select((provision, candidate) => (provision, candidate)).ToDictionary(pair => pair.provision, pair => pair.candidate);
        AreaPence areaPence = new(pence, audited.Case.Travel, audited.Case.Areas[area].Id, reach, audited.Index.Years);
        long sum = 0;
        foreach (int stay in stays)
        {
            foreach (int path in audited.Paths.OfStay(stay))
            {
                sum += PenceOf(audited, areaPence, candidates, path);
            }
        }

        double[] cheapest = new double[prices.Count];
        for (int i = 0; i < cheapest.Length; i++)
        {
            CheapestPath path = new(audited, caseReach, reach, areaPence, prices[i]);
            foreach (int number in stays)
            {
                Stay stay = audited.Demand.Stays[number];
                cheapest[i] += stay.Pupils * path.Of(stay, stay.Current is { } current ? candidates[audited.Index.Of(current)] : -1);
            }
        }

        return new AreaSums(sum, cheapest);
    }

    /// <summary>Where pupils of the stays are, in the base year or on a path: provisions that matter even beyond the travel ceiling.</summary>
    private static HashSet<int> Used(AuditedPlan audited, ReadOnlySpan<int> stays)
    {
        HashSet<int> used = [];
        foreach (int stay in stays)
        {
            if (audited.Demand.Stays[stay].Current is { } current)
            {
                used.Add(audited.Index.Of(current));
            }

            foreach (int path in audited.Paths.OfStay(stay))
            {
                foreach (int provision in audited.Paths.NowOn(path))
                {
                    if (provision >= 0)
                    {
                        used.Add(provision);
                    }
                }
            }
        }

        return used;
    }

    private static long PenceOf(AuditedPlan audited, AreaPence pence, Dictionary<int, int> candidates, int path)
    {
        Stay stay = audited.Paths.StayOf(path);
        long sum = 0;
        int t = audited.Paths.FirstYearOf(path);
        foreach (int provision in audited.Paths.NowOn(path))
        {
            AcademicYear year = audited.Horizon.PlannedYears[t];
            sum += provision < 0 ? 0 : pence.Of(candidates[provision], t, stay.LevelIn(year), stay.YearGroupIn(year).Phase);
            t++;
        }

        return sum * audited.Paths.PupilsOn(path);
    }
}
