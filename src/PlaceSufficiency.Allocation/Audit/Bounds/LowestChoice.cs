using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// The least that lines prove over all allowed choices of openings: candidates are decided one after the other, and a branch is left when a weighed sum
/// of the lines already shows that nothing below the stated bound is in it. A weighed sum counts each undecided candidate at its best September, less
/// prices for what it uses of budgets and groups; any weights and prices are right, and steps along what is over- and under-used make them sharp.
/// </summary>
internal sealed class LowestChoice
{
    private const int MostNodes = 400_000;

    private readonly OpeningRules _rules;
    private readonly CapitalScheme[] _candidates;
    private readonly int[] _provision;
    private readonly AcademicYear[][] _options;
    private readonly int[][][] _places;
    private readonly List<(double Limit, double[][] Use)> _rows = [];
    private readonly int[][] _added;
    private readonly Dictionary<SchemeId, AcademicYear> _open = [];
    private readonly HashSet<SchemeId> _undecided;
    private bool[][] _mayTake = [];
    private int _nodes;
    private double _least;

    /// <summary>The choices of a case.</summary>
    internal LowestChoice(AuditedPlan audited)
    {
        PlanningCase undecided = audited.Undecided;
        IReadOnlyList<AcademicYear> years = audited.Horizon.PlannedYears;
        _rules = new OpeningRules(undecided);
        _candidates = [.. undecided.Candidates.OrderByDescending(scheme => scheme.FinalPlaces).ThenBy(scheme => scheme.Id)];
        _undecided = [.. _candidates.Select(scheme => scheme.Id)];
        _provision = [.. _candidates.Select(scheme => undecided.Provisions.IndexOf(undecided.Provision(scheme.Provision)))];
        _options = [.. _candidates.Select(scheme => years.Where(year => year >= scheme.Candidate!.Earliest && year <= scheme.Candidate.Latest).ToArray())];
        _places = [.. _candidates.Select((scheme, i) => _options[i].Select(opens => years.Select(year => scheme.PlacesIn(year, opens)).ToArray()).ToArray())];
        _added = [.. undecided.Provisions.Select(_ => new int[years.Count])];
        CapitalScheme[] committed = [.. undecided.Schemes.Where(scheme => scheme.Status == SchemeStatus.Committed)];
        foreach ((FinancialYear year, Domain.Money.Pounds limit) in undecided.Limits.Capital)
        {
            AddRow((double)limit.Value - committed.Sum(scheme => (double)scheme.CapitalIn(year).Value), (scheme, opens) => (double)scheme.CapitalIn(year, opens).Value);
        }

        if (undecided.Limits.CapitalTotal is { } total)
        {
            AddRow((double)total.Value - committed.Sum(scheme => (double)scheme.TotalCapital.Value), (scheme, _) => (double)scheme.TotalCapital.Value);
        }

        foreach (SchemeGroup group in undecided.SchemeGroups.Where(group => group.AtMost is not null))
        {
            AddRow(group.AtMost!.Value - committed.Count(scheme => scheme.Groups.Contains(group.Name)), (scheme, _) => scheme.Groups.Contains(group.Name) ? 1 : 0);
        }
    }

    /// <summary>Septembers in which each candidate may open, in order.</summary>
    internal IReadOnlyDictionary<SchemeId, AcademicYear[]> Septembers => _candidates.Zip(_options).ToDictionary(pair => pair.First.Id, pair => pair.Second);

    /// <summary>The least bound over all allowed choices, or <paramref name="stated"/> where no choice is below it.</summary>
    /// <param name="lines">What each set of prices proves.</param>
    /// <param name="earlier">Lines of earlier tiers and the values held: choices of which they prove more are out.</param>
    /// <param name="stated">The bound that the plan states.</param>
    /// <param name="ranges">The choices looked at; null for all.</param>
    internal double Of(IReadOnlyList<PriceLine> lines, IReadOnlyList<(IReadOnlyList<PriceLine> Lines, double Held)> earlier, double stated, CandidateRanges? ranges = null)
    {
        _mayTake = ranges?.MayTake(_candidates, _options, _rules) ?? [.. _options.Select(options => Enumerable.Repeat(true, options.Length + 1).ToArray())];
        Weighing[] weighings = [new(this, lines, double.NaN), .. earlier.Select(one => new Weighing(this, one.Lines, one.Held))];
        (_nodes, _least) = (0, stated);
        double root = double.NegativeInfinity;
        double[] left = [.. _rows.Select(row => row.Limit)];
        bool complete = Visit(0, weighings, [.. weighings.Select(weighing => weighing.Unopened)], [.. weighings.Select(weighing => weighing.BestAlone(left))], 400, ref root);
        return complete ? _least : Math.Min(_least, root);
    }

