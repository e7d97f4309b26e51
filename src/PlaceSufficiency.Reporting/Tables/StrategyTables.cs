using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>
/// The measures that the founding strategy (Southampton SEND Strategy 2022-2027) set itself: special school places to meet demand, girls
/// in INMSS, provision for girls with SEMH or autism, and the continuum of provision. Years across, as people read them.
/// </summary>
public static class StrategyTables
{
    private static readonly ProvisionKind[] _bases = [ProvisionKind.ResourcedProvision, ProvisionKind.SenUnit];

    private static readonly PrimaryNeed[] _girlsNeeds = [PrimaryNeed.SEMH, PrimaryNeed.ASD];

    /// <summary>Places in special schools beside the pupils whose plan calls for one.</summary>
    public static ReportTable SpecialPlaces(PlanningCase planningCase, PlanFigures figures)
    {
        ILookup<AcademicYear, PlacementFact> special = figures.Placements.Where(fact => fact.Level >= ProvisionLevel.Special).ToLookup(fact => fact.Year);
        Dictionary<AcademicYear, YearFigures> years = figures.Years.ToDictionary(year => year.Year);
        return Of(
            planningCase, "special-places", "Special school places to meet demand",
            "Demand is pupils whose plan calls for a special school or more, wherever they are.",
            [
                ("special school places", year => years[year].SpecialPlaces),
                ("demand: plans that call for a special school", year => Pupils(special[year])),
                ("of these, in a state special school", year => Pupils(special[year].Where(fact => KindOf(planningCase, fact) == ProvisionKind.SpecialSchool))),
                ("of these, in INMSS", year => Pupils(special[year].Where(fact => KindOf(planningCase, fact) == ProvisionKind.Inmss))),
                ("of these, with no suitable place", year => Pupils(special[year].Where(fact => fact.Provision is null))),
            ]);
    }

    /// <summary>Pupils in INMSS, girls among them.</summary>
    public static ReportTable Inmss(PlanningCase planningCase, PlanFigures figures)
    {
        Dictionary<AcademicYear, YearFigures> years = figures.Years.ToDictionary(year => year.Year);
        return Of(
            planningCase, "inmss-girls", "Pupils in independent and non-maintained special schools (INMSS)", string.Empty,
            [("girls", year => years[year].InmssGirls), ("boys", year => years[year].Inmss - years[year].InmssGirls)]);
    }

    /// <summary>Girls with SEMH or autism whose plan calls for a specialist place, and where they are.</summary>
    public static ReportTable Girls(PlanningCase planningCase, PlanFigures figures)
    {
        ILookup<(AcademicYear Year, PrimaryNeed Need), PlacementFact> girls = figures.Placements
            .Where(fact => fact.Sex == Sex.Female && fact.Level >= ProvisionLevel.Resourced && _girlsNeeds.Contains(fact.Need))
            .ToLookup(fact => (fact.Year, fact.Need));
        return Of(
            planningCase, "girls", "Girls with SEMH or autism whose plan calls for a specialist place",
            "Local specialist places are in state special schools, resourced provisions and SEN units.",
            [
                .. _girlsNeeds.SelectMany(need => new (string, Func<AcademicYear, int>)[]
                {
                    ($"{Words(need)}: in a local specialist place", year => Pupils(girls[(year, need)].Where(fact => IsLocal(planningCase, fact)))),
                    ($"{Words(need)}: in INMSS", year => Pupils(girls[(year, need)].Where(fact => KindOf(planningCase, fact) == ProvisionKind.Inmss))),
                    ($"{Words(need)}: elsewhere", year => Pupils(girls[(year, need)].Where(fact => IsElsewhere(planningCase, fact)))),
                    ($"{Words(need)}: no suitable place", year => Pupils(girls[(year, need)].Where(fact => fact.Provision is null))),
                }),
            ]);
    }

    /// <summary>Places of every kind of provision, the least specialist first.</summary>
    public static ReportTable Continuum(PlanningCase planningCase, PlanFigures figures)
    {
        ILookup<(ProvisionKind Kind, AcademicYear Year), ProvisionYear> use = figures.Provisions.ToLookup(row => (planningCase.Provision(row.Provision).Kind, row.Year));
        ReportTable table = Of(
            planningCase, "continuum", "The continuum of provision: places by kind",
            "Places of the provisions that are open, other authorities' pupils included.",
            [
                .. planningCase.Provisions.Select(provision => provision.Kind).Distinct().Order()
                    .Select(kind => (FieldWords.Of(kind), (Func<AcademicYear, int>)(year => use[(kind, year)].Sum(row => row.Places)))),
            ]);
        return table with { Columns = Columns(planningCase, Unit.Places) };
    }

    private static ReportTable Of(PlanningCase planningCase, string key, string title, string note, IReadOnlyList<(string Name, Func<AcademicYear, int> Value)> lines)
    {
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.AllYears;
        return new ReportTable(
            key, title, note, Columns(planningCase, Unit.Pupils),
            [.. lines.Select((line, i) => (IReadOnlyList<Cell>)[new TextCell(line.Name, i), .. years.Select(year => new CountCell(line.Value(year)))])],
            []);
    }

    private static Column[] Columns(PlanningCase planningCase, Unit unit) =>
        [new Column("line", unit == Unit.Places ? "Kind of provision" : "Pupils", Unit.None), .. planningCase.Horizon.AllYears.Select(year => new Column(year.ToString(), year.ToString(), Unit.AsStated))];

    private static string Words(PrimaryNeed need) => need == PrimaryNeed.ASD ? "autism" : need.ToString();

    private static int Pupils(IEnumerable<PlacementFact> facts) => facts.Sum(fact => fact.Pupils);

    private static ProvisionKind? KindOf(PlanningCase planningCase, PlacementFact fact) => fact.Provision is { } id ? planningCase.Provision(id).Kind : null;

    private static bool IsLocal(PlanningCase planningCase, PlacementFact fact) =>
        KindOf(planningCase, fact) is { } kind && (kind == ProvisionKind.SpecialSchool || _bases.Contains(kind));

    private static bool IsElsewhere(PlanningCase planningCase, PlacementFact fact) =>
        fact.Provision is not null && !IsLocal(planningCase, fact) && KindOf(planningCase, fact) != ProvisionKind.Inmss;
}
