using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>Finds what kept pupils from nearer provisions.</summary>
public static class NearerProvisions
{
    /// <summary>For pupils that are asked for: every nearer provision of a kind that could serve their level, nearest first.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="figures">Its audited figures.</param>
    /// <param name="isAsked">Whether a placement is asked about.</param>
    public static IEnumerable<NearerProvision> Of(PlanningCase planningCase, DemandPath demand, PlacementPlan plan, PlanFigures figures, Func<PlacementFact, bool> isAsked)
    {
        Reasons reasons = new(planningCase.WithOpenings(plan.Openings), plan, figures);
        return figures.Placements.Where(fact => fact.Provision is not null && planningCase.Horizon.IsPlanned(fact.Year) && isAsked(fact))
            .SelectMany(fact => reasons.Of(demand.Stays[fact.Stay], fact));
    }

    private sealed class Reasons
    {
        private readonly PlanningCase _case;
        private readonly TierPrices? _prices;
        private readonly Dictionary<(ProvisionId, AcademicYear), ProvisionYear> _full;
        private readonly Dictionary<AcademicYear, int> _inmss;

        public Reasons(PlanningCase decided, PlacementPlan plan, PlanFigures figures)
        {
            _case = decided;
            _prices = plan.Tiers.FirstOrDefault(tier => tier.Tier == ObjectiveTier.Unplaced)?.Prices;
            _full = figures.Provisions.ToDictionary(full => (full.Provision, full.Year));
            _inmss = figures.Years.ToDictionary(year => year.Year, year => year.Inmss);
        }

        public IEnumerable<NearerProvision> Of(Stay stay, PlacementFact fact)
        {
            Provision at = _case.Provision(fact.Provision!.Value);
            Journey own = _case.JourneyTo(at, stay.Area);
            return from provision in _case.Provisions
                   where provision.Id != at.Id && provision.Designation.OwnLevel >= fact.Level
                   let journey = _case.JourneyTo(provision, stay.Area)
                   where journey.Time < own.Time
                   orderby journey.Time, provision.Id
                   let dearer = Cost(provision, stay, fact.Year) - Cost(at, stay, fact.Year)
                   select new NearerProvision(
                       stay, fact.Year, fact.Pupils, at.Id, own.Time.TotalMinutes, provision.Id, journey.Time.TotalMinutes,
                       Why(provision, stay, fact, dearer), _prices?.Places.GetValueOrDefault((provision.Id, fact.Year)) ?? 0, dearer);
        }

        private NotNearer Why(Provision provision, Stay stay, PlacementFact fact, Pounds dearer)
        {
            ProvisionYear full = _full[(provision.Id, fact.Year)];
            int room = full.Places - full.Imports + provision.OverNumberAllowed(full.Places);
            bool limited = provision.Kind == ProvisionKind.Inmss && _case.Provision(fact.Provision!.Value).Kind != ProvisionKind.Inmss
                && _case.Limits.InmssPupils.TryGetValue(fact.Year, out int limit) && _inmss[fact.Year] >= limit;
            return provision switch
            {
                _ when !provision.Designation.Admits(stay.Need, stay.Sex, fact.YearGroup, fact.Level) => NotNearer.NotDesignated,
                _ when !provision.IsOpenIn(fact.Year) || full.Places == 0 => NotNearer.NotOpen,
                _ when !fact.IsNew && !PlacementRules.MayLeave(_case, _case.Provision(fact.Provision!.Value), stay, fact.Year) => NotNearer.Stands,
                _ when !provision.AdmitsNewIn(fact.Year) => NotNearer.AdmitsNobodyNew,
                _ when full.Pupils >= room => NotNearer.Full,
                _ when limited => NotNearer.InmssLimit,
                _ when PricesAhead(provision, stay, fact.Year) => NotNearer.KeptForOthers,
                _ when dearer > Pounds.Zero => NotNearer.Dearer,
                _ => NotNearer.OtherAim,
            };
        }

        /// <summary>Whether places are short in this or a later year of the stay.</summary>
        private bool PricesAhead(Provision provision, Stay stay, AcademicYear from) => _prices is not null
            && _case.Horizon.PlannedYears.Any(year => year >= from && stay.Covers(year) && _prices.Places.GetValueOrDefault((provision.Id, year)) > 1e-6);

        private Pounds Cost(Provision provision, Stay stay, AcademicYear year) =>
            PlacementPrices.OfYear(_case, provision, stay, year).Aggregate(Pounds.Zero, (sum, charge) => sum + charge.Amount);
    }
}
