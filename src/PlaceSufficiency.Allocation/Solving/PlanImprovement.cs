using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;

namespace PlaceSufficiency.Allocation.Solving;

/// <summary>
/// Moves the pupils of a plan, one group after the other, to the cheapest path at given prices that has room, without making a held tier
/// worse. Most pupils compete with nobody for where they go, and are settled by this.
/// </summary>
internal sealed class PlanImprovement
{
    private const int Passes = 3;

    private readonly TierProblem _problem;
    private readonly PathPricer _pricer;
    private readonly Prices _prices;
    private readonly Prices _open;
    private readonly ReducedCosts _costs;
    private readonly int[,] _used;
    private readonly int[,] _most;
    private readonly int[] _inmssUsed;
    private readonly int[] _inmssMost;

    private PlanImprovement(TierProblem problem, PathPricer pricer, Prices prices, IReadOnlyList<ChosenPath> plan)
    {
        (_problem, _pricer, _prices) = (problem, pricer, prices);
        _costs = new ReducedCosts(problem, pricer, prices);
        _open = prices.Times(1);
        CompiledCase compiled = problem.Compiled;
        (_used, _inmssUsed) = (new int[compiled.Provisions.Count, compiled.Years.Count], new int[compiled.Years.Count]);
        foreach (ChosenPath path in plan)
        {
            Count(path.Column, path.Pupils);
        }

        // Pupils above places are left as they are: never more of them at any provision in any year.
        _most = new int[compiled.Provisions.Count, compiled.Years.Count];
        for (int g = 0; g < compiled.Provisions.Count; g++)
        {
            for (int t = 0; t < compiled.Years.Count; t++)
            {
                _most[g, t] = Math.Max(compiled.ResidentPlaces[g, t], _used[g, t]);
            }
        }

        _inmssMost = [.. compiled.InmssLimit.Select((limit, t) => Math.Max(limit ?? int.MaxValue, _inmssUsed[t]))];
    }

    /// <summary>The plan improved.</summary>
    public static IReadOnlyList<ChosenPath> Of(TierProblem problem, PathPricer pricer, Prices prices, IReadOnlyList<ChosenPath> plan)
    {
        if (problem.Compiled.LimitRows.Count > 0)
        {
            // Moving a group under limits that many share would need their room and what they give by followed as well.
            return plan;
        }

        PlanImprovement improvement = new(problem, pricer, prices, plan);
        ChosenPath[] improved = [.. plan];
        for (int pass = 0; pass < Passes; pass++)
        {
            for (int i = 0; i < improved.Length; i++)
            {
                improved[i] = improvement.Improve(improved[i]);
            }
        }

        return improved;
    }

    private ChosenPath Improve(ChosenPath path)
    {
        Count(path.Column, -path.Pupils);
        Close(path.Column.Class, path.Pupils);
        _pricer.SetPrices(_open);
        PathPricer.PricedPath cheapest = _pricer.Cheapest(path.Column.Class, 1)[0];
        ChosenPath better = cheapest.Priced < _costs.PricedValueOf(path.Column) - 1e-6 && HoldsTiers(cheapest.Column, path.Column)
            ? path with { Column = cheapest.Column }
            : path;
        Count(better.Column, path.Pupils);
        return better;
    }

    private bool HoldsTiers(PathColumn column, PathColumn old) => _problem.Held.All(held => _pricer.ValueOf(column, held) <= _pricer.ValueOf(old, held));

    /// <summary>Prices what has no room for so many pupils out of reach, for the provisions and years of one class.</summary>
    private void Close(int classIndex, int pupils)
    {
        CompiledStay stay = _problem.Classes[classIndex].Shape;
        for (int step = 0; step < stay.Length; step++)
        {
            int t = stay.FirstYear + step;
            foreach (int g in stay.Candidates)
            {
                bool room = _used[g, t] + pupils <= _most[g, t] && (!_problem.Compiled.IsInmss(g) || _inmssUsed[t] + pupils <= _inmssMost[t]);
                _open.Places[g, t] = room ? _prices.Places[g, t] : double.PositiveInfinity;
            }
        }
    }

    private void Count(PathColumn column, int pupils)
    {
        CompiledStay stay = _problem.Classes[column.Class].Shape;
        for (int step = 0; step < stay.Length; step++)
        {
            if (column.Choices[step] >= 0)
            {
                int g = stay.Candidates[column.Choices[step]];
                _used[g, stay.FirstYear + step] += pupils;
                _inmssUsed[stay.FirstYear + step] += _problem.Compiled.IsInmss(g) ? pupils : 0;
            }
        }
    }
}
