namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>
/// Other whole counts that would have been published the same way, found as the changes that cost the report least: counts that are
/// withheld already change for nothing, others have to be withheld too.
/// </summary>
internal sealed class AlternativeWorld
{
    /// <summary>Largest system that is solved at once.</summary>
    private const int MostCounts = 1_500;

    private readonly CountSystem _system;
    private readonly bool[] _suppressed;
    private readonly int _rank;
    private readonly List<int> _moving = [];
    private readonly Dictionary<int, int> _positions = [];
    private readonly SortedSet<int> _relations = [];

    private AlternativeWorld(CountSystem system, bool[] suppressed, int rank) => (_system, _suppressed, _rank) = (system, suppressed, rank);

    /// <summary>
    /// The cheapest changes of all counts under which one of them changes by a given number and all still adds up; null where none is found.
    /// </summary>
    /// <param name="system">The counts.</param>
    /// <param name="suppressed">Which are withheld already.</param>
    /// <param name="count">The one that changes.</param>
    /// <param name="by">By how much.</param>
    /// <param name="rank">Counts of a higher rank that are shown do not change.</param>
    internal static IReadOnlyDictionary<int, long>? Find(CountSystem system, bool[] suppressed, int count, long by, int rank)
    {
        long changed = system.Counts[count].Value + by;
        return changed < system.Counts[count].Least || changed > system.Counts[count].Most
            ? null
            : new AlternativeWorld(system, suppressed, rank).Find(count, by);
    }

    private IReadOnlyDictionary<int, long>? Find(int count, long by)
    {
        Reach(count);
        if (_moving.Count > MostCounts)
        {
            return null;
        }

        double[]? moves = Solve(count, by);
        return moves is null ? null : Whole(moves);
    }

    /// <summary>Every count that may have to change when this one does.</summary>
    private void Reach(int count)
    {
        Queue<int> queue = new([count]);
        _positions.Add(count, 0);
        _moving.Add(count);
        while (_moving.Count <= MostCounts && queue.TryDequeue(out int next))
        {
            foreach (int relation in _system.RelationsOf(next).Where(_relations.Add))
            {
                foreach ((int other, _) in _system.Relations[relation].Terms.Where(term => MayChange(term.Count) && _positions.TryAdd(term.Count, _moving.Count)))
                {
                    _moving.Add(other);
                    queue.Enqueue(other);
                }
            }
        }
    }

    private bool MayChange(int count) => _suppressed[count] || !_system.Counts[count].IsShown || _system.Counts[count].Rank <= _rank;

    /// <summary>Changes up come first, then changes down.</summary>
    private double[]? Solve(int count, long by)
    {
        int size = _moving.Count;
        int[] relations = [.. _relations];
        double[][] coefficients = [.. relations.Select(_ => new double[2 * size]), new double[2 * size]];
        for (int i = 0; i < relations.Length; i++)
        {
            foreach ((int term, int sign) in _system.Relations[relations[i]].Terms.Where(term => _positions.ContainsKey(term.Count)))
            {
                coefficients[i][_positions[term]] += sign;
                coefficients[i][size + _positions[term]] -= sign;
            }
        }

        (coefficients[^1][_positions[count]], coefficients[^1][size + _positions[count]]) = (1, -1);
        double[] right = [.. relations.Select(_ => 0d), by];
        double[] cost = [.. _moving.Select(Cost), .. _moving.Select(Cost)];
        double[] upper =
        [
            .. _moving.Select(moving => (double)(_system.Counts[moving].Most - _system.Counts[moving].Value)),
            .. _moving.Select(moving => (double)(_system.Counts[moving].Value - _system.Counts[moving].Least)),
        ];
        return BoundedSimplex.Minimise(coefficients, right, cost, upper);
    }

    /// <summary>A larger count and a total are a larger loss; nought in a table of numbers is one that readers trust, so it costs more than a small count.</summary>
    private double Cost(int count)
    {
        Count known = _system.Counts[count];
        if (_suppressed[count] || !known.IsShown)
        {
            return 0.001;
        }

        double size = known.Value == 0 ? 3 : 1 + Math.Log2(Math.Abs(known.Value));
        return size * known.Rank switch { 0 => 1, 1 => 20, 2 => 400, _ => 8_000 };
    }

    private Dictionary<int, long>? Whole(double[] moves)
    {
        Dictionary<int, long> whole = [];
        for (int i = 0; i < _moving.Count; i++)
        {
            double move = moves[i] - moves[_moving.Count + i];
            long rounded = (long)Math.Round(move);
            if (Math.Abs(move - rounded) > 1e-5)
            {
                return null;
            }

            if (rounded != 0)
            {
                whole.Add(_moving[i], rounded);
            }
        }

        return IsWorld(whole) ? whole : null;
    }

    /// <summary>Whether all adds up and stays within what everybody knows, in whole numbers.</summary>
    private bool IsWorld(Dictionary<int, long> changes) =>
        _relations.All(relation => _system.Relations[relation].Terms.Sum(term => term.Sign * changes.GetValueOrDefault(term.Count)) == 0)
        && changes.All(change => _system.Counts[change.Key] is var known && known.Value + change.Value >= known.Least && known.Value + change.Value <= known.Most);
}
