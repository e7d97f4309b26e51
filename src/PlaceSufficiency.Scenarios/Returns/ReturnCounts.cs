using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Returns;

/// <summary>Pupils of one line of a return in one year.</summary>
/// <param name="PlanningArea">Planning area that they live in; the authority where the layout asks for none.</param>
/// <param name="Band">Position of the band.</param>
/// <param name="Group">Position of the group.</param>
/// <param name="Year">Academic year.</param>
/// <param name="Pupils">How many.</param>
public sealed record ReturnCount(string PlanningArea, int Band, int Group, AcademicYear Year, int Pupils);

/// <summary>What the authority knows of itself and a case does not state.</summary>
/// <param name="NonMaintained">Provisions of the case, of the kind INMSS, that are non-maintained special schools: counted with special schools.</param>
/// <param name="PlanningAreas">Planning area of each home area, by column of the table; empty where there is no table.</param>
public sealed record ReturnContext(
    ImmutableSortedSet<ProvisionId> NonMaintained, ImmutableSortedDictionary<string, ImmutableSortedDictionary<PlanningAreaId, string>> PlanningAreas)
{
    /// <summary>Nothing besides the case.</summary>
    public static ReturnContext Nothing { get; } =
        new([], ImmutableSortedDictionary<string, ImmutableSortedDictionary<PlanningAreaId, string>>.Empty);
}

/// <summary>
/// The counts that a return asks for. Every pupil is whole and in at most one cell, so all totals add up, across and down; nothing is rounded.
/// </summary>
/// <param name="Counts">Every cell of the layout, noughts among them, by band, planning area, group and year.</param>
/// <param name="Years">The years of the longest band.</param>
/// <param name="Outside">Pupils by year whom the return does not ask for: of other ages, or placed in kinds that no line counts.</param>
public sealed record ReturnCounts(IReadOnlyList<ReturnCount> Counts, IReadOnlyList<AcademicYear> Years, IReadOnlyDictionary<AcademicYear, int> Outside)
{
    /// <summary>Counts the pupils of a plan.</summary>
    /// <exception cref="FindingsException">The plan covers too few years, or what is known besides does not fit the case.</exception>
    public static ReturnCounts Of(ReturnLayout layout, PlanningCase planningCase, PlanFigures figures, ReturnContext context)
    {
        Finding[] findings = [.. TooShort(layout, planningCase), .. NotInTheCase(layout, planningCase, context)];
        if (findings.Length > 0)
        {
            throw new FindingsException(findings);
        }

        AcademicYear[] years = [.. Enumerable.Range(1, layout.Bands.Max(band => band.Years)).Select(planningCase.Horizon.BaseYear.PlusYears)];
        ILookup<(string, int, int, AcademicYear), int> pupils = figures.Placements
            .Where(fact => years.Contains(fact.Year)).Select(fact => (Cell: CellOf(layout, planningCase, context, fact), fact.Pupils))
            .Where(counted => counted.Cell is not null).ToLookup(counted => counted.Cell!.Value, counted => counted.Pupils);
        ReturnCount[] counts =
        [
            .. from band in layout.Bands.Index()
               from area in AreasOf(band.Item, planningCase, context)
               from @group in layout.Groups.Index()
               from year in years.Take(band.Item.Years)
               select new ReturnCount(area, band.Index, @group.Index, year, pupils[(area, band.Index, @group.Index, year)].Sum()),
        ];
        Dictionary<AcademicYear, int> counted = counts.GroupBy(count => count.Year).ToDictionary(group => group.Key, group => group.Sum(count => count.Pupils));
        return new ReturnCounts(counts, years, figures.Years.Where(row => years.Contains(row.Year)).ToDictionary(row => row.Year, row => row.Stock - counted[row.Year]));
    }

