using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>
/// Balance of specialist places by year, phase and need group. Specialist provisions are resourced provisions, SEN units and special
/// schools; only places for residents count, wherever the provision is. An empty place is shared between the phases and groups that
/// its designation admits, in proportion to year groups times needs. A pupil whose plan calls for less and who fills a specialist
/// place is shown apart, so that the places of a year's rows add up to all resident places and the pupils above them.
/// </summary>
internal static class Balances
{
    private static readonly Phase[] Phases = Enum.GetValues<Phase>();

    /// <summary>One row for every year, phase and need group, in that order, rows of nothing included.</summary>
    internal static IReadOnlyList<SufficiencyBalance> Of(AuditedPlan audited, IReadOnlyList<PlacementFact> facts)
    {
        ILookup<(AcademicYear, Phase, string), PlacementFact> cells =
            facts.ToLookup(fact => (fact.Year, fact.YearGroup.Phase, audited.Case.GroupOf(fact.Need).Name));
        return
        [
            .. from year in audited.Horizon.AllYears
               let empty = EmptyIn(audited, year)
               from phase in Phases
               from @group in audited.Case.NeedGroups.Select((needs, index) => (needs.Name, index))
               select Row(audited.Case, (year, phase, @group.Name), [.. cells[(year, phase, @group.Name)]], empty[Cell(audited.Case, phase, @group.index)]),
        ];
    }

    /// <summary>Whether the kind is a specialist one of the balance.</summary>
    internal static bool IsSpecialist(ProvisionKind kind) =>
        kind is ProvisionKind.ResourcedProvision or ProvisionKind.SenUnit or ProvisionKind.SpecialSchool;

    private static SufficiencyBalance Row(
        PlanningCase planningCase, (AcademicYear Year, Phase Phase, string Group) key, PlacementFact[] facts, int empty)
    {
        PlacementFact[] demand = [.. facts.Where(fact => fact.Level >= ProvisionLevel.Resourced)];
        int placed = Pupils(demand.Where(fact => IsSpecialist(KindOf(planningCase, fact))));
        int inmss = Pupils(demand.Where(fact => KindOf(planningCase, fact) == ProvisionKind.Inmss));
        int unplaced = Pupils(demand.Where(fact => fact.Provision is null));
        int lower = Pupils(facts.Where(fact => fact.Level < ProvisionLevel.Resourced && IsSpecialist(KindOf(planningCase, fact))));
        int all = Pupils(demand);
        return new SufficiencyBalance(key.Year, key.Phase, key.Group, all, placed, inmss, all - placed - inmss - unplaced, unplaced, empty) { LowerLevel = lower };
    }

    private static bool IsSpecialist(ProvisionKind? kind) => kind is { } known && IsSpecialist(known);

    private static ProvisionKind? KindOf(PlanningCase planningCase, PlacementFact fact) =>
        fact.Provision is { } provision ? planningCase.Provision(provision).Kind : null;

    private static int Pupils(IEnumerable<PlacementFact> facts) => facts.Sum(fact => fact.Pupils);

    private static int[] EmptyIn(AuditedPlan audited, AcademicYear year)
    {
        int[] empty = new int[Phases.Length * audited.Case.NeedGroups.Length];
        foreach (Provision provision in audited.Case.Provisions.Where(provision => IsSpecialist(provision.Kind)))
        {
            int left = Math.Max(0, audited.Places[provision.Id, year].Residents - audited.Pupils[provision.Id, year]);
            int[] shares = LargestRemainder.Share(left, Weights(audited.Case, provision.Designation));
            for (int cell = 0; cell < empty.Length; cell++)
            {
                empty[cell] += shares[cell];
            }
        }

        return empty;
    }

    private static int[] Weights(PlanningCase planningCase, Designation designation)
    {
        int[] weights = new int[Phases.Length * planningCase.NeedGroups.Length];
        for (int group = 0; group < planningCase.NeedGroups.Length; group++)
        {
            int needs = planningCase.NeedGroups[group].Needs.Count(designation.Needs.Contains);
            foreach (YearGroup yearGroup in YearGroup.All.Where(designation.Covers))
            {
                weights[Cell(planningCase, yearGroup.Phase, group)] += needs;
            }
        }

        return weights;
    }

    private static int Cell(PlanningCase planningCase, Phase phase, int group) => ((int)phase * planningCase.NeedGroups.Length) + group;
}
