using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Audit.Reach;

/// <summary>The provisions that matter to one home area, sorted by designation and then in the case's order; a position in this order is a candidate.</summary>
internal sealed class AreaReach
{
    private readonly int[] _start;
    private readonly byte[] _phases;

    /// <summary>Looks around an area.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="reach">Where provisions are.</param>
    /// <param name="area">Index of the area.</param>
    /// <param name="others">Provisions that matter however far they are.</param>
    internal AreaReach(PlanningCase planningCase, CaseReach reach, int area, IReadOnlySet<int> others)
    {
        List<(int Provision, Journey Journey)> near = reach.From(area, others);
        int[] classes = reach.Classes.OfProvision;
        near.Sort((a, b) => (classes[a.Provision], a.Provision).CompareTo((classes[b.Provision], b.Provision)));
        Provisions = [.. near.Select(one => one.Provision)];
        Journeys = [.. near.Select(one => one.Journey)];
        _start = new int[reach.Classes.Members.Count + 1];
        _phases = new byte[near.Count];
        for (int c = 0; c < near.Count; c++)
        {
            _start[classes[Provisions[c]] + 1] = c + 1;
            foreach ((Phase phase, NodaTime.Duration ceiling) in planningCase.Travel.Ceiling)
            {
                _phases[c] |= (byte)(Journeys[c].Time <= ceiling ? 1 << (int)phase : 0);
            }
        }

        for (int of = 1; of < _start.Length; of++)
        {
            _start[of] = Math.Max(_start[of], _start[of - 1]);
        }
    }

    /// <summary>Index in the case of each candidate.</summary>
    internal int[] Provisions { get; }

    /// <summary>One-way journey to each candidate.</summary>
    internal Journey[] Journeys { get; }

    /// <summary>Candidates of a class: from the first up to but not including the second.</summary>
    internal (int From, int Until) OfClass(int of) => (_start[of], _start[of + 1]);

    /// <summary>Whether a candidate is within the travel ceiling of a phase.</summary>
    internal bool IsWithin(int candidate, Phase phase) => (_phases[candidate] & (1 << (int)phase)) != 0;
}
