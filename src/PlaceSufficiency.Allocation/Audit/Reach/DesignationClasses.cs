using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Audit.Reach;

/// <summary>
/// Provisions sorted by designation: there are far fewer designations than provisions, and whether one admits a kind of pupil is
/// asked once.
/// </summary>
internal sealed class DesignationClasses
{
    private readonly int[][] _admitting;

    /// <summary>Sorts the provisions of a case.</summary>
    internal DesignationClasses(PlanningCase planningCase)
    {
        Dictionary<Designation, int> classes = [];
        List<Designation> designations = [];
        OfProvision = new int[planningCase.Provisions.Length];
        for (int g = 0; g < OfProvision.Length; g++)
        {
            Designation designation = planningCase.Provisions[g].Designation;
            if (!classes.TryGetValue(designation, out int of))
            {
                of = designations.Count;
                classes.Add(designation, of);
                designations.Add(designation);
            }

            OfProvision[g] = of;
        }

        Members = [.. Enumerable.Range(0, designations.Count).GroupJoin(Enumerable.Range(0, OfProvision.Length), of => of, g => OfProvision[g], (_, members) => members.ToArray())];
        _admitting = [.. Enumerable.Range(0, PupilKind.Count).Select(PupilKind.At).Select(kind => Enumerable.Range(0, designations.Count)
            .Where(of => designations[of].Admits(kind.Need, kind.Sex, kind.YearGroup, kind.Level)).ToArray())];
    }

    /// <summary>Class of each provision.</summary>
    internal int[] OfProvision { get; }

    /// <summary>Provisions of each class, in the case's order.</summary>
    internal IReadOnlyList<int[]> Members { get; }

    /// <summary>Classes whose designation admits the kind of pupil.</summary>
    internal int[] Admitting(PupilKind kind) => _admitting[kind.Index];
}
