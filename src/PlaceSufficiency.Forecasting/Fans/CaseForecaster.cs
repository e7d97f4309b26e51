using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Forecasting.Decomposition;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Fans;

/// <summary>Forecasts the demand of a case by its paths.</summary>
public static class CaseForecaster
{
    /// <summary>Draws the paths, reads their fans and takes their growth apart.</summary>
    /// <exception cref="FindingsException">See <see cref="PathForecaster"/>.</exception>
    public static CaseForecast Of(PlanningCase planningCase, long seed, int paths, int threads, CancellationToken cancellation = default)
    {
        ForecastFan fan = ForecastFan.Of(new PathForecaster(planningCase), seed, paths, threads, cancellation);
        return new CaseForecast(
            planningCase.Name,
            planningCase.Authority,
            planningCase.Horizon.BaseYear,
            planningCase.Stock.Sum(cell => cell.Pupils),
            fan.Paths,
            seed,
            [
                .. from year in planningCase.Horizon.PlannedYears
                   from measure in FanMeasure.All
                   where fan.Quantile(year, measure, 1) > 0
                   select new CaseFanRow(year, measure.Phase, measure.Need, measure.Level, fan.Fan(year, measure)),
            ],
            [.. GrowthDecomposition.Of(planningCase, fan, seed, threads, cancellation)])
        {
            Flows = [.. fan.Flows],
        };
    }
}