    private static IEnumerable<Finding> TooShort(ReturnLayout layout, PlanningCase planningCase)
    {
        int planned = planningCase.Horizon.PlannedYears.Count;
        foreach (ReturnBand band in layout.Bands.Where(band => band.Years > planned))
        {
            AcademicYear wanted = planningCase.Horizon.BaseYear.PlusYears(band.Years);
            yield return Finding.Error(
                "horizon-too-short", $"'{band.Name}' asks for {band.Years} years, to {wanted}, and the run plans {planned}, to {planningCase.Horizon.LastYear}.",
                key: "horizon.last", value: planningCase.Horizon.LastYear.ToString(), maybe: $"the case should run to {wanted} or later: change horizon.last in its base file and run it again.");
        }
    }

    private static IEnumerable<Finding> NotInTheCase(ReturnLayout layout, PlanningCase planningCase, ReturnContext context)
    {
        foreach (ProvisionId id in context.NonMaintained)
        {
            string[] independent = [.. planningCase.Provisions.Where(provision => provision.Kind == ProvisionKind.Inmss).Select(provision => provision.Id.Value)];
            if (!independent.Contains(id.Value))
            {
                yield return Finding.Error("unknown-provision", "No provision of the kind INMSS has this id.", key: "--non-maintained", value: id.Value, maybe: NearMiss.Sentence(id.Value, independent));
            }
        }

        foreach (string column in layout.Bands.Select(band => band.PlanningAreas).Where(column => column.Length > 0 && context.PlanningAreas.Count > 0).Distinct())
        {
            if (!context.PlanningAreas.TryGetValue(column, out ImmutableSortedDictionary<PlanningAreaId, string>? areas))
            {
                yield return Finding.Error("unknown-key", "The table of planning areas has no such column.", key: "planning-areas", value: column, maybe: NearMiss.Sentence(column, context.PlanningAreas.Keys));
                continue;
            }

            foreach (PlanningArea missing in planningCase.Areas.Where(area => !areas.ContainsKey(area.Id)))
            {
                yield return Finding.Error("unknown-area", $"The table of planning areas does not say where the home area {missing.Name} belongs.", key: column, value: missing.Id.Value);
            }
        }
    }

    private static IEnumerable<string> AreasOf(ReturnBand band, PlanningCase planningCase, ReturnContext context) =>
        context.PlanningAreas.TryGetValue(band.PlanningAreas, out ImmutableSortedDictionary<PlanningAreaId, string>? areas)
            ? planningCase.Areas.Select(area => areas[area.Id]).Distinct().Order(StringComparer.Ordinal)
            : [planningCase.Authority];

    private static (string, int, int, AcademicYear)? CellOf(ReturnLayout layout, PlanningCase planningCase, ReturnContext context, PlacementFact fact)
    {
        int band = layout.Bands.Index().Where(candidate => fact.YearGroup >= candidate.Item.From && fact.YearGroup <= candidate.Item.To).Select(candidate => candidate.Index).FirstOrDefault(-1);
        int group = layout.Groups.Index().Where(candidate => IsCounted(candidate.Item, planningCase, context, fact)).Select(candidate => candidate.Index).FirstOrDefault(-1);
        if (band < 0 || group < 0 || fact.Year.YearsSince(planningCase.Horizon.BaseYear) > layout.Bands[band].Years)
        {
            return null;
        }

        string area = context.PlanningAreas.TryGetValue(layout.Bands[band].PlanningAreas, out ImmutableSortedDictionary<PlanningAreaId, string>? areas)
            ? areas[fact.Area]
            : planningCase.Authority;
        return (area, band, group, fact.Year);
    }

    private static bool IsCounted(ReturnGroup group, PlanningCase planningCase, ReturnContext context, PlacementFact fact) => fact.Provision is { } provision
        ? group.Kinds.Contains(context.NonMaintained.Contains(provision) ? ProvisionKind.SpecialSchool : planningCase.Provision(provision).Kind)
        : group.UnplacedLevels?.Contains(fact.Level) == true;
}
