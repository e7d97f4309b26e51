namespace PlaceSufficiency.Allocation.Openings;

/// <summary>
/// Depth-first branch and bound over openings: the allowed choice of which the cuts prove least. Exact unless it runs out of nodes; no solver, no
/// clock, no random numbers. README.md of this room tells how nodes are bounded.
/// </summary>
internal sealed class OpeningSearch
{
    private const int RootSteps = 300;
    private const int NodeSteps = 8;

    private readonly OpeningSpace _space;
    private readonly CancellationToken _cancellation;
    private readonly DecidedCuts[] _sides;
    private readonly int[] _choice;
    private readonly int[][] _added;
    private readonly long[] _left;
    private IReadOnlySet<string> _settled = new HashSet<string>();
    private double _threshold;
    private double _openBound;
    private double _settledValue = double.PositiveInfinity;
    private int[]? _best;
    private double _bestValue = double.PositiveInfinity;
    private int _nodes;
    private int _mostNodes;
    private int _nodesOnceFound;

    /// <summary>Prepares a search.</summary>
    public OpeningSearch(OpeningSpace space, OpeningCuts objective, IEnumerable<OpeningFilter> filters, CancellationToken cancellation)
    {
        (_space, _cancellation) = (space, cancellation);
        _sides = [new DecidedCuts(space, objective, double.PositiveInfinity), .. filters.Where(filter => filter.Cuts.Count > 0).Select(filter => new DecidedCuts(space, filter.Cuts, filter.Most + 1e-6))];
        _choice = [.. Enumerable.Repeat(OpeningSpace.Undecided, space.Items.Length)];
        _added = [.. space.Items.Select(_ => new int[space.Compiled.Years.Count])];
        _left = [.. space.Rows.Select(row => row.Limit)];
    }

    /// <summary>Searches for a choice of which the cuts prove less than a threshold.</summary>
    /// <param name="threshold">What is not worth finding.</param>
    /// <param name="settled">Choices, as text, whose plans are known: they count for the bound and are not found.</param>
    /// <param name="mostNodes">Nodes after which it gives up.</param>
    /// <param name="nodesOnceFound">Nodes after which it takes what it has found.</param>
    public FoundOpenings Find(double threshold, IReadOnlySet<string> settled, int mostNodes, int nodesOnceFound)
    {
        (_threshold, _settled, _mostNodes, _nodesOnceFound) = (threshold, settled, mostNodes, nodesOnceFound);
        (_settledValue, _best, _bestValue, _nodes) = (double.PositiveInfinity, null, double.PositiveInfinity, 0);
        Array.Fill(_choice, OpeningSpace.Undecided);
        foreach (DecidedCuts side in _sides)
        {
            side.Begin();
        }

        _openBound = double.PositiveInfinity;
        if (!DecideCommitted())
        {
            Undo();
            return new FoundOpenings(null, double.PositiveInfinity, threshold, true);
        }

        bool[] mayTake = MayTake();
        bool complete = Visit([.. _sides.Select(side => side.Relaxation.Start(_choice, mayTake, side.Decided, _left))], RootSteps, double.NegativeInfinity);
        Undo();
        bool isComplete = complete;
        double bound = Math.Min(threshold, Math.Min(_bestValue, _settledValue));
        return new FoundOpenings(_best, _bestValue, isComplete ? bound : Math.Min(bound, _openBound), isComplete);
    }

    /// <summary>A choice as text.</summary>
    public static string Key(int[] choice) => string.Join(',', choice);

    private void Undo()
    {
        for (int i = 0; i < _choice.Length; i++)
        {
            if (_choice[i] != OpeningSpace.Undecided)
            {
                Decide(i, _choice[i], -1);
                _choice[i] = OpeningSpace.Undecided;
            }
        }
    }

    /// <summary>Decides the committed schemes; false when the rules do not allow all of them.</summary>
    private bool DecideCommitted()
    {
        for (int i = 0; i < _choice.Length; i++)
        {
            if (_space.Items[i].IsCommitted)
            {
                if (!Fits(i, 0))
                {
                    return false;
                }

                Decide(i, 0, 1);
            }
        }

        return true;
    }

    private bool Fits(int item, int option) =>
        _space.Admits(_choice, item, option)
        && (option == OpeningSpace.Closed || !_space.Rows.Where((row, r) => row.Use[item][option] > _left[r]).Any());

    private void Decide(int item, int option, int sign)
    {
        if (sign > 0)
        {
            foreach (DecidedCuts side in _sides)
            {
                side.Decide(item, option, _added[_space.FirstOf(item)]);
            }

            _choice[item] = option;
        }

        if (option >= 0)
        {
            int[] added = _added[_space.FirstOf(item)];
            for (int t = 0; t < added.Length; t++)
            {
                added[t] += sign * _space.Items[item].Places[option][t];
            }

            for (int r = 0; r < _left.Length; r++)
            {
                _left[r] -= sign * _space.Rows[r].Use[item][option];
            }
        }

        if (sign < 0)
        {
            _choice[item] = OpeningSpace.Undecided;
            foreach (DecidedCuts side in _sides)
            {
                side.Undo();
            }
        }
    }

