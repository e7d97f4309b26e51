using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Tests.Solving;

/// <summary>Every plan of a very small case, tried one by one. Pupils are one to a stay.</summary>
internal static class BruteForce
{
    /// <summary>The best values of the case's tiers, one after the other, each while those before it are held.</summary>
    public static long[] Best(PlanningCase planningCase, DemandPath demand)
    {
        List<(List<ProvisionId?> Path, long[] Values)>[] options = [.. demand.Stays.Select(stay => Paths(planningCase, stay).Select(path => (path, Values(planningCase, stay, path))).ToList())];
        Dictionary<(ProvisionId, AcademicYear), int> used = [];
        List<ProvisionId?>[] chosen = new List<ProvisionId?>[demand.Stays.Count];
        long[]? best = null;
        long[] reached = new long[planningCase.Tiers.Length];
        Array.Fill(reached, long.MaxValue);
        int upTo = planningCase.Tolerances.IsEmpty ? int.MaxValue : 0;
        Try(0, new long[planningCase.Tiers.Length]);
        for (int tier = 0; upTo < planningCase.Tiers.Length; tier++)
        {
            reached[tier] = best![tier];
            (upTo, best) = (upTo + 1, null);
            if (upTo == planningCase.Tiers.Length)
            {
                return reached;
            }

            Try(0, new long[planningCase.Tiers.Length]);
        }

        return best!;

        // While a tier is tolerated to become worse, its value alone is minimised; the tiers before it are held.
        bool IsBetter(long[] total) => upTo == int.MaxValue
            ? best is null || IsLess(total, best)
            : (best is null || total[upTo] < best[upTo]) && Enumerable.Range(0, upTo).All(i => total[i] <= planningCase.HeldAt(planningCase.Tiers[i], reached[i]));

        void Try(int s, long[] sum)
        {
            if (s == options.Length)
            {
                if (KeepsInmssLimits(planningCase, demand, used) && LimitsByHand.KeepsYearGroups(planningCase, demand, chosen) && LimitsByHand.KeepsReviews(planningCase, demand, chosen) && Over(planningCase, demand, used) is { } over)
                {
                    long[] gives = LimitsByHand.Gives(planningCase, used);
                    long[] total = [.. sum.Zip(over, (a, b) => a + b).Zip(gives, (a, b) => a + b)];
                    best = IsBetter(total) ? total : best;
                }

                return;
            }

            AcademicYear[] years = [.. PlacementRules.PlannedYearsOf(planningCase.Horizon, demand.Stays[s])];
            foreach ((List<ProvisionId?> path, long[] values) in options[s])
            {
                Count(path, years, 1);
                chosen[s] = path;
                Try(s + 1, [.. sum.Zip(values, (a, b) => a + b)]);
                Count(path, years, -1);
            }
        }

        void Count(List<ProvisionId?> path, AcademicYear[] years, int by)
        {
            for (int i = 0; i < years.Length; i++)
            {
                if (path[i] is { } id)
                {
                    used[(id, years[i])] = used.GetValueOrDefault((id, years[i])) + by;
                }
            }
        }
    }

