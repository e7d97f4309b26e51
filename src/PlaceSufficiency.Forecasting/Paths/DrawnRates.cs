using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// The rates of one path: first drawn once as sure as the records behind them make them, then led on from year to year by noise
/// and drift, all with the case's assumptions as their means. Made once a thread and drawn anew for every path.
/// </summary>
internal sealed class DrawnRates(PathInputs inputs)
{
    private const ulong Parameters = 0;
    private const ulong Trends = 1;

    private readonly DemandUncertainty _uncertainty = inputs.Case.Demand.Uncertainty;
    private readonly double[] _leaverShares = new double[YearGroup.All.Count];
    private readonly double[] _joinerShares = new double[inputs.Joiners.Length];
    private readonly double[] _joinerTrend = new double[inputs.Years];
    private readonly double[] _leaverTrend = new double[inputs.Years];
    private readonly double[] _levelTrend = new double[inputs.Years];
    private readonly double[] _totalTrend = new double[inputs.Years];
    private readonly double[][] _needTrends = [.. Enum.GetValues<PrimaryNeed>().Select(_ => new double[inputs.Years])];
    private readonly double[] _levels = inputs.Levels.NewShares();

    /// <summary>Draws the rates of a path.</summary>
    internal void Draw(Luck luck)
    {
        DrawTrends(luck.For(Trends));
        DrawSequence draws = new(luck.For(Parameters));
        inputs.Leavers.Draw(draws, _leaverShares);
        for (int cell = 0; cell < _joinerShares.Length; cell++)
        {
            double observed = inputs.Joiners[cell].PerYear * _uncertainty.YearsObserved;
            _joinerShares[cell] = observed > 0 ? draws.Gamma(observed) / _uncertainty.YearsObserved : inputs.Joiners[cell].PerYear;
        }

        inputs.Levels.Draw(draws, _levelTrend, _levels);
    }

    /// <summary>Share of an age that leaves after a year, 0 to 1.</summary>
    internal double LeaverShare(int year, int age) => Math.Min(1, _leaverShares[age] * _leaverTrend[year]);

    /// <summary>Expected joiners of a cell in a year, before scalings.</summary>
    internal double Joiners(int year, int cell) =>
        _joinerShares[cell] * inputs.Residents(year, inputs.Joiners[cell].YearGroup.Age) * _joinerTrend[year] * _needTrends[(int)inputs.Joiners[cell].Need][year];

    /// <summary>The path's total of a year, of a stated one.</summary>
    internal int Total(int year, int stated) => (int)Math.Round(stated * _totalTrend[year], MidpointRounding.AwayFromZero);

    /// <summary>Shares of the levels of those decided in a year, least specialist first.</summary>
    internal ReadOnlySpan<double> Levels(int year, int group, int sex) => _levels.AsSpan(inputs.Levels.At(year, group, sex), LevelOdds.Levels);

    private void DrawTrends(Luck luck)
    {
        RateTrend trend = inputs.Case.Demand.Trend;
        Walk(luck.For(0), _uncertainty.JoinerDrift, _uncertainty.JoinerNoise, _joinerTrend);
        Walk(luck.For(1), _uncertainty.LeaverDrift, _uncertainty.LeaverNoise, _leaverTrend);
        for (int year = 0; year < _joinerTrend.Length; year++)
        {
            _joinerTrend[year] *= trend.JoinerFactor(year);
            _leaverTrend[year] *= trend.LeaverFactor(year);
        }

        Walk(luck.For(2), _uncertainty.TotalDrift, 0, _totalTrend);
        for (int need = 0; need < _needTrends.Length; need++)
        {
            Walk(luck.For((ulong)(3 + need)), _uncertainty.NeedDrift, 0, _needTrends[need]);
        }

        DrawSequence draws = new(luck.For(100));
        for (int year = 1; year < _levelTrend.Length; year++)
        {
            _levelTrend[year] = _levelTrend[year - 1] + ((double)_uncertainty.LevelDrift * draws.Normal());
        }
    }

    /// <summary>
    /// Factors on a rate by year, each of mean 1: the exponential of a random walk and of each year's own noise. The walk starts
    /// where the years observed left it, which they show the less surely the noisier they were.
    /// </summary>
    private void Walk(Luck luck, decimal drift, decimal noise, double[] factors)
    {
        DrawSequence draws = new(luck);
        (double step, double own) = ((double)drift, (double)noise);
        double unsure = _uncertainty.YearsObserved > 0 ? own * own / _uncertainty.YearsObserved : 0;
        double walked = Math.Sqrt(unsure) * draws.Normal();
        for (int year = 0; year < factors.Length; year++)
        {
            double here = own * draws.Normal();
            factors[year] = Math.Exp(walked + here - ((unsure + (step * step * year) + (own * own)) / 2));
            walked += step * draws.Normal();
        }
    }
}
