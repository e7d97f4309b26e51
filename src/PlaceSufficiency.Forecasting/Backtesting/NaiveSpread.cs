namespace PlaceSufficiency.Forecasting.Backtesting;

/// <summary>
/// Gives a naive forecast the distribution that its own past deserves: the relative errors it made on every series at earlier
/// origins, as far as they were known at this one. Without any it is a single number.
/// </summary>
internal sealed class NaiveSpread
{
    private readonly double[] _ratios;

    /// <summary>Takes what happened over what was forecast, in earlier cases.</summary>
    internal NaiveSpread(IEnumerable<double> ratios) => _ratios = [.. ratios.Where(double.IsFinite).Order().DefaultIfEmpty(1)];

    /// <summary>The quantile of a forecast's distribution.</summary>
    internal double Quantile(double forecast, double share) => forecast * _ratios[Math.Clamp((int)Math.Ceiling(share * _ratios.Length) - 1, 0, _ratios.Length - 1)];

    /// <summary>Continuous ranked probability score of the forecast's distribution.</summary>
    internal double Score(double forecast, double actual)
    {
        double distance = 0;
        double between = 0;
        double n = _ratios.Length;
        for (int i = 0; i < _ratios.Length; i++)
        {
            distance += Math.Abs((forecast * _ratios[i]) - actual);
            between += ((2 * (i + 1)) - n - 1) * forecast * _ratios[i];
        }

        return (distance / n) - (between / (n * n));
    }
}