    private static bool IsLess(long[] a, long[] b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i] < b[i];
            }
        }

        return false;
    }

    private static IEnumerable<List<ProvisionId?>> Paths(PlanningCase planningCase, Stay stay)
    {
        AcademicYear[] years = [.. PlacementRules.PlannedYearsOf(planningCase.Horizon, stay)];
        IEnumerable<List<ProvisionId?>> paths = [[]];
        foreach (AcademicYear year in years)
        {
            paths = [.. paths.SelectMany(path => Next(planningCase, stay, year, path.Count == 0 ? stay.Current : path[^1]).Select(next => (List<ProvisionId?>)[.. path, next]))];
        }

        return paths;
    }

    private static IEnumerable<ProvisionId?> Next(PlanningCase planningCase, Stay stay, AcademicYear year, ProvisionId? before)
    {
        Provision? at = before is { } id ? planningCase.Provision(id) : null;
        bool stands = at is not null && PlacementRules.Fits(at, stay, year);
        if (!stands)
        {
            yield return null;
        }

        foreach (Provision provision in planningCase.Provisions)
        {
            if (stands && provision == at)
            {
                yield return provision.Id;
            }
            else if (PlacementRules.MayStart(planningCase, provision, stay, year) && (!stands || PlacementRules.MayLeave(planningCase, at!, stay, year)))
            {
                yield return provision.Id;
            }
        }
    }

    private static long[] Values(PlanningCase planningCase, Stay stay, List<ProvisionId?> path)
    {
        long unplaced = 0;
        long inmss = 0;
        (long pence, long moves, long minutes, long spend) = (0, 0, 0, 0);
        AcademicYear[] years = [.. PlacementRules.PlannedYearsOf(planningCase.Horizon, stay)];
        ProvisionId? before = stay.Current;
        for (int i = 0; i < years.Length; before = path[i++])
        {
            moves += before is not null && path[i] is not null && path[i] != before && !Domain.Pupils.PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(years[i].Previous)) ? 1 : 0;
            if (before is { } from && path[i] is not null && path[i] != before && PlacementRules.Fits(planningCase.Provision(from), stay, years[i])
                && !Domain.Pupils.PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(years[i].Previous)))
            {
                pence += PlacementPrices.OfMove(planningCase, planningCase.Provision(from), years[i]).Sum(charge => charge.Amount.Pence);
            }

            if (path[i] is { } id)
            {
                Provision provision = planningCase.Provision(id);
                inmss += provision.Kind == ProvisionKind.Inmss ? 1 : 0;
                spend += provision.Kind == ProvisionKind.Inmss ? PlacementPrices.OfFees(planningCase, provision, years[i]).Sum(charge => charge.Amount.Pence) : 0;
                minutes += planningCase.Travel.MinutesAboveThreshold(planningCase.JourneyTo(provision, stay.Area), stay.YearGroupIn(years[i]).Phase);
                pence += PlacementPrices.OfYear(planningCase, provision, stay, years[i]).Sum(charge => charge.Amount.Pence);
            }
            else
            {
                unplaced += planningCase.UnplacedWeight(stay.LevelIn(years[i]));
            }
        }

        return [.. planningCase.Tiers.Select(tier => tier switch
        {
            ObjectiveTier.Unplaced => unplaced,
            ObjectiveTier.InmssPupils => inmss,
            ObjectiveTier.Moves => moves,
            ObjectiveTier.ExcessTravel => minutes,
            ObjectiveTier.InmssSpend => spend,
            ObjectiveTier.Cost => pence,
            _ => 0,
        })];
    }

    private static long[]? Over(PlanningCase planningCase, DemandPath demand, Dictionary<(ProvisionId, AcademicYear), int> used)
    {
        long[] sum = new long[planningCase.Tiers.Length];
        foreach (((ProvisionId id, AcademicYear year), int pupils) in used)
        {
            Provision provision = planningCase.Provision(id);
            int over = pupils - planningCase.PlacesForResidents(provision, year);
            if (over <= 0)
            {
                continue;
            }

            if (over > Math.Max(provision.OverNumberAllowed(planningCase.PlacesIn(provision, year)), Standing(planningCase, demand, provision, year) - planningCase.PlacesForResidents(provision, year)))
            {
                return null;
            }

            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += planningCase.Tiers[i] switch
                {
                    ObjectiveTier.OverNumber => over,
                    ObjectiveTier.Cost => over * PlacementPrices.OfOverNumber(planningCase, provision, year).Sum(charge => charge.Amount.Pence),
                    _ => 0,
                };
            }
        }

        return sum;
    }

    private static bool KeepsInmssLimits(PlanningCase planningCase, DemandPath demand, Dictionary<(ProvisionId, AcademicYear), int> used)
    {
        Provision[] inmss = [.. planningCase.Provisions.Where(provision => provision.Kind == ProvisionKind.Inmss)];
        return planningCase.Limits.StandingInmssPupils.All(limit =>
            inmss.Sum(provision => used.GetValueOrDefault((provision.Id, limit.Key)))
                <= Math.Max(limit.Value, inmss.Sum(provision => Standing(planningCase, demand, provision, limit.Key))));
    }

    private static int Standing(PlanningCase planningCase, DemandPath demand, Provision provision, AcademicYear year) => demand.Stays
        .Where(stay => stay.Current == provision.Id && stay.Covers(year)
            && planningCase.Horizon.PlannedYears.TakeWhile(before => before <= year).All(before => PlacementRules.Fits(provision, stay, before)))
        .Sum(stay => stay.Pupils);
}
