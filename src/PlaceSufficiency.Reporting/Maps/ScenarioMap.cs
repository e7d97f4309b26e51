using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Maps;

/// <summary>Makes the map of a scenario from the figures that the audit derived.</summary>
public static class ScenarioMap
{
    /// <summary>The map.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="figures">What the audit derived.</param>
    /// <param name="outlines">Outlines of the areas of all scenarios of the report.</param>
    public static ReportMap Of(PlanningCase planningCase, PlanFigures figures, SharedOutlines outlines)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.AllYears;
        ILookup<AcademicYear, PlacementFact> byYear = figures.Placements.ToLookup(fact => fact.Year);
        Dictionary<PlanningAreaId, int> areas = planningCase.Areas.Index().ToDictionary(area => area.Item.Id, area => area.Index);
        HashSet<ProvisionId> inUse = [.. figures.Placements.Select(fact => fact.Provision).OfType<ProvisionId>()];
        Provision[] used = [.. planningCase.Provisions.Where(provision => inUse.Contains(provision.Id))];
        Dictionary<ProvisionId, int> settings = used.Index().ToDictionary(provision => provision.Item.Id, provision => provision.Index);
        return new ReportMap(
            years,
            outlines.Of(planningCase.Areas),
            OfAreas([.. years.Select(year => byYear[year].ToLookup(fact => fact.Area))], planningCase.Areas),
            Settings(planningCase, figures, used, years),
            [.. years.Select(year => Flows(byYear[year], areas, settings))]);
    }

    private static IReadOnlyList<IReadOnlyList<AreaYear>> OfAreas(ILookup<PlanningAreaId, PlacementFact>[] years, IEnumerable<PlanningArea> areas) =>
        [.. areas.Select(area => (IReadOnlyList<AreaYear>)[.. years.Select(year => Of([.. year[area.Id]]))])];

    private static AreaYear Of(PlacementFact[] facts) => new(
        facts.Sum(fact => fact.Pupils),
        facts.Where(fact => fact.Provision is null).Sum(fact => fact.Pupils),
        MedianMinutes([.. facts.Where(fact => fact.TravelTime is not null).OrderBy(fact => fact.TravelTime)]));

    private static int? MedianMinutes(PlacementFact[] placed)
    {
        int middle = (placed.Sum(fact => fact.Pupils) + 1) / 2;
        foreach (PlacementFact fact in placed)
        {
            middle -= fact.Pupils;
            if (middle <= 0)
            {
                return (int)Math.Round(fact.TravelTime!.Value.TotalMinutes, MidpointRounding.AwayFromZero);
            }
        }

        return null;
    }

    private static IReadOnlyList<MapSetting> Settings(PlanningCase planningCase, PlanFigures figures, Provision[] used, IReadOnlyList<AcademicYear> years)
    {
        ProvisionNames names = new(planningCase);
        Dictionary<(ProvisionId, AcademicYear), ProvisionYear> use = figures.Provisions.ToDictionary(row => (row.Provision, row.Year));
        return
        [
            .. used.Select(provision => new MapSetting(
                names.Of(provision.Id), provision.Kind, planningCase.Provider(provision.Provider).Location,
                [.. years.Select(year => use.GetValueOrDefault((provision.Id, year))?.Places ?? 0)],
                [.. years.Select(year => use.GetValueOrDefault((provision.Id, year))?.Pupils ?? 0)])),
        ];
    }

    private static IReadOnlyList<MapFlow> Flows(IEnumerable<PlacementFact> facts, Dictionary<PlanningAreaId, int> areas, Dictionary<ProvisionId, int> settings) =>
    [
        .. facts.Where(fact => fact.Provision is not null)
            .GroupBy(fact => (Area: areas[fact.Area], Setting: settings[fact.Provision!.Value]))
            .OrderBy(group => group.Key.Area).ThenBy(group => group.Key.Setting)
            .Select(group => new MapFlow(group.Key.Area, group.Key.Setting, group.Sum(fact => fact.Pupils))),
    ];
}
