using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Tests.Audit.Properties;

/// <summary>The bound of a world with one stay, by writing out every path there is and leaving out those that break a rule.</summary>
internal static class EnumeratedBound
{
    public static double Of(PlanningCase planningCase, Stay stay, ObjectiveTier tier, TierPrices prices, IReadOnlyList<TierResult> values)
    {
        double Weight(ObjectiveTier of) => of == tier ? 1 : prices.HeldTiers.GetValueOrDefault(of);
        double cheapest = AllPaths(planningCase, stay).Where(path => Follows(planningCase, stay, path)).Min(path => Price(planningCase, stay, path, prices, Weight));
        double bound = stay.Pupils * cheapest;
        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            int standingInmss = 0;
            foreach (Provision provision in planningCase.Provisions)
            {
                int residents = planningCase.PlacesForResidents(provision, year);
                int standing = Stands(planningCase, stay, provision, year) ? stay.Pupils : 0;
                int overMost = Math.Max(provision.OverNumberAllowed(planningCase.PlacesIn(provision, year)), standing - residents);
                double place = prices.Places.GetValueOrDefault((provision.Id, year));
                double over = Weight(ObjectiveTier.OverNumber) + (Weight(ObjectiveTier.Cost) * Pence(PlacementPrices.OfOverNumber(planningCase, provision, year)));
                bound += (overMost * Math.Min(0, over - place)) - (place * residents);
                standingInmss += provision.Kind == ProvisionKind.Inmss ? standing : 0;
            }

            if (planningCase.Limits.InmssPupils.TryGetValue(year, out int limit))
            {
                bound -= prices.InmssLimit.GetValueOrDefault(year) * Math.Max(limit, standingInmss);
            }
        }

        return bound - values.TakeWhile(result => result.Tier != tier).Sum(result => prices.HeldTiers.GetValueOrDefault(result.Tier) * result.Value);
    }

    /// <summary>Whether a path keeps the three rules of paths.</summary>
    public static bool Follows(PlanningCase planningCase, Stay stay, IReadOnlyList<ProvisionId?> path)
    {
        ProvisionId? before = stay.Current;
        foreach ((AcademicYear year, ProvisionId? now) in PlacementRules.PlannedYearsOf(planningCase.Horizon, stay).Zip(path))
        {
            bool keeps = before is { } id && PlacementRules.Fits(planningCase.Provision(id), stay, year);
            bool allowed = now is { } at
                ? PlacementRules.Fits(planningCase.Provision(at), stay, year)
                    && (now == before || (PlacementRules.MayStart(planningCase, planningCase.Provision(at), stay, year)
                        && (!keeps || PlacementRules.MayLeave(planningCase, planningCase.Provision(before!.Value), stay, year))))
                : !keeps;
            if (!allowed)
            {
                return false;
            }

            before = now;
        }

        return true;
    }

    private static IEnumerable<ProvisionId?[]> AllPaths(PlanningCase planningCase, Stay stay)
    {
        IEnumerable<ProvisionId?[]> paths = [[]];
        ProvisionId?[] places = [null, .. planningCase.Provisions.Select(provision => (ProvisionId?)provision.Id)];
        return PlacementRules.PlannedYearsOf(planningCase.Horizon, stay).Aggregate(paths, (so, _) => so.SelectMany(path => places.Select(place => (ProvisionId?[])[.. path, place])));
    }

    private static double Price(PlanningCase planningCase, Stay stay, ProvisionId?[] path, TierPrices prices, Func<ObjectiveTier, double> weight)
    {
        double price = 0;
        ProvisionId? before = stay.Current;
        foreach ((AcademicYear year, ProvisionId? now) in PlacementRules.PlannedYearsOf(planningCase.Horizon, stay).Zip(path))
        {
            price += now is { } at ? AtProvision(planningCase, stay, planningCase.Provision(at), year, prices, weight) : weight(ObjectiveTier.Unplaced) * planningCase.UnplacedWeight(stay.LevelIn(year));
            if (before is { } id && now is not null && now != before)
            {
                Provision left = planningCase.Provision(id);
                bool transfer = PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(year.Previous));
                bool priced = PlacementRules.Fits(left, stay, year) && !transfer && PlacementRules.IsAllowedMove(planningCase, left, year);
                price += transfer ? 0 : weight(ObjectiveTier.Moves);
                price += priced ? weight(ObjectiveTier.Cost) * Pence(PlacementPrices.OfMove(planningCase, left, year)) : 0;
            }

            before = now;
        }

        return price;
    }

    private static double AtProvision(
        PlanningCase planningCase, Stay stay, Provision provision, AcademicYear year, TierPrices prices, Func<ObjectiveTier, double> weight) =>
        (weight(ObjectiveTier.Cost) * Pence(PlacementPrices.OfYear(planningCase, provision, stay, year)))
        + (weight(ObjectiveTier.ExcessTravel) * planningCase.Travel.MinutesAboveThreshold(planningCase.JourneyTo(provision, stay.Area), stay.YearGroupIn(year).Phase))
        + (provision.Kind == ProvisionKind.Inmss ? weight(ObjectiveTier.InmssSpend) * Pence(PlacementPrices.OfFees(planningCase, provision, year)) : 0)
        + prices.Places.GetValueOrDefault((provision.Id, year))
        + (provision.Kind == ProvisionKind.Inmss ? weight(ObjectiveTier.InmssPupils) + prices.InmssLimit.GetValueOrDefault(year) : 0);

    private static bool Stands(PlanningCase planningCase, Stay stay, Provision provision, AcademicYear year) =>
        stay.Current == provision.Id && stay.Covers(year)
        && planningCase.Horizon.PlannedYears.Where(earlier => earlier <= year).All(earlier => PlacementRules.Fits(provision, stay, earlier));

    private static long Pence(IEnumerable<Charge> charges) => charges.Sum(charge => charge.Amount.Pence);
}
