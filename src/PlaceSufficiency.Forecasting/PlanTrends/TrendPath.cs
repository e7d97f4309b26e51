using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// One authority along one path, in whole plans: every year some cease, the others grow older, new plans begin, and what published
/// figures do not explain moves. In every band and year, plans + joiners - leavers + grown in - grown out + movements = next plans.
/// Begun and gone on again and again; it allocates little.
/// </summary>
internal sealed class TrendPath
{
    private readonly TrendFit _fit;
    private readonly AuthorityTrend _authority;
    private readonly EnglandPath _england;
    private readonly int[] _before;
    private readonly int[] _plans;
    private readonly int[] _joiners;
    private readonly int[] _leavers;
    private readonly int[] _grownOut;
    private readonly int[] _movements;
    private readonly double[] _weights;
    private readonly double _middle;
    private DrawSequence _draws = new(default);
    private double _deviation;
    private double _movementSpread;

    internal TrendPath(TrendFit fit, AuthorityTrend authority)
    {
        (_fit, _authority, _england) = (fit, authority, new EnglandPath(fit));
        int bands = fit.Bands.Length;
        (_before, _plans, _joiners, _leavers, _grownOut, _movements) = (new int[bands], new int[bands], new int[bands], new int[bands], new int[bands], new int[bands]);
        _weights = new double[bands];
        TrendAssumptions assumed = fit.Assumptions;
        _middle = ((assumed.DeviationSpread * assumed.DeviationSpread) + (assumed.JoiningNoise * assumed.JoiningNoise)) / 2;
    }

    /// <summary>Plans at the beginning of the year, by band.</summary>
    internal ReadOnlySpan<int> Before => _before;

    /// <summary>Plans now, by band.</summary>
    internal ReadOnlySpan<int> Plans => _plans;

    /// <summary>Plans now, all ages.</summary>
    internal int Total => Sum(_plans);

    /// <summary>New plans of the year, by band.</summary>
    internal ReadOnlySpan<int> Joiners => _joiners;

    /// <summary>Plans ceased in the year, by band.</summary>
    internal ReadOnlySpan<int> Leavers => _leavers;

    /// <summary>Plans that grew out of each band into the next in the year.</summary>
    internal ReadOnlySpan<int> GrownOut => _grownOut;

    /// <summary>Plans gained otherwise in the year, by band; below 0 where plans were lost.</summary>
    internal ReadOnlySpan<int> Movements => _movements;

    /// <summary>Goes back to the origin, with the luck of a path.</summary>
    internal void Begin(long seed, int path)
    {
        Luck luck = Luck.Of(seed, path);
        _england.Begin(luck);
        _draws = new DrawSequence(luck.For(_authority.Key));
        _authority.Start.CopyTo(_plans);
        _deviation = _authority.Deviation.Mean + (Math.Sqrt(_authority.Deviation.Variance) * _draws.Normal());
        double freedom = _authority.MovementFreedom;
        _movementSpread = Math.Sqrt(_authority.MovementVariance * (freedom / 2) / _draws.Gamma(freedom / 2));
    }

    /// <summary>Goes on by a year.</summary>
    internal void Next()
    {
        _england.Next();
        _plans.CopyTo(_before, 0);
        int all = Sum(_before);
        Cease(all);
        GrowUp();
        Join(all);
        Drift(all);
        Move(all);
    }

    /// <summary>England's leaving rate by band, scaled so that the authority loses the share of its plans that England loses.</summary>
    private void Cease(int all)
    {
        double expected = 0;
        for (int b = 0; b < _before.Length; b++)
        {
            expected += MustLeave(b) ? 0 : _fit.Flows.Leaving[b] * _before[b];
        }

        double scale = expected > 0 ? _england.Leaving * all / expected : 0;
        for (int b = 0; b < _before.Length; b++)
        {
            double chance = MustLeave(b) ? 1 : expected > 0 ? Math.Min(1, scale * _fit.Flows.Leaving[b]) : Math.Min(1, _england.Leaving);
            _leavers[b] = _draws.Binomial(_before[b], chance);
            _plans[b] -= _leavers[b];
        }
    }

    /// <summary>Nobody holds a plan past 25.</summary>
    private bool MustLeave(int band) => _fit.BandsAreAges && band == _fit.Bands.Length - 1 && _fit.Bands[band].Width == 1;

    private void GrowUp()
    {
        for (int b = 0; b < _plans.Length; b++)
        {
            _grownOut[b] = _draws.Binomial(_plans[b], _fit.Flows.MovingUp[b]);
        }

        for (int b = 0; b < _plans.Length - 1; b++)
        {
            _plans[b] -= _grownOut[b];
            _plans[b + 1] += _grownOut[b];
        }
    }

    private void Join(int all)
    {
        TrendAssumptions assumed = _fit.Assumptions;
        double kept = assumed.DeviationKept;
        _deviation = (kept * _deviation) + (assumed.DeviationSpread * Math.Sqrt(1 - (kept * kept)) * _draws.Normal());
        double logarithm = _authority.Deviation.Region + _deviation + (assumed.JoiningNoise * _draws.Normal()) - _middle;
        double expected = all * _england.Joining * Math.Exp(logarithm);
        double sum = 0;
        for (int b = 0; b < _weights.Length; b++)
        {
            _weights[b] = _authority.Mix[b] * Math.Exp(assumed.MixNoise * _draws.Normal());
            sum += _weights[b];
        }

        for (int b = 0; b < _weights.Length; b++)
        {
            _joiners[b] = _draws.Poisson(expected * _weights[b] / sum);
            _plans[b] += _joiners[b];
        }
    }

    /// <summary>Plans drift between bands at an unchanged total; no band falls below 0.</summary>
    private void Drift(int all)
    {
        _plans.CopyTo(_movements, 0);
        double small = Math.Sqrt(1 + (_fit.Assumptions.SmallCaseload / Math.Max(1, all)));
        double sum = 0;
        for (int b = 0; b < _weights.Length; b++)
        {
            _weights[b] = _authority.Drift.Lasting[b] + (small * _authority.Drift.Spread[b] * _draws.Normal());
            sum += _weights[b];
        }

        int lacking = 0;
        int given = 0;
        double upTo = 0;
        for (int b = 0; b < _weights.Length; b++)
        {
            upTo += all * (_weights[b] - (sum / _weights.Length));
            int now = b == _weights.Length - 1 ? 0 : (int)Math.Round(upTo, MidpointRounding.AwayFromZero);
            int plans = _plans[b] + now - given;
            lacking += Math.Max(0, -plans);
            _plans[b] = Math.Max(0, plans);
            given = now;
        }

        Gain(-lacking);
    }

    /// <summary>Plans are gained or lost in all bands alike.</summary>
    private void Move(int all)
    {
        int gained = (int)Math.Round(all * _movementSpread * _draws.Normal(), MidpointRounding.AwayFromZero);
        Gain(Math.Max(gained, -Sum(_plans)));
        for (int b = 0; b < _plans.Length; b++)
        {
            _movements[b] = _plans[b] - _movements[b];
        }
    }

    /// <summary>Adds plans to the bands in proportion to those they hold.</summary>
    private void Gain(int plans)
    {
        int all = Sum(_plans);
        if (plans == 0 || all == 0)
        {
            return;
        }

        int given = 0;
        long upTo = 0;
        for (int b = 0; b < _plans.Length; b++)
        {
            upTo += _plans[b];
            int now = (int)(plans * upTo / all);
            _plans[b] += now - given;
            given = now;
        }
    }

    private static int Sum(int[] counts)
    {
        int sum = 0;
        foreach (int count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
