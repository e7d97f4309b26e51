using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>A forecast from published tables, to be written.</summary>
/// <param name="Origin">The last January that was known.</param>
/// <param name="Paths">Number of paths.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="EnglandGrowth">England's growth in the last year known, as a share.</param>
/// <param name="Forecasts">The authorities by code; of several also their sum.</param>
/// <param name="Places">The series of those authorities.</param>
/// <param name="Reconciliations">What became of every row read.</param>
/// <param name="Findings">What is doubtful.</param>
public sealed record ForecastReport(
    AcademicYear Origin, int Paths, long Seed, double EnglandGrowth,
    ImmutableArray<PlanForecast> Forecasts, ImmutableArray<PlanSeries> Places, ImmutableArray<RowReconciliation> Reconciliations, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether residents were given, so that growth by population is told apart.</summary>
    public bool KnowsResidents { get; init; }

    /// <summary>The forecasts of single authorities.</summary>
    public IEnumerable<PlanForecast> Authorities => Forecasts.Where(forecast => forecast.Authority != PlanForecast.Together);
}
