using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.PlanTrends;

namespace PlaceSufficiency.Forecasting.Backtesting;

/// <summary>The forecasts made from one January, by every method, beside what happened.</summary>
internal sealed class OriginCases
{
    private readonly PublishedSeries _series;
    private readonly TrendFit _fit;
    private readonly IReadOnlyList<int> _horizons;
    private readonly Dictionary<string, PlanSeries> _truth;
    private readonly int?[] _trueBands;

    internal OriginCases(PublishedSeries series, PublishedSeries truth, TrendFit fit, IReadOnlyList<int> horizons)
    {
        (_series, _fit, _horizons) = (series, fit, horizons);
        _truth = truth.Authorities.ToDictionary(place => place.Code);
        _trueBands = [.. fit.Bands.Select(band => truth.Bands.IndexOf(band) is >= 0 and { } at ? at : (int?)null)];
    }

    /// <summary>The model's cases; its forecasts are added to a list.</summary>
    internal IEnumerable<BacktestCase> Model(PathSettings settings, List<PlanForecast> forecasts, CancellationToken cancellation)
    {
        AuthorityTrend[] wanted = [.. _fit.Authorities.Where(authority => _horizons.Any(horizon => Actual(authority.Place.Code, horizon, null) is not null))];
        (PlanForecast Forecast, BacktestCase[] Cases)[] read = TrendForecaster.Read(
            _fit, wanted, _horizons.Max(), settings, paths => (paths.Forecast(), Cases(paths)), sums: null, cancellation);
        forecasts.AddRange(read.Select(each => each.Forecast));
        return read.SelectMany(each => each.Cases);
    }

    private BacktestCase[] Cases(AuthorityPaths paths)
    {
        string code = paths.Authority.Place.Code;
        return
        [
            .. from horizon in _horizons
               from band in Enumerable.Range(-1, _fit.Bands.Length + 1)
               let actual = Actual(code, horizon, band < 0 ? null : band)
               where actual is not null
               select Case(code, horizon, band, band < 0 ? paths.Totals[horizon - 1] : paths.Bands[horizon - 1][band], actual.Value),
        ];
    }

    /// <summary>The naive cases.</summary>
    internal IEnumerable<BacktestCase> Naive() =>
        from method in NaiveForecasts.Methods
        from horizon in _horizons
        from band in Enumerable.Range(-1, _fit.Bands.Length + 1)
        let spread = new NaiveSpread(PastRatios(method, horizon, band))
        from authority in _fit.Authorities
        let actual = Actual(authority.Place.Code, horizon, band < 0 ? null : band)
        where actual is not null && History(authority.Place, band, _fit.Origin) is { Length: > 0 }
        let forecast = NaiveForecasts.Of(method, History(authority.Place, band, _fit.Origin), horizon)
        select new BacktestCase(
            method, _fit.Origin, horizon, authority.Place.Code, Label(band), forecast,
            spread.Quantile(forecast, 0.1), spread.Quantile(forecast, 0.9), spread.Quantile(forecast, 0.025), spread.Quantile(forecast, 0.975),
            actual.Value, spread.Score(forecast, actual.Value));

    /// <summary>What happened over what the method would have forecast, at every earlier origin whose truth was known at this one.</summary>
    private IEnumerable<double> PastRatios(ForecastMethod method, int horizon, int band) =>
        from place in _series.Authorities
        from origin in place.Plans.Keys
        where origin.PlusYears(horizon) <= _fit.Origin
        let history = History(place, band, origin)
        let actual = Count(place, band, origin.PlusYears(horizon))
        where history.Length > 3 && actual is not null
        let forecast = NaiveForecasts.Of(method, history, horizon)
        where forecast > 0
        select actual.Value / forecast;

    private BacktestCase Case(string code, int horizon, int band, CountHistogram paths, int actual) => new(
        ForecastMethod.Model, _fit.Origin, horizon, code, Label(band), paths.Reached(0.5), paths.Reached(0.1), paths.Reached(0.9),
        paths.Reached(0.025), paths.Reached(0.975), actual, paths.Score(actual));

    private string Label(int band) => band < 0 ? PlanForecast.Total : _fit.Bands[band].Label;

    private int? Actual(string code, int horizon, int? band)
    {
        if (!_truth.TryGetValue(code, out PlanSeries? place))
        {
            return null;
        }

        int? at = band is { } wanted ? _trueBands[wanted] : -1;
        return at is { } column && Count(place, column, _fit.Origin.PlusYears(horizon)) is { } count ? (int)count : null;
    }

    /// <summary>The unbroken years that end with one.</summary>
    private static double[] History(PlanSeries place, int band, AcademicYear last)
    {
        List<double> years = [];
        for (AcademicYear year = last; Count(place, band, year) is { } count; year = year.Previous)
        {
            years.Add(count);
        }

        years.Reverse();
        return [.. years];
    }

    private static double? Count(PlanSeries place, int band, AcademicYear year) =>
        place.Plans.TryGetValue(year, out BandedCount? count) && (band < 0 || count.HasBands) ? band < 0 ? count.Total : count.ByBand[band] : null;
}
