using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;

namespace PlaceSufficiency.Allocation.Exact;

/// <summary>
/// The pupils of one class as a flow through its years: at a candidate, or nowhere; starting, staying and leaving. A path of MODEL.md is a walk through it.
/// </summary>
internal sealed class PupilFlow
{
    private readonly PathClass _class;
    private readonly CompiledStay _stay;
    private readonly int?[,] _at;
    private readonly int?[,] _starts;
    private readonly int?[,] _leaves;
    private readonly int[] _nowhere;
    private readonly int[] _lostStays;
    private readonly ExactSum[] _lost;

    /// <summary>Adds the class to a model.</summary>
    public PupilFlow(ExactModel model, PathClass of, int number)
    {
        (_class, _stay) = (of, of.Shape);
        int length = _stay.Length;
        int candidates = _stay.Candidates.Length;
        (_at, _starts, _leaves) = (new int?[length, candidates], new int?[length, candidates], new int?[length, candidates]);
        (_nowhere, _lostStays, _lost) = (new int[length], new int[length], new ExactSum[length]);
        for (int step = 0; step < length; step++)
        {
            AddStep(model, step, $"{number},{step}");
        }
    }

    /// <summary>Pupils at a candidate in a step; null where it does not fit.</summary>
    public int? At(int step, int candidate) => _at[step, candidate];

    /// <summary>The shape of the class.</summary>
    public CompiledStay Stay => _stay;

    /// <summary>Adds what the class comes to on a measure.</summary>
    public void Measure(CompiledCase compiled, TierMeasure measure, ExactSum to)
    {
        for (int step = 0; step < _stay.Length; step++)
        {
            to.Add(_nowhere[step], Whole(measure.OfUnplaced(_stay, step)));
            if (!_stay.Reopens[step])
            {
                to.Add(_lost[step], Whole(measure.OfLostPlace)).Add(_lostStays[step], -Whole(measure.OfLostPlace));
            }

            for (int c = 0; c < _stay.Candidates.Length; c++)
            {
                if (_at[step, c] is { } at)
                {
                    to.Add(at, Whole(measure.OfPlacement(compiled, _stay, step, c)));
                }

                if (_leaves[step, c] is { } leaves && !_stay.Reopens[step])
                {
                    to.Add(leaves, Whole(measure.OfMove(_stay, step, c)));
                }
            }
        }
    }

    /// <summary>The walks that a solution is made of: whole pupils and their choices. Who lost a place is nowhere before others are.</summary>
    public IEnumerable<(short[] Choices, int Pupils)> Walks(IReadOnlyList<long> values)
    {
        List<(List<short> Choices, int Pupils)> walks = [([], _class.Pupils)];
        for (int step = 0; step < _stay.Length; step++)
        {
            walks = [.. Next(walks, step, values)];
        }

        return walks.Select(walk => (walk.Choices.ToArray(), walk.Pupils));
    }

    private void AddStep(ExactModel model, int step, string name)
    {
        int pupils = _class.Pupils;
        ExactSum pool = new();
        ExactSum lost = new();
        _nowhere[step] = model.Variable($"nowhere[{name}]", pupils);
        for (int c = 0; c < _stay.Candidates.Length; c++)
        {
            bool wasThere = step > 0 ? _at[step - 1, c] is not null : c == _stay.Before;
            ExactSum before = !wasThere ? new ExactSum() : step > 0 ? new ExactSum().Add(_at[step - 1, c]!.Value, 1) : new ExactSum().Add(pupils);
            if (!_stay.Fits[step, c])
            {
                lost.Add(before, 1);
                continue;
            }

            int at = model.Variable($"at[{name},{c}]", pupils);
            _at[step, c] = at;
            ExactSum balance = new ExactSum().Add(at, 1).Add(before, -1);
            if (_stay.MayStart[step, c])
            {
                int starts = model.Variable($"starts[{name},{c}]", pupils);
                _starts[step, c] = starts;
                balance.Add(starts, -1);
                pool.Add(starts, 1);
            }

            if (wasThere && (_stay.Reopens[step] || _stay.MayMove[step, c]))
            {
                int leaves = model.Variable($"leaves[{name},{c}]", pupils);
                _leaves[step, c] = leaves;
                balance.Add(leaves, 1);
                model.AtMost($"leaves_at_most[{name},{c}]", new ExactSum().Add(leaves, 1).Add(before, -1), 0);
                pool.Add(leaves, -1);
            }

            model.Equal($"stays[{name},{c}]", balance, 0);
        }

        lost.Add(step == 0 && _stay.LostBefore ? pupils : 0);
        ExactSum free = new ExactSum().Add(lost, 1);
        free = step > 0 ? free.Add(_nowhere[step - 1], 1) : free.Add(_stay.Before < 0 && !_stay.LostBefore ? pupils : 0);
        model.Equal($"placed[{name}]", pool.Add(_nowhere[step], 1).Add(free, -1), 0);

        // Only who has no placement that fits may be nowhere; of those, who lost one in this step counts apart.
        model.AtMost($"unplaced[{name}]", new ExactSum().Add(_nowhere[step], 1).Add(free, -1), 0);
        _lost[step] = lost;
        _lostStays[step] = model.Variable($"lost[{name}]", pupils);
        model.AtMost($"lost_nowhere[{name}]", new ExactSum().Add(_lostStays[step], 1).Add(_nowhere[step], -1), 0);
        model.AtMost($"lost_here[{name}]", new ExactSum().Add(_lostStays[step], 1).Add(lost, -1), 0);
    }

    private IEnumerable<(List<short> Choices, int Pupils)> Next(List<(List<short> Choices, int Pupils)> walks, int step, IReadOnlyList<long> values)
    {
        Queue<(List<short> Choices, int Pupils)> lost = new();
        Queue<(List<short> Choices, int Pupils)> fresh = new();
        List<(List<short> Choices, int Pupils)> movers = [];
        int[] leaving = [.. Enumerable.Range(0, _stay.Candidates.Length).Select(c => _leaves[step, c] is { } leaves ? (int)values[leaves] : 0)];
        foreach ((List<short> choices, int pupils) in walks)
        {
            int at = step > 0 ? choices[^1] : _stay.Before;
            if (at < 0 || !_stay.Fits[step, at])
            {
                (at >= 0 || (step == 0 && _stay.LostBefore) ? lost : fresh).Enqueue((choices, pupils));
                continue;
            }

            int leave = Math.Min(pupils, leaving[at]);
            leaving[at] -= leave;
            if (leave > 0)
            {
                movers.Add((choices, leave));
            }

            if (pupils > leave)
            {
                yield return ([.. choices, (short)at], pupils - leave);
            }
        }

        Queue<(List<short> Choices, int Pupils)> pool = new([.. lost, .. fresh, .. movers]);
        IEnumerable<(short Choice, int Pupils)> taken =
        [
            ((short)-1, (int)values[_nowhere[step]]),
            .. Enumerable.Range(0, _stay.Candidates.Length).Where(c => _starts[step, c] is not null).Select(c => ((short)c, (int)values[_starts[step, c]!.Value])),
        ];
        (List<short> Choices, int Pupils) next = ([], 0);
        foreach ((short choice, int number) in taken)
        {
            for (int needed = number; needed > 0;)
            {
                next = next.Pupils > 0 ? next : pool.Dequeue();
                int some = Math.Min(needed, next.Pupils);
                yield return ([.. next.Choices, choice], some);
                (needed, next.Pupils) = (needed - some, next.Pupils - some);
            }
        }
    }

    private static long Whole(double value) => (long)Math.Round(value);
}
