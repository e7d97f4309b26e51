using PlaceSufficiency.Domain.Demand;

namespace PlaceSufficiency.Allocation.Compiling;

/// <summary>
/// A stay with its rules worked out: which provisions fit and may start in each planned year, and what each year costs.
/// Arrays are indexed [step, candidate]: step 0 is the first planned year of the stay; a candidate is a position in
/// <see cref="Candidates"/>.
/// </summary>
internal sealed class CompiledStay(Stay stay, int firstYear, int length, int[] candidates)
{
    /// <summary>The stay.</summary>
    public Stay Stay { get; } = stay;

    /// <summary>Index among the planned years of step 0.</summary>
    public int FirstYear { get; } = firstYear;

    /// <summary>Planned years of the stay, at least 1.</summary>
    public int Length { get; } = length;

    /// <summary>Indexes of the provisions that can ever be used, in the case's order.</summary>
    public int[] Candidates { get; } = candidates;

    /// <summary>Candidate where the pupils are before step 0; -1 for nowhere.</summary>
    public int Before { get; init; } = -1;

    /// <summary>Whether the pupils had a place before step 0 that can never be used again: it is no candidate, and whoever starts in step 0 has lost it.</summary>
    public bool LostBefore { get; init; }

    /// <summary>Whether the candidate fits in the step.</summary>
    public bool[,] Fits { get; } = new bool[length, candidates.Length];

    /// <summary>Whether pupils may start at the candidate in the step.</summary>
    public bool[,] MayStart { get; } = new bool[length, candidates.Length];

    /// <summary>Whether a phase transfer into the step reopens a placement that still fits.</summary>
    public bool[] Reopens { get; } = new bool[length];

    /// <summary>Whether the scenario allows leaving the candidate at the step although it still fits; priced by <see cref="MovePence"/>.</summary>
    public bool[,] MayMove { get; } = new bool[length, candidates.Length];

    /// <summary>Pence of one pupil at the candidate in the step.</summary>
    public long[,] Pence { get; } = new long[length, candidates.Length];

    /// <summary>Year group in the step.</summary>
    public int YearGroupIn(int step) => Stay.YearGroupAtFirst.Value + Stay.Levels.Count - Length + step;

    /// <summary>What one pupil without a place counts for in the unplaced tier in the step: the weight of the level called for.</summary>
    public int[] UnplacedWeight { get; } = new int[length];

    /// <summary>Whole minutes of the one-way journey to the candidate above the threshold of the phase in the step.</summary>
    public int[,] ExcessMinutes { get; } = new int[length, candidates.Length];

    /// <summary>Pence of one pupil's allowed move away from the candidate at the step.</summary>
    public long[,] MovePence { get; } = new long[length, candidates.Length];
}
