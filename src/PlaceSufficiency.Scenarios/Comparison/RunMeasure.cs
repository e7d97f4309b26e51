using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Comparison;

/// <summary>What a measure counts in.</summary>
public enum MeasureUnit
{
    /// <summary>Pupils; over the horizon, pupil-years.</summary>
    Pupils,

    /// <summary>Places.</summary>
    Places,

    /// <summary>Pounds.</summary>
    Pounds,

    /// <summary>Minutes of one-way journey.</summary>
    Minutes,
}

/// <summary>A figure by which runs are compared. By academic year unless it says otherwise; over the horizon the sum unless it says otherwise.</summary>
public enum RunMeasure
{
    /// <summary>Pupils with a suitable place.</summary>
    Placed,

    /// <summary>Pupils without a suitable place.</summary>
    Unplaced,

    /// <summary>Pupils above places.</summary>
    OverNumber,

    /// <summary>Pupils in independent and non-maintained special schools.</summary>
    InmssPupils,

    /// <summary>Of them, those who have been in one since the base year.</summary>
    InmssSinceBase,

    /// <summary>Spending on them.</summary>
    InmssSpend,

    /// <summary>Places in special schools; over the horizon, those of the last year.</summary>
    SpecialPlaces,

    /// <summary>Spending from the high needs block, by financial year.</summary>
    HighNeedsBlock,

    /// <summary>Spending on home-to-school transport, by financial year.</summary>
    Transport,

    /// <summary>Capital of the schemes that open, by financial year; over the horizon, all of it, also what is spent before or after.</summary>
    Capital,

    /// <summary>Median journey of placed pupils; over the horizon, of all pupil-years.</summary>
    MedianTravel,

    /// <summary>90th percentile of the journeys of placed pupils (nearest rank); over the horizon, of all pupil-years.</summary>
    NinetiethPercentileTravel,

    /// <summary>Pupils whose journey is longer than 45 minutes.</summary>
    Over45Minutes,

    /// <summary>Pupils whose journey is longer than 75 minutes.</summary>
    Over75Minutes,
}

/// <summary>The time a compared figure is of: an academic year, a financial year or, when both are null, the whole horizon.</summary>
/// <param name="Academic">The academic year.</param>
/// <param name="Financial">The financial year.</param>
public readonly record struct ComparedPeriod(AcademicYear? Academic, FinancialYear? Financial)
{
    /// <summary>The whole horizon; also <c>default</c>.</summary>
    public static readonly ComparedPeriod Horizon;

    /// <summary>One academic year.</summary>
    public static ComparedPeriod Of(AcademicYear year) => new(year, null);

    /// <summary>One financial year.</summary>
    public static ComparedPeriod Of(FinancialYear year) => new(null, year);

    /// <summary>"2023/24", "2023-24" or "horizon".</summary>
    public override string ToString() => Academic?.ToString() ?? Financial?.ToString() ?? "horizon";
}
