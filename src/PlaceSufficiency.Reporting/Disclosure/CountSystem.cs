namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>A count of pupils that is published, or that readers can work out or bound from what is.</summary>
/// <param name="Key">Names the count; equal keys are the same count, in however many tables it stands.</param>
/// <param name="Value">The count.</param>
/// <param name="Rank">How much a report loses without it: 0 for a cell, 1 for a margin, 2 for a year's total, 3 for the pupils there are.</param>
/// <param name="IsShown">Whether a table has a cell for it; a count without one is never seen but may follow from what is.</param>
/// <param name="IsOfPupils">Whether it counts pupils; free places with pupils, say, tell nothing of anybody by being few.</param>
/// <param name="Least">What everybody knows it to be at least: 0, but for balances.</param>
/// <param name="Most">What everybody knows it to be at most: places, for example.</param>
internal sealed record Count(string Key, long Value, int Rank, bool IsShown, bool IsOfPupils, long Least, long Most);

/// <summary>A sum that is always 0: a total less its parts.</summary>
/// <param name="Terms">Counts by their position, each with 1 or -1.</param>
/// <param name="Constant">What everybody knows besides.</param>
internal sealed record Relation(IReadOnlyList<(int Count, int Sign)> Terms, long Constant);

/// <summary>Counts, and how they add up. All tables that are published together are one system.</summary>
internal sealed class CountSystem
{
    /// <summary>More than any count: no bound.</summary>
    internal const long Unbounded = 1_000_000;

    private readonly Dictionary<string, int> _positions = [];
    private readonly List<Count> _counts = [];
    private readonly List<Relation> _relations = [];
    private readonly List<List<int>> _relationsOf = [];

    /// <summary>The counts, in the order in which they were named.</summary>
    internal IReadOnlyList<Count> Counts => _counts;

    /// <summary>The relations, in the order in which they were stated.</summary>
    internal IReadOnlyList<Relation> Relations => _relations;

    /// <summary>Relations that a count is in.</summary>
    internal IReadOnlyList<int> RelationsOf(int count) => _relationsOf[count];

    /// <summary>The position of the count of that key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    internal int this[string key] => _positions[key];

    /// <summary>Whether a count of that key was named.</summary>
    internal bool Has(string key) => _positions.ContainsKey(key);

    /// <summary>Names a count; one that was named before stays as it is.</summary>
    /// <returns>Its position.</returns>
    /// <exception cref="ArgumentException">It was named before with another value.</exception>
    internal int Add(string key, long value, int rank = 0, bool isShown = true, bool isOfPupils = true, long least = 0, long most = Unbounded)
    {
        if (_positions.TryGetValue(key, out int position))
        {
            return _counts[position].Value == value ? position : throw new ArgumentException($"'{key}' is both {_counts[position].Value} and {value}.", nameof(value));
        }

        _positions.Add(key, _counts.Count);
        _counts.Add(new Count(key, value, rank, isShown, isOfPupils, Math.Min(least, value), Math.Max(most, value)));
        _relationsOf.Add([]);
        return _counts.Count - 1;
    }

    /// <summary>States that a total is the sum of its parts.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    internal void AddsUp(int total, IEnumerable<int> parts, long constant = 0)
    {
        (int, int)[] terms = [(total, 1), .. parts.Select(part => (part, -1))];
        long sum = terms.Sum(term => term.Item2 * _counts[term.Item1].Value) - constant;
        if (sum != 0)
        {
            throw new ArgumentException($"'{_counts[total].Key}' is {sum} more than its parts.", nameof(parts));
        }

        foreach ((int count, _) in terms)
        {
            _relationsOf[count].Add(_relations.Count);
        }

        _relations.Add(new Relation(terms, -constant));
    }
}
