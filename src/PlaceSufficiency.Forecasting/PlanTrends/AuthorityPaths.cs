using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Decomposition;
using PlaceSufficiency.Forecasting.Fans;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>Counts what the paths of one authority come to, year by year.</summary>
internal sealed class AuthorityPaths
{
    private static readonly PlanFlow[] _flowKinds = Enum.GetValues<PlanFlow>();

    private readonly TrendFit _fit;
    private readonly AuthorityTrend _authority;
    private readonly TrendPath _path;
    private readonly CountHistogram[][] _bands;
    private readonly CountHistogram[] _totals;
    private readonly CountHistogram[][] _flows;

    internal AuthorityPaths(TrendFit fit, AuthorityTrend authority, int years)
    {
        (_fit, _authority, _path) = (fit, authority, new TrendPath(fit, authority));
        _bands = [.. Enumerable.Range(0, years).Select(_ => Histograms(fit.Bands.Length))];
        _totals = Histograms(years);
        _flows = [.. Enumerable.Range(0, years).Select(_ => Histograms(_flowKinds.Length))];
    }

    /// <summary>The authority.</summary>
    internal AuthorityTrend Authority => _authority;

    /// <summary>All ages by year.</summary>
    internal IReadOnlyList<CountHistogram> Totals => _totals;

    /// <summary>By year and band.</summary>
    internal IReadOnlyList<IReadOnlyList<CountHistogram>> Bands => _bands;

    /// <summary>Follows a path and counts it.</summary>
    /// <param name="seed">Seed of all paths.</param>
    /// <param name="number">Number of the path, from 0.</param>
    /// <param name="totals">Takes all ages by year.</param>
    internal void Follow(long seed, int number, Span<int> totals)
    {
        _path.Begin(seed, number);
        for (int year = 0; year < _totals.Length; year++)
        {
            _path.Next();
            for (int b = 0; b < _bands[year].Length; b++)
            {
                _bands[year][b].Add(_path.Plans[b]);
            }

            totals[year] = _path.Total;
            _totals[year].Add(totals[year]);
            _flows[year][(int)PlanFlow.Joiners].Add(Sum(_path.Joiners));
            _flows[year][(int)PlanFlow.Leavers].Add(Sum(_path.Leavers));
            _flows[year][(int)PlanFlow.Movements].Add(Sum(_path.Movements));
        }
    }

    /// <summary>What the paths say.</summary>
    /// <param name="residents">Residents, which tell how much of the growth is population; null where not known.</param>
    internal PlanForecast Forecast(ResidentsByAge? residents = null)
    {
        AcademicYear[] years = [.. Enumerable.Range(1, _totals.Length).Select(_fit.Origin.PlusYears)];
        return new PlanForecast(
            _authority.Place.Code, _authority.Place.Name, _fit.Origin,
            _authority.Place.Plans.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Total),
            [
                .. years.SelectMany((year, i) => (IEnumerable<ForecastPlans>)
                [
                    .. _fit.Bands.Select((band, b) => new ForecastPlans(year, band.Label, _bands[i][b].Fan())),
                    new ForecastPlans(year, PlanForecast.Total, _totals[i].Fan()),
                ]),
            ],
            [.. years.SelectMany((year, i) => _flowKinds.Select(flow => new ForecastFlow(year, flow, _flows[i][(int)flow].Fan())))])
        {
            Growth = TrendDecomposition.Of(_fit, _authority, [.. _totals.Select(total => total.Mean)], residents),
        };
    }

    private static CountHistogram[] Histograms(int number) => [.. Enumerable.Range(0, number).Select(_ => new CountHistogram())];

    private static int Sum(ReadOnlySpan<int> counts)
    {
        int sum = 0;
        foreach (int count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
