using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
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
    internal static IReadOnlyList<SufficiencyBalance> Of(AuditedPlan audited, PlacementFacts facts) =>
    [
        .. from t in Enumerable.Range(-1, audited.Index.Years + 1)
           let year = audited.Horizon.AllYears[t + 1]
           let empty = EmptyIn(audited, year)
           let counts = CountsIn(audited, facts, t)
           from phase in Phases
           from @group in audited.Case.NeedGroups.Select((needs, index) => (needs.Name, index))
           let cell = Cell(audited.Case, phase, @group.index)
           select counts[cell].Row(year, phase, @group.Name, empty[cell]),
    ];

    /// <summary>Whether the kind is a specialist one of the balance.</summary>
    internal static bool IsSpecialist(ProvisionKind kind) =>
        kind is ProvisionKind.ResourcedProvision or ProvisionKind.SenUnit or ProvisionKind.SpecialSchool;

    private static Counts[] CountsIn(AuditedPlan audited, PlacementFacts facts, int t)
    {
        Counts[] counts = [.. Enumerable.Range(0, Phases.Length * audited.Case.NeedGroups.Length).Select(_ => new Counts())];
        int[] groups = [.. Enum.GetValues<PrimaryNeed>().Select(need => audited.Case.NeedGroups.IndexOf(audited.Case.NeedGroups.FirstOrDefault(group => group.Needs.Contains(need))!))];
        AcademicYear year = audited.Horizon.AllYears[t + 1];
        foreach (FactRow row in facts.In(t))
        {
            Stay stay = audited.Demand.Stays[row.Stay];
            ProvisionKind? kind = row.Provision < 0 ? null : audited.Case.Provisions[row.Provision].Kind;
            counts[Cell(audited.Case, stay.YearGroupIn(year).Phase, groups[(int)stay.Need])].Add(stay.LevelIn(year), kind, row.Pupils);
        }

        return counts;
    }

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

    /// <summary>The pupils of one phase and need group in one year.</summary>
    private sealed class Counts
    {
        private int _demand;
        private int _placed;
        private int _inmss;
        private int _unplaced;
        private int _lower;

        internal void Add(ProvisionLevel level, ProvisionKind? kind, int pupils)
        {
            bool specialist = kind is { } known && IsSpecialist(known);
            if (level < ProvisionLevel.Resourced)
            {
                _lower += specialist ? pupils : 0;
                return;
            }

            _demand += pupils;
            _placed += specialist ? pupils : 0;
            _inmss += kind == ProvisionKind.Inmss ? pupils : 0;
            _unplaced += kind is null ? pupils : 0;
        }

        internal SufficiencyBalance Row(AcademicYear year, Phase phase, string group, int empty) =>
            new(year, phase, group, _demand, _placed, _inmss, _demand - _placed - _inmss - _unplaced, _unplaced, empty) { LowerLevel = _lower };
    }
}
