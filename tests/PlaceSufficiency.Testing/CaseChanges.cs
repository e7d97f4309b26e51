using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Testing;

/// <summary>Short ways to change a case in a test.</summary>
public static class CaseChanges
{
    /// <summary>Adds pupils to the stock.</summary>
    public static PlanningCase WithPupils(
        this PlanningCase planningCase,
        int pupils,
        int yearGroup,
        ProvisionId? at = null,
        PlanningAreaId? area = null,
        PrimaryNeed need = PrimaryNeed.ASD,
        ProvisionLevel level = ProvisionLevel.Resourced,
        Sex sex = Sex.Male) =>
        planningCase with
        {
            Stock = planningCase.Stock.Add(new StockCell(area ?? TinyWorld.North, need, level, sex, YearGroup.Of(yearGroup), at, pupils)),
        };

    /// <summary>States the places of a provision from the base year on.</summary>
    public static PlanningCase WithPlaces(this PlanningCase planningCase, ProvisionId provision, int places) =>
        planningCase with { Places = planningCase.Places.With(provision, planningCase.Horizon.AllYears, (_, _) => places) };

    /// <summary>Changes how demand moves on.</summary>
    public static PlanningCase WithDemand(this PlanningCase planningCase, Func<DemandAssumptions, DemandAssumptions> change) =>
        planningCase with { Demand = change(planningCase.Demand) };

    /// <summary>Changes one provision.</summary>
    public static PlanningCase WithProvision(this PlanningCase planningCase, ProvisionId id, Func<Provision, Provision> change) =>
        planningCase with { Provisions = [.. planningCase.Provisions.Select(provision => provision.Id == id ? change(provision) : provision)] };
}