    private double Target => Math.Min(_threshold, _bestValue);

    /// <summary>Visits a node of which it is known that no choice in it is proven less than a floor; false when nodes ran out.</summary>
    private bool Visit(RelaxedChoice.Multipliers[] start, int steps, double floor)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_nodes > _mostNodes || (_best is not null && _nodes > _nodesOnceFound))
        {
            _openBound = Math.Min(_openBound, floor);
            return false;
        }

        if (!_choice.Contains(OpeningSpace.Undecided))
        {
            Consider(_choice);
            return true;
        }

        bool[] mayTake = MayTake();
        RelaxedChoice.Relaxed[] relaxed = new RelaxedChoice.Relaxed[_sides.Length];
        for (int s = _sides.Length - 1; s >= 0; s--)
        {
            double target = s == 0 ? Target : _sides[s].Most;
            relaxed[s] = _sides[s].Relaxation.Improve(_choice, mayTake, _sides[s].Decided, _left, start[s], target, steps);
            if (s > 0 && relaxed[s].Bound > target)
            {
                return true;
            }
        }

        if (relaxed[0].Bound >= Target)
        {
            return true;
        }

        Try(relaxed[0].Choice);
        return Branch(relaxed, mayTake);
    }

    private bool Branch(RelaxedChoice.Relaxed[] relaxed, bool[] mayTake)
    {
        int item = ItemToDecide(relaxed[0], mayTake);
        int first = _sides[0].Relaxation.First[item];
        double[] gains = relaxed[0].Gains;
        double most = relaxed[0].Choice[item] is var taken and >= 0 ? gains[first + taken] : 0;
        RelaxedChoice.Multipliers[] multipliers = [.. relaxed.Select(one => one.Multipliers)];
        IEnumerable<(int Option, double Gain)> options = Enumerable.Range(0, _space.Items[item].Options.Length)
            .Where(option => mayTake[first + option])
            .Select(option => (option, gains[first + option]))
            .Append((OpeningSpace.Closed, 0))
            .OrderByDescending(option => option.Item2).ThenBy(option => option.Item1);
        bool complete = true;
        foreach ((int option, double gain) in options.ToArray())
        {
            // At the node's own multipliers the bound rises by what the option falls short of the best one.
            double floor = relaxed[0].Bound + most - gain;
            if (floor >= Target || !Fits(item, option))
            {
                continue;
            }

            if (!complete)
            {
                _openBound = Math.Min(_openBound, floor);
                continue;
            }

            Decide(item, option, 1);
            complete = Visit(multipliers, NodeSteps, floor);
            Decide(item, option, -1);
        }

        return complete;
    }

    private bool[] MayTake()
    {
        int[] first = _sides[0].Relaxation.First;
        bool[] mayTake = new bool[first[^1]];
        for (int i = 0; i < _choice.Length; i++)
        {
            for (int option = 0; _choice[i] == OpeningSpace.Undecided && option < _space.Items[i].Options.Length; option++)
            {
                mayTake[first[i] + option] = Fits(i, option);
            }
        }

        return mayTake;
    }

    /// <summary>The undecided item with most to gain: deciding it moves the bound most.</summary>
    private int ItemToDecide(RelaxedChoice.Relaxed relaxed, bool[] mayTake)
    {
        int[] first = _sides[0].Relaxation.First;
        (int best, double most) = (-1, double.NegativeInfinity);
        for (int i = 0; i < _choice.Length; i++)
        {
            if (_choice[i] == OpeningSpace.Undecided)
            {
                double gain = Enumerable.Range(first[i], first[i + 1] - first[i]).Where(at => mayTake[at]).Select(at => Math.Abs(relaxed.Gains[at])).DefaultIfEmpty(-1).Max();
                if (gain > most)
                {
                    (best, most) = (i, gain);
                }
            }
        }

        return best;
    }

    /// <summary>Considers what the relaxation chose, where the rules allow it.</summary>
    private void Try(int[] relaxed)
    {
        int[] undecided = [.. Enumerable.Range(0, _choice.Length).Where(i => _choice[i] == OpeningSpace.Undecided)];
        List<int> decided = [];
        bool fits = true;
        foreach (int i in undecided)
        {
            if (!Fits(i, relaxed[i]))
            {
                fits = false;
                break;
            }

            Decide(i, relaxed[i], 1);
            decided.Add(i);
        }

        if (fits)
        {
            Consider(_choice);
        }

        decided.Reverse();
        foreach (int i in decided)
        {
            Decide(i, _choice[i], -1);
        }
    }

    private void Consider(int[] choice)
    {
        double value = _sides[0].Decided.Max();
        if (value >= Target || _sides.Skip(1).Any(side => side.Decided.Max() > side.Most))
        {
            return;
        }

        if (_settled.Contains(Key(choice)))
        {
            _settledValue = Math.Min(_settledValue, value);
        }
        else
        {
            (_best, _bestValue) = ([.. choice], value);
        }
    }
}
