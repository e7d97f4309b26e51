using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Counterfactual;

/// <summary>Pupils of one need and level in one year, with special places and with bases instead.</summary>
/// <param name="Year">Academic year.</param>
/// <param name="Need">Primary need.</param>
/// <param name="Level">Level that their plans call for.</param>
/// <param name="Pupils">How many there are.</param>
/// <param name="InBases">Of those, in one of the offered bases.</param>
/// <param name="Unplaced">Without a suitable place when bases are offered.</param>
/// <param name="UnplacedBefore">Without one when the special places are built.</param>
/// <param name="Inmss">In independent and non-maintained special schools when bases are offered.</param>
/// <param name="InmssBefore">There when the special places are built.</param>
public sealed record UnmetNeed(
    AcademicYear Year, PrimaryNeed Need, ProvisionLevel Level, int Pupils, int InBases, int Unplaced, int UnplacedBefore, int Inmss, int InmssBefore)
{
    /// <summary>What the bases cannot meet: pupils more without a suitable place. Below 0 where they help more than the special places.</summary>
    public int CannotMeet => Unplaced - UnplacedBefore;

    /// <summary>Compares the two plans, both audited, of the same demand.</summary>
    /// <param name="planningCase">The case with special places.</param>
    /// <param name="special">Its figures.</param>
    /// <param name="offered">The counterfactual.</param>
    /// <param name="bases">Its figures.</param>
    /// <returns>A row a planned year, need and level with anybody who calls for a specialist place.</returns>
    public static IReadOnlyList<UnmetNeed> Between(PlanningCase planningCase, PlanFigures special, OfferedBases offered, PlanFigures bases)
    {
        HashSet<ProvisionId> ids = [.. offered.Bases.Select(one => one.Provision.Id)];
        ILookup<(AcademicYear, PrimaryNeed, ProvisionLevel), PlacementFact> before = Specialist(planningCase, special);
        ILookup<(AcademicYear, PrimaryNeed, ProvisionLevel), PlacementFact> after = Specialist(planningCase, bases);
        return
        [
            .. from key in after.Select(rows => rows.Key).Union(before.Select(rows => rows.Key)).Order()
               select new UnmetNeed(
                   key.Item1, key.Item2, key.Item3,
                   Sum(after[key], _ => true),
                   Sum(after[key], fact => fact.Provision is { } id && ids.Contains(id)),
                   Sum(after[key], fact => fact.Provision is null),
                   Sum(before[key], fact => fact.Provision is null),
                   Sum(after[key], fact => IsInmss(offered.Case, fact)),
                   Sum(before[key], fact => IsInmss(planningCase, fact))),
        ];
    }

    private static ILookup<(AcademicYear, PrimaryNeed, ProvisionLevel), PlacementFact> Specialist(PlanningCase planningCase, PlanFigures figures) => figures.Placements
        .Where(fact => planningCase.Horizon.IsPlanned(fact.Year) && fact.Level >= ProvisionLevel.Resourced).ToLookup(fact => (fact.Year, fact.Need, fact.Level));

    private static int Sum(IEnumerable<PlacementFact> facts, Func<PlacementFact, bool> counts) => facts.Where(counts).Sum(fact => fact.Pupils);

    private static bool IsInmss(PlanningCase planningCase, PlacementFact fact) => fact.Provision is { } id && planningCase.Provision(id).Kind == ProvisionKind.Inmss;
}
