using Google.OrTools.Sat;
using PlaceSufficiency.Reporting.Disclosure;

namespace PlaceSufficiency.Reporting.Tests.Disclosure;

/// <summary>
/// Somebody who has every published table, knows how they add up and that pupils are whole, and has a solver: the least and the most
/// that a withheld count can be, proven.
/// </summary>
internal sealed class Attacker
{
    private const long Many = 5_000;

    private readonly CountSystem _system;
    private readonly IReadOnlyList<bool> _suppressed;

    internal Attacker(CountSystem system, IReadOnlyList<bool> suppressed) => (_system, _suppressed) = (system, suppressed);

    /// <summary>What can be known of a count.</summary>
    internal (long Least, long Most) Infer(int count) => (Extreme(count, most: false), Extreme(count, most: true));

    private long Extreme(int count, bool most)
    {
        CpModel model = new();
        Dictionary<int, IntVar> unknown = [];
        HashSet<int> relations = [];
        Queue<int> queue = new([count]);
        Unknown(model, unknown, count);
        while (queue.TryDequeue(out int next))
        {
            foreach (int relation in _system.RelationsOf(next).Where(relations.Add))
            {
                foreach ((int other, _) in _system.Relations[relation].Terms.Where(term => IsUnknown(term.Count) && !unknown.ContainsKey(term.Count)))
                {
                    Unknown(model, unknown, other);
                    queue.Enqueue(other);
                }
            }
        }

        foreach (Relation relation in relations.Select(relation => _system.Relations[relation]))
        {
            model.Add(LinearExpr.Sum(relation.Terms.Where(term => unknown.ContainsKey(term.Count)).Select(term => term.Sign * unknown[term.Count]))
                == -relation.Constant - relation.Terms.Where(term => !unknown.ContainsKey(term.Count)).Sum(term => term.Sign * _system.Counts[term.Count].Value));
        }

        if (most)
        {
            model.Maximize(unknown[count]);
        }
        else
        {
            model.Minimize(unknown[count]);
        }

        CpSolver solver = new() { StringParameters = "num_workers:1 random_seed:1 max_deterministic_time:20" };
        Assert.Equal(CpSolverStatus.Optimal, solver.Solve(model));
        return (long)solver.ObjectiveValue;
    }

    private bool IsUnknown(int count) => _suppressed[count] || !_system.Counts[count].IsShown;

    private void Unknown(CpModel model, Dictionary<int, IntVar> unknown, int count)
    {
        Count known = _system.Counts[count];
        unknown.Add(count, model.NewIntVar(Math.Max(known.Least, -Many), Math.Min(known.Most, Many), known.Key));
    }
}
