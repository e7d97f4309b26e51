using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Testing;

/// <summary>Short ways to write capital schemes in a test.</summary>
public static class Schemes
{
    /// <summary>A candidate that adds places from its opening year on for capital spent in that year; it may open in any planned year of the case.</summary>
    public static CapitalScheme Candidate(this PlanningCase planningCase, string id, ProvisionId provision, int places, decimal capital = 0) =>
        new(new SchemeId(id), id, provision, null, [new SchemeYear(0, places, new Pounds(capital))])
        {
            Candidate = new OpeningWindow(planningCase.Horizon.PlannedYears[0], planningCase.Horizon.LastYear),
        };

    /// <summary>The case with schemes, sorted by id as cases are.</summary>
    public static PlanningCase WithSchemes(this PlanningCase planningCase, params CapitalScheme[] schemes) =>
        planningCase with { Schemes = [.. planningCase.Schemes.Concat(schemes).OrderBy(scheme => scheme.Id)] };
}