    private void AddRow(double left, Func<CapitalScheme, AcademicYear, double> use)
    {
        double scale = Math.Max(1, left);
        _rows.Add((Math.Max(0, left) / scale, [.. _candidates.Select((scheme, i) => _options[i].Select(opens => use(scheme, opens) / scale).ToArray())]));
    }

    private bool Visit(int at, Weighing[] weighings, double[][] sums, (double[] Lines, double[] Rows)[] weights, int steps, ref double bound)
    {
        if (++_nodes > MostNodes)
        {
            return false;
        }

        if (at == _candidates.Length)
        {
            bound = sums[0].Max();
            bool isOut = Enumerable.Range(1, weighings.Length - 1).Any(w => sums[w].Max() > weighings[w].Held + 1e-6);
            _least = isOut ? _least : Math.Min(_least, bound);
            return true;
        }

        double[] left = [.. _rows.Select((row, r) => row.Limit - Enumerable.Range(0, at).Where(i => _open.ContainsKey(_candidates[i].Id)).Sum(i => row.Use[i][OptionOf(i)]))];
        (double[] Lines, double[] Rows)[] best = new (double[], double[])[weighings.Length];
        for (int w = weighings.Length - 1; w >= 0; w--)
        {
            double target = w == 0 ? _least : weighings[w].Held + 1e-6;
            (double reached, best[w]) = weighings[w].Sharpen(at, sums[w], left, weights[w], target, steps);
            if (reached >= target && (w == 0 || reached > target))
            {
                bound = w == 0 ? reached : double.PositiveInfinity;
                return true;
            }

            bound = w == 0 ? reached : bound;
        }

        return Branch(at, weighings, sums, best);
    }

    private bool Branch(int at, Weighing[] weighings, double[][] sums, (double[] Lines, double[] Rows)[] weights)
    {
        CapitalScheme scheme = _candidates[at];
        _undecided.Remove(scheme.Id);
        for (int option = -1; option < _options[at].Length; option++)
        {
            if (!_mayTake[at][option < 0 ? _options[at].Length : option])
            {
                continue;
            }

            if (option >= 0)
            {
                _open[scheme.Id] = _options[at][option];
            }

            if (!_rules.BrokenBy(_open, _undecided).Any())
            {
                double[][] after = option < 0 ? sums : [.. weighings.Select((weighing, w) => weighing.With(sums[w], at, option))];
                Add(at, option, 1);
                double below = 0;
                bool complete = Visit(at + 1, weighings, after, weights, 8, ref below);
                Add(at, option, -1);
                if (!complete)
                {
                    return false;
                }
            }

            _open.Remove(scheme.Id);
        }

        _undecided.Add(scheme.Id);
        return true;
    }

    private int OptionOf(int candidate) => Array.IndexOf(_options[candidate], _open[_candidates[candidate].Id]);

    private void Add(int candidate, int option, int sign)
    {
        for (int t = 0; option >= 0 && t < _added[_provision[candidate]].Length; t++)
        {
            _added[_provision[candidate]][t] += sign * _places[candidate][option][t];
        }
    }

    /// <summary>Lines under weights that add up to 1, and rows under prices of at least 0.</summary>
    private sealed class Weighing
    {
        private readonly LowestChoice _of;
        private readonly IReadOnlyList<PriceLine> _lines;
        private readonly double[][][] _least;

        internal Weighing(LowestChoice of, IReadOnlyList<PriceLine> lines, double held)
        {
            (_of, _lines, Held) = (of, lines, held);
            _least = [.. of._candidates.Select((scheme, i) => of._options[i].Select((opens, option) => lines.Select(line =>
                line.OfCapital(scheme, opens) + of._places[i][option].Select((places, t) => line.LeastChange(of._provision[i], t, places)).Sum()).ToArray()).ToArray())];
        }

        internal double Held { get; }

        internal double[] Unopened => [.. _lines.Select(line => line.Unopened)];

