using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>
/// A plan made September by September with the nearest place that is free, nobody looking ahead: keeps every rule, is far from the best, and is there at once,
/// so that the audit can be measured on any rung without a solver. Its prices are made up; they prove a bound all the same.
/// </summary>
internal sealed class RolledPlan
{
    private const int Looked = 24;

    private readonly PlanningCase _case;
    private readonly DemandPath _demand;
    private readonly Dictionary<ProvisionId, int> _provisions;
    private readonly Dictionary<Domain.Geography.PlanningAreaId, int> _areas;
    private readonly FittingProvisions _fitting;
    private readonly int[] _left;

    private RolledPlan(PlanningCase planningCase, DemandPath demand)
    {
        (_case, _demand) = (planningCase, demand);
        _provisions = planningCase.Provisions.Select((provision, g) => (provision.Id, g)).ToDictionary();
        _areas = planningCase.Areas.Select((area, a) => (area.Id, a)).ToDictionary();
        _fitting = new FittingProvisions([.. planningCase.Provisions.Select(provision => new DrawnProvision(
            provision.Kind, planningCase.Provider(provision.Provider).Location, provision.Designation, provision.OverNumberCeiling))]);
        _left = new int[planningCase.Provisions.Length];
    }

    /// <summary>Rolls through the years. Splits no stay: its pupils go together or not at all.</summary>
    internal static PlacementPlan Of(PlanningCase planningCase, DemandPath demand)
    {
        RolledPlan roll = new(planningCase, demand);
        int?[] at = [.. demand.Stays.Select(stay => stay.Current is { } current ? roll._provisions[current] : (int?)null)];
        ProvisionId?[][] paths = [.. demand.Stays.Select(stay => new ProvisionId?[PlacementRules.PlannedYearsOf(planningCase.Horizon, stay).Count()])];
        Dictionary<(ProvisionId, AcademicYear), double> prices = [];
        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            roll.Roll(year, at, paths);
            for (int g = 0; g < roll._left.Length; g++)
            {
                if (roll._left[g] <= 0)
                {
                    prices.Add((planningCase.Provisions[g].Id, year), 1);
                }
            }
        }

        return new PlacementPlan(
            [.. demand.Stays.Where(stay => paths[stay.Number].Length > 0).Select(stay => new PupilPath(stay.Number, stay.Pupils, paths[stay.Number]))],
            [.. planningCase.Objective.Select((tier, i) => new TierResult(tier, 0, 0, PricesOf(planningCase, prices, i)))]);
    }

    private static TierPrices PricesOf(PlanningCase planningCase, Dictionary<(ProvisionId, AcademicYear), double> prices, int tier)
    {
        double unit = planningCase.Objective[tier] == ObjectiveTier.Cost ? 100_000 : 0.25;
        return new TierPrices(
            prices.ToDictionary(price => price.Key, price => price.Value * unit),
            new Dictionary<AcademicYear, double>(),
            planningCase.Objective.Take(tier).ToDictionary(held => held, _ => planningCase.Objective[tier] == ObjectiveTier.Cost ? 2e7 : 1.0));
    }

    private void Roll(AcademicYear year, int?[] at, ProvisionId?[][] paths)
    {
        for (int g = 0; g < _left.Length; g++)
        {
            _left[g] = _case.PlacesForResidents(_case.Provisions[g], year);
        }

        foreach (Stay stay in _demand.Stays)
        {
            at[stay.Number] = stay.Covers(year) && at[stay.Number] is { } g && PlacementRules.Fits(_case.Provisions[g], stay, year) ? g : null;
            if (at[stay.Number] is { } stands)
            {
                _left[stands] -= stay.Pupils;
            }
        }

        Span<int> near = stackalloc int[Looked];
        foreach (Stay stay in _demand.Stays)
        {
            if (!stay.Covers(year))
            {
                continue;
            }

            int area = _areas[stay.Area];
            int count = at[stay.Number] is null
                ? _fitting.Nearest(_case.Areas[area].Centroid, stay.Need, stay.Sex, stay.YearGroupIn(year).Value, stay.LevelIn(year), near)
                : 0;
            for (int i = 0; i < count && at[stay.Number] is null; i++)
            {
                if (_left[near[i]] >= stay.Pupils && PlacementRules.MayStart(_case, _case.Provisions[near[i]], stay, year))
                {
                    at[stay.Number] = near[i];
                    _left[near[i]] -= stay.Pupils;
                }
            }

            int step = year.YearsSince(stay.FirstYear > _case.Horizon.BaseYear ? stay.FirstYear : _case.Horizon.BaseYear.Next);
            paths[stay.Number][step] = at[stay.Number] is { } now ? _case.Provisions[now].Id : null;
        }
    }
}
