using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// A case that is plain facility location, as arrays: one planned year, nobody in place before, nobody above places, candidate schemes each of
/// which alone gives its provision places, groups that do not overlap, no other limit, and cost minimised last.
/// </summary>
internal sealed class SiteStructure
{
    private SiteStructure(PlanningCase planningCase, AcademicYear year, Stay[] stays, Provision[] sites, CapitalScheme?[] schemes, SiteProblem problem) =>
        (Case, Year, Stays, Sites, Schemes, Problem) = (planningCase, year, stays, sites, schemes, problem);

    /// <summary>The case.</summary>
    public PlanningCase Case { get; }

    /// <summary>The planned year.</summary>
    public AcademicYear Year { get; }

    /// <summary>Stays, in the order of the problem's areas.</summary>
    public Stay[] Stays { get; }

    /// <summary>Provisions, in the order of the problem's sites.</summary>
    public Provision[] Sites { get; }

    /// <summary>The candidate that opens each site; null where it stands.</summary>
    public CapitalScheme?[] Schemes { get; }

    /// <summary>The problem.</summary>
    public SiteProblem Problem { get; }

    /// <summary>The structure of a case; null when it is another one.</summary>
    public static SiteStructure? Of(PlanningCase planningCase, DemandPath demand)
    {
        CapitalScheme[] candidates = [.. planningCase.Candidates];
        if (candidates.Length == 0 || planningCase.Horizon.PlannedYears is not [var year] || !HasOnlySuchLimits(planningCase) || !AreSites(planningCase, candidates, year))
        {
            return null;
        }

        Stay[] stays = [.. demand.Stays.Where(stay => stay.Covers(year))];
        Dictionary<ProvisionId, CapitalScheme> byProvision = candidates.ToDictionary(scheme => scheme.Provision);
        Provision[] sites = [.. planningCase.Provisions.Where(provision => byProvision.ContainsKey(provision.Id) || planningCase.PlacesForResidents(provision, year) > 0)];
        CapitalScheme?[] schemes = [.. sites.Select(site => byProvision.GetValueOrDefault(site.Id))];
        return stays.Length > 0 && stays.All(stay => stay.Current is null) && GroupsOf(planningCase, schemes) is { } groups
            ? new SiteStructure(planningCase, year, stays, sites, schemes, ProblemOf(planningCase, year, stays, sites, schemes, groups))
            : null;
    }

    private static bool HasOnlySuchLimits(PlanningCase planningCase) =>
        planningCase.Objective[^1] == ObjectiveTier.Cost
        && planningCase.Limits is { Capital.IsEmpty: true, CapitalTotal: null, InmssPupils.IsEmpty: true }
        && planningCase.Provisions.All(provision => provision.OverNumberCeiling == 0)
        && planningCase.Tolerances.IsEmpty
        && !planningCase.Limits.HasRows
        && !planningCase.Provisions.Any(planningCase.FillsByYearGroup)
        && !planningCase.Objective.Contains(ObjectiveTier.ExcessTravel)
        && (!planningCase.Objective.Any(tier => tier is ObjectiveTier.InmssPupils or ObjectiveTier.InmssSpend) || planningCase.Provisions.All(provision => provision.Kind != ProvisionKind.Inmss));

    /// <summary>Whether each candidate alone makes a provision of its own that is open, without imports, and may open in the year.</summary>
    private static bool AreSites(PlanningCase planningCase, CapitalScheme[] candidates, AcademicYear year) =>
        candidates.DistinctBy(scheme => scheme.Provision).Count() == candidates.Length
        && candidates.All(scheme => planningCase.Provision(scheme.Provision) is var provision
            && provision.IsOpenIn(year) && planningCase.PlacesIn(provision, year) == 0 && planningCase.Imports[provision.Id, year] == 0
            && scheme.Candidate!.Earliest <= year && scheme.Candidate.Latest >= year && scheme.Requires.IsEmpty && scheme.Excludes.IsEmpty);

    /// <summary>The groups, less what committed schemes count for; null where they overlap.</summary>
    private static List<SiteGroup>? GroupsOf(PlanningCase planningCase, CapitalScheme?[] schemes)
    {
        List<SiteGroup> groups = [];
        foreach (SchemeGroup group in planningCase.SchemeGroups)
        {
            int[] sites = [.. Enumerable.Range(0, schemes.Length).Where(i => schemes[i]?.Groups.Contains(group.Name) == true)];
            int committed = planningCase.Schemes.Count(scheme => scheme.Status == SchemeStatus.Committed && scheme.Groups.Contains(group.Name));
            if (sites.Length > 0)
            {
                groups.Add(new SiteGroup(sites, Math.Max(0, group.AtLeast - committed), Math.Min(sites.Length, (group.AtMost ?? int.MaxValue) - committed)));
            }
        }

        return groups.SelectMany(group => group.Sites).GroupBy(site => site).All(site => site.Count() == 1) ? groups : null;
    }

    private static SiteProblem ProblemOf(
        PlanningCase planningCase, AcademicYear year, Stay[] stays, Provision[] sites, CapitalScheme?[] schemes, List<SiteGroup> groups)
    {
        int[] places = [.. sites.Select((site, i) => schemes[i]?.PlacesIn(year, year) ?? planningCase.PlacesForResidents(site, year))];
        long[] opening = [.. sites.Select((site, i) => schemes[i] is { } scheme
            ? OpeningPrices.OfCapital(planningCase, scheme, year).Pence + OpeningPrices.OfPlaces(planningCase, site, year, places[i]).Pence
            : 0)];
        long[][] pence = [.. sites.Select(site => stays.Select(stay => PlacementRules.MayStart(planningCase, site, stay, year)
            ? PencePerPupil(planningCase, site, stay, year)
            : SiteProblem.NotAllowed).ToArray())];
        return new SiteProblem([.. stays.Select(stay => stay.Pupils)], places, opening, pence, [.. schemes.Select(scheme => scheme is null)], groups);
    }

    private static long PencePerPupil(PlanningCase planningCase, Provision site, Stay stay, AcademicYear year) => planningCase.PupilCosts is { } costs
        ? costs[stay.Area, site.Id].Pence
        : PlacementPrices.OfYear(planningCase, site, stay, year).Sum(charge => charge.Amount.Pence);
}
