using System.Collections.Immutable;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Forecasts;

/// <summary>What moves a number of plans from one January to the next.</summary>
public enum PlanFlow
{
    /// <summary>New plans.</summary>
    Joiners,

    /// <summary>Plans ceased.</summary>
    Leavers,

    /// <summary>
    /// What published figures do not explain: moves in less moves out, plans opened again, late records and corrections. May be below 0.
    /// </summary>
    Movements,
}

/// <summary>Plans of a January, of one age band or of all.</summary>
/// <param name="Year">Academic year of the January.</param>
/// <param name="Band">Label of the band as in the input; <see cref="PlanForecast.Total"/> for all ages.</param>
/// <param name="Plans">What the paths say.</param>
public sealed record ForecastPlans(AcademicYear Year, string Band, CountFan Plans);

/// <summary>A flow of all ages in the calendar year before a January.</summary>
/// <param name="Year">Academic year of the January it leads to.</param>
/// <param name="Flow">Which flow.</param>
/// <param name="Plans">What the paths say.</param>
public sealed record ForecastFlow(AcademicYear Year, PlanFlow Flow, CountFan Plans);

/// <summary>The forecast of one authority, or of all of them together, from published tables.</summary>
/// <param name="Authority">ONS code, or <see cref="Together"/>.</param>
/// <param name="Name">Name.</param>
/// <param name="Origin">The last January that was known.</param>
/// <param name="Known">Plans in every January that was known, all ages.</param>
/// <param name="Plans">By year, each band in order and then all ages.</param>
/// <param name="Flows">By year and flow.</param>
public sealed record PlanForecast(
    string Authority,
    string Name,
    AcademicYear Origin,
    ImmutableSortedDictionary<AcademicYear, int> Known,
    ImmutableArray<ForecastPlans> Plans,
    ImmutableArray<ForecastFlow> Flows)
{
    /// <summary>Why there are more plans, by year; empty where it was not taken apart.</summary>
    public ImmutableArray<GrowthParts> Growth { get; init; } = [];

    /// <summary>Label of all ages.</summary>
    public const string Total = "Total";

    /// <summary>Code of the sum of all authorities in the files.</summary>
    public const string Together = "all";

    /// <summary>All ages by year.</summary>
    public IEnumerable<ForecastPlans> Totals => Plans.Where(row => row.Band == Total);
}
