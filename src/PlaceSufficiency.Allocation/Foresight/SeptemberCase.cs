using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Foresight;

/// <summary>The case as somebody sees it who decides one September and asks for no more than the year.</summary>
internal static class SeptemberCase
{
    /// <summary>The case of one planned year.</summary>
    public static PlanningCase Of(PlanningCase planningCase, AcademicYear year) => planningCase with { Horizon = new Horizon(year.Previous, year) };

    /// <summary>The case with room for at most so many pupils at a provision; with no room below those who are there, nobody new is admitted.</summary>
    public static PlanningCase WithRoom(PlanningCase planningCase, ProvisionId id, int most, int there)
    {
        AcademicYear year = planningCase.Horizon.LastYear;
        Provision provision = planningCase.Provision(id);
        if (most < there)
        {
            return With(planningCase, provision with { NoNewPlacementsFrom = year });
        }

        int resident = planningCase.PlacesForResidents(provision, year);
        int places = planningCase.PlacesIn(provision, year);

        // Half a pupil more, so that rounding down gives the whole number that is meant.
        decimal ceiling = most > resident ? (most - resident + 0.5m) / places : 0;
        PlanningCase roomed = With(planningCase, provision with { OverNumberCeiling = Math.Min(ceiling, provision.OverNumberCeiling) });
        return most >= resident ? roomed : roomed with { Imports = roomed.Imports.With(id, [year], (_, imports) => imports + resident - most) };
    }

    /// <summary>The case with at most so many pupils in INMSS; with no room below those who are there, INMSS admit nobody new.</summary>
    public static PlanningCase WithInmss(PlanningCase planningCase, int most, int there)
    {
        AcademicYear year = planningCase.Horizon.LastYear;
        return most >= there
            ? planningCase with { Limits = planningCase.Limits with { InmssPupils = planningCase.Limits.InmssPupils.SetItem(year, most) } }
            : planningCase with
            {
                Provisions = [.. planningCase.Provisions.Select(provision => provision.Kind == ProvisionKind.Inmss ? provision with { NoNewPlacementsFrom = year } : provision)],
            };
    }

    private static PlanningCase With(PlanningCase planningCase, Provision changed) =>
        planningCase with { Provisions = [.. planningCase.Provisions.Select(provision => provision.Id == changed.Id ? changed : provision)] };
}
