namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>What is withheld, and the proof that it stays withheld.</summary>
/// <param name="Suppressed">By position of the count: whether it is withheld.</param>
/// <param name="Worlds">Other counts, as changes by position, that would have been published the same way.</param>
/// <param name="Primary">How many counts that are shown are small.</param>
/// <param name="Secondary">How many others are withheld for their sake.</param>
internal sealed record SuppressedCounts(IReadOnlyList<bool> Suppressed, IReadOnlyList<IReadOnlyDictionary<int, long>> Worlds, int Primary, int Secondary);

/// <summary>
/// Withholds small counts, and as few others as need be so that each of them could as well be another number. A withheld count is safe
/// when other whole counts, in which it differs by at least the threshold, would have been published exactly the same way: whoever has all the
/// tables and all the time cannot tell them apart.
/// </summary>
internal sealed class Suppression
{
    private const int HighestRank = 3;

    private readonly CountSystem _system;
    private readonly long _threshold;
    private readonly bool[] _suppressed;
    private readonly long[] _lowest;
    private readonly long[] _highest;
    private readonly List<IReadOnlyDictionary<int, long>> _worlds = [];

    private Suppression(CountSystem system, int threshold)
    {
        (_system, _threshold) = (system, threshold);
        _suppressed = [.. system.Counts.Select(IsSmall)];
        _lowest = new long[system.Counts.Count];
        _highest = new long[system.Counts.Count];
    }

    /// <summary>Decides what is withheld.</summary>
    /// <param name="system">Every count that is published or follows from what is, and how they add up.</param>
    /// <param name="threshold">Counts from 1 to below it are small; also the least width of what can be inferred of a withheld count.</param>
    internal static SuppressedCounts Of(CountSystem system, int threshold) => new Suppression(system, threshold).Run();

    private SuppressedCounts Run()
    {
        // Largest first: what hides a large small count often hides the smaller ones beside it.
        int[] small = [.. Enumerable.Range(0, _suppressed.Length).Where(count => _suppressed[count])
            .OrderByDescending(count => _system.Counts[count].Rank).ThenByDescending(count => Math.Abs(_system.Counts[count].Value)).ThenBy(count => count)];
        foreach (int count in small)
        {
            Protect(count);
        }

        // What was withheld for the sake of others is a withheld count like any other, and withholding it may take more.
        while (Enumerable.Range(0, _suppressed.Length).FirstOrDefault(count => IsWithheld(count) && !IsSafe(count), -1) is var open and >= 0)
        {
            Protect(open);
        }

        int primary = Enumerable.Range(0, _suppressed.Length).Count(count => _system.Counts[count].IsShown && IsSmall(_system.Counts[count]));
        return new SuppressedCounts(_suppressed, _worlds, primary, Enumerable.Range(0, _suppressed.Length).Count(IsWithheld) - primary);
    }

    /// <summary>A count that is not shown matters only where it is small.</summary>
    private bool IsSmall(Count count) => count.IsOfPupils && count.Value != 0 && Math.Abs(count.Value) < _threshold;

    private bool IsWithheld(int count) => _suppressed[count] && _system.Counts[count].IsShown;

    private bool IsSafe(int count) => _highest[count] - _lowest[count] >= WidthOf(count);

    /// <summary>The threshold, or less where what everybody knows leaves no more room: a base of three places has 0 to 3 pupils.</summary>
    private long WidthOf(int count) => Math.Min(_threshold, _system.Counts[count].Most - _system.Counts[count].Least);

    private void Protect(int count)
    {
        for (int rank = Math.Min(_system.Counts[count].Rank, HighestRank); rank <= HighestRank && !IsSafe(count); rank++)
        {
            TryWithin(count, rank);
        }

        if (!IsSafe(count))
        {
            WithholdAllAround(count);
        }
    }

    private void TryWithin(int count, int rank)
    {
        long width = WidthOf(count);
        for (long down = 0; down <= width && !IsSafe(count); down++)
        {
            long up = width - down;
            IReadOnlyDictionary<int, long>? higher = up == 0 ? Same : AlternativeWorld.Find(_system, _suppressed, count, up, rank);
            IReadOnlyDictionary<int, long>? lower = down == 0 ? Same : higher is null ? null : AlternativeWorld.Find(_system, _suppressed, count, -down, rank);
            if (higher is not null && lower is not null)
            {
                Keep(higher);
                Keep(lower);
            }
        }
    }

    private static IReadOnlyDictionary<int, long> Same { get; } = new Dictionary<int, long>();

    private void Keep(IReadOnlyDictionary<int, long> world)
    {
        if (world.Count == 0)
        {
            return;
        }

        _worlds.Add(world);
        foreach ((int count, long change) in world)
        {
            _suppressed[count] |= _system.Counts[count].IsShown || IsSmall(_system.Counts[count]);
            _lowest[count] = Math.Min(_lowest[count], change);
            _highest[count] = Math.Max(_highest[count], change);
        }
    }

    /// <summary>
    /// The last resort: everything that the count adds up with, however far, is withheld. Nothing that is then shown says anything of it,
    /// so there is no need of a world to prove it.
    /// </summary>
    private void WithholdAllAround(int count)
    {
        Queue<int> queue = new([count]);
        HashSet<int> seen = [count];
        while (queue.TryDequeue(out int next))
        {
            _suppressed[next] = true;
            (_lowest[next], _highest[next]) = (Math.Min(_lowest[next], 0), Math.Max(_highest[next], _lowest[next] + _threshold));
            foreach (int other in _system.RelationsOf(next).SelectMany(relation => _system.Relations[relation].Terms).Select(term => term.Count).Where(seen.Add))
            {
                queue.Enqueue(other);
            }
        }
    }
}
