using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// Moves every pupil of one path on year by year, each by its own luck: leaving, level at a change of phase, joining. The same
/// steps in the same order as the central forecast, with draws where that rounds. One a thread; every run starts anew.
/// </summary>
internal sealed class PathRun(PathInputs inputs)
{
    private readonly DrawnRates _rates = new(inputs);
    private readonly LevelReview _review = new(inputs);
    private readonly PathJoiners _joiners = new(inputs);
    private readonly PathReviews _reviews = new(inputs);
    private readonly int[] _joinersOf = new int[inputs.Years];
    private readonly int[] _surplusOf = new int[inputs.Years];
    private int[] _present = new int[1024];
    private int _count;

    /// <summary>Everyone of the path last run.</summary>
    internal PupilRecords Pupils { get; } = new(inputs.Years);

    /// <summary>Runs a path.</summary>
    internal void Run(Luck luck)
    {
        _rates.Draw(luck);
        _reviews.Draw(luck.For(4));
        if (inputs.Totals is not null && inputs.HasLevers)
        {
            // The path without levers says how many join; levers come on top of it.
            Run(luck, levers: false, balanced: false);
        }

        Run(luck, levers: true, balanced: inputs.HasLevers);
    }

    private void Run(Luck luck, bool levers, bool balanced)
    {
        Start(luck.For(2));
        for (int year = 1; year < inputs.Years; year++)
        {
            Leave(year, levers);
            if (inputs.Totals is { } totals && !balanced)
            {
                int total = _rates.Total(year, totals[year]);
                _joinersOf[year] = Math.Max(0, total - _count);
                _surplusOf[year] = Math.Max(0, _count - total);
            }

            if (inputs.Totals is not null)
            {
                LeaveSurplus(year, Math.Min(_surplusOf[year], _count));
            }

            _reviews.Change(Pupils, _present.AsSpan(0, _count), year);
            _review.MoveUp(Pupils, _present.AsSpan(0, _count), _rates, year);
            int before = Pupils.Count;
            _joiners.Join(Pupils, _rates, luck.For(3), year, inputs.Totals is null ? null : _joinersOf[year], levers);
            for (int pupil = before; pupil < Pupils.Count; pupil++)
            {
                Present(pupil);
            }
        }
    }

    private void Start(Luck luck)
    {
        Pupils.Clear();
        _count = 0;
        for (int i = 0; i < inputs.Stock.Length; i++)
        {
            int pupil = Pupils.Add(inputs.Stock[i].Record);
            Pupils[pupil].Luck = luck.For((ulong)i).Key;
            Pupils.Level(pupil, 0) = inputs.Stock[i].Level;
            Present(pupil);
        }
    }

    private void Present(int pupil)
    {
        if (_count == _present.Length)
        {
            Array.Resize(ref _present, _count * 2);
        }

        _present[_count++] = pupil;
    }

    /// <summary>Who does not come back in <paramref name="year"/>: the oldest, and of each age the share drawn. Whoever does is a year on.</summary>
    private void Leave(int year, bool levers)
    {
        Span<double> shares = stackalloc double[YearGroup.All.Count];
        Span<double> withPolicy = stackalloc double[YearGroup.All.Count];
        for (int age = 0; age < shares.Length; age++)
        {
            shares[age] = _rates.LeaverShare(year - 1, age);
            withPolicy[age] = levers ? shares[age] + ((1 - shares[age]) * inputs.EarlierShare(year, age)) : shares[age];
        }

        int staying = 0;
        for (int i = 0; i < _count; i++)
        {
            int pupil = _present[i];
            ref PupilRecord record = ref Pupils[pupil];
            int age = record.AgeAtFirst + year - 1 - record.FirstYear;
            if (age == YearGroup.Oldest.Age)
            {
                record.Reason = (byte)LeavingReason.MaximumAge;
            }
            else if (new Luck(record.Luck).Draw(Turn.At(year, Turn.Leaving)) is double even && even < withPolicy[age])
            {
                record.Reason = (byte)(even < shares[age] ? inputs.Reasons.Of(age, new Luck(record.Luck), year) : LeavingReason.Policy);
            }
            else
            {
                record.LastYear = (byte)year;
                Pupils.Level(pupil, year) = Pupils.Level(pupil, year - 1);
                _present[staying++] = pupil;
            }
        }

        _count = staying;
    }

    /// <summary>Takes a number of those who would stay, each as likely as the next (selection sampling).</summary>
    private void LeaveSurplus(int year, int surplus)
    {
        if (surplus == 0)
        {
            return;
        }

        int staying = 0;
        for (int i = 0; i < _count; i++)
        {
            ref PupilRecord record = ref Pupils[_present[i]];
            if (new Luck(record.Luck).Draw(Turn.At(year, Turn.Surplus)) * (_count - i) < surplus)
            {
                surplus--;
                record.Reason = (byte)LeavingReason.AboveTotal;
                record.LastYear = (byte)(year - 1);
            }
            else
            {
                _present[staying++] = _present[i];
            }
        }

        _count = staying;
    }
}
