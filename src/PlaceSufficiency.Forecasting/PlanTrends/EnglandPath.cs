using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// England's rates along one path: growth that fades slowly and changes by a shock a year, which all authorities share. A change of
/// growth is half a change of joining and half one of leaving.
/// </summary>
internal sealed class EnglandPath
{
    private const ulong Stream = 0x454E47;
    private const double MostScales = 8;

    private readonly TrendFit _fit;
    private DrawSequence _draws = new(default);
    private AcademicYear _year;
    private double _growth;

    internal EnglandPath(TrendFit fit) => _fit = fit;

    /// <summary>New plans over the plans before, above 0.</summary>
    internal double Joining { get; private set; }

    /// <summary>Plans ceased over the plans before, at least 0.</summary>
    internal double Leaving { get; private set; }

    /// <summary>Goes back to the origin, with the luck of a path.</summary>
    internal void Begin(Luck path)
    {
        _draws = new DrawSequence(path.For(Stream));
        _year = _fit.Origin;
        _growth = _fit.England.Growth;
    }

    /// <summary>Goes on by a year.</summary>
    internal void Next()
    {
        TrendAssumptions assumed = _fit.Assumptions;
        _year = _year.Next;
        double freedom = assumed.NationalShockFreedom;
        double scales = _draws.Normal() / Math.Sqrt(_draws.Gamma(freedom / 2) / (freedom / 2));
        _growth = (assumed.GrowthKept * _growth) + (assumed.NationalShock * Math.Clamp(scales, -MostScales, MostScales));
        foreach (SeriesBreak change in assumed.Breaks)
        {
            _growth += change.Widens(_fit.Origin, _year) ? change.Spread * _draws.Normal() : 0;
        }

        double joining = _fit.England.Joining + ((_growth - _fit.England.Growth) / 2);
        Leaving = Math.Max(0, joining - _growth);
        Joining = Math.Max(_fit.England.Joining / 10, Leaving + _growth);
    }
}