        /// <summary>All weight on the line that proves most on its own.</summary>
        internal (double[] Lines, double[] Rows) BestAlone(double[] left) => Enumerable.Range(0, _lines.Count)
            .Select(line => (Lines: Enumerable.Range(0, _lines.Count).Select(k => k == line ? 1.0 : 0).ToArray(), Rows: new double[left.Length]))
            .MaxBy(alone => Weigh(0, Unopened, left, alone).Sum);

        internal double[] With(double[] sums, int candidate, int option)
        {
            int g = _of._provision[candidate];
            AcademicYear opens = _of._options[candidate][option];
            return [.. _lines.Select((line, k) => sums[k] + line.OfCapital(_of._candidates[candidate], opens) + _of._places[candidate][option]
                .Select((places, t) => places == 0 ? 0 : line.Change(g, t, _of._added[g][t], _of._added[g][t] + places)).Sum())];
        }

        internal (double Reached, (double[] Lines, double[] Rows) Weights) Sharpen(
            int from, double[] sums, double[] left, (double[] Lines, double[] Rows) start, double target, int steps)
        {
            (double best, double[] lineSlope, double[] rowSlope) = Weigh(from, sums, left, start);
            ((double[] Lines, double[] Rows) at, (double[] Lines, double[] Rows) kept) = (start, start);
            double length = 1;
            double unit = Math.Max(1e-9, target - best);
            for (int step = 0; step < steps && best < target; step++)
            {
                double middle = lineSlope.Average();
                double size = lineSlope.Sum(slope => Math.Pow(slope - middle, 2)) + rowSlope.Sum(slope => Math.Pow(slope * unit, 2));
                if (size < 1e-18)
                {
                    break;
                }

                double move = length * (target - best) / size;
                at = (Share([.. at.Lines.Select((weight, k) => weight + (move * (lineSlope[k] - middle)))]), [.. at.Rows.Select((price, r) => Math.Max(0, price + (move * rowSlope[r] * unit * unit)))]);
                (double reached, lineSlope, rowSlope) = Weigh(from, sums, left, at);
                length = reached > best ? length : length * 0.85;
                (best, kept) = reached > best ? (reached, at) : (best, kept);
            }

            return (best, kept);
        }

        private (double Sum, double[] LineSlope, double[] RowSlope) Weigh(int from, double[] sums, double[] left, (double[] Lines, double[] Rows) weights)
        {
            double[] lineSlope = [.. sums];
            double[] rowSlope = [.. left.Select(rest => -rest)];
            double sum = sums.Zip(weights.Lines, (value, weight) => value * weight).Sum() - left.Zip(weights.Rows, (rest, price) => rest * price).Sum();
            for (int i = from; i < _least.Length; i++)
            {
                bool[] mayTake = _of._mayTake[i];
                (double lowest, int chosen) = (mayTake[^1] ? 0 : double.PositiveInfinity, -1);
                for (int option = 0; option < _least[i].Length; option++)
                {
                    if (!mayTake[option])
                    {
                        continue;
                    }

                    double change = 0;
                    for (int k = 0; k < lineSlope.Length; k++)
                    {
                        change += weights.Lines[k] == 0 ? 0 : weights.Lines[k] * _least[i][option][k];
                    }

                    for (int r = 0; r < rowSlope.Length; r++)
                    {
                        change += weights.Rows[r] * _of._rows[r].Use[i][option];
                    }

                    (lowest, chosen) = change < lowest ? (change, option) : (lowest, chosen);
                }

                sum += lowest;
                for (int k = 0; chosen >= 0 && k < lineSlope.Length; k++)
                {
                    lineSlope[k] += _least[i][chosen][k];
                }

                for (int r = 0; chosen >= 0 && r < rowSlope.Length; r++)
                {
                    rowSlope[r] += _of._rows[r].Use[i][chosen];
                }
            }

            return (sum, lineSlope, rowSlope);
        }

        /// <summary>Weights of at least 0 that add up to 1, nearest to the given ones.</summary>
        private static double[] Share(double[] weights)
        {
            double lost = 0;
            double[] sorted = [.. weights.OrderDescending()];
            double running = 0;
            for (int count = 1; count <= sorted.Length; count++)
            {
                running += sorted[count - 1];
                lost = sorted[count - 1] > (running - 1) / count ? (running - 1) / count : lost;
            }

            return [.. weights.Select(weight => Math.Max(0, weight - lost))];
        }
    }
}
