using System.Collections.Immutable;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// What the trend model assumes before it sees a place's own figures. All were chosen on the DfE's 2022 release (every authority,
/// Januaries 2010 to 2022, rolling origins 2013 to 2021) for the CRPS and the coverage of the total one to three years ahead.
/// </summary>
public sealed record TrendAssumptions
{
    /// <summary>Of an authority's deviation from the joining rate of its region, how much is left after a year (0 to 1).</summary>
    public double DeviationKept { get; init; } = 0.75;

    /// <summary>Standard deviation of authorities' lasting deviations, as a logarithm of the joining rate.</summary>
    public double DeviationSpread { get; init; } = 0.2;

    /// <summary>Standard deviation of what is of one year only in an authority's joining rate, as a logarithm.</summary>
    public double JoiningNoise { get; init; } = 0.15;

    /// <summary>A joining rate is taken to be at most so many standard deviations from what was expected of it: data cleanses teach nothing.</summary>
    public double MostSurprise { get; init; } = 2.5;

    /// <summary>Years of joining rates that an authority's deviation is learnt from.</summary>
    public int YearsLearntFrom { get; init; } = 8;

    /// <summary>Share of the national growth rate that is left after a year: growth is damped.</summary>
    public double GrowthKept { get; init; } = 0.97;

    /// <summary>Scale of the yearly change of the national growth rate, as a share of the caseload.</summary>
    public double NationalShock { get; init; } = 0.0125;

    /// <summary>Degrees of freedom of that change: few, because laws change.</summary>
    public double NationalShockFreedom { get; init; } = 4;

    /// <summary>Standard deviation of unexplained movements as a share of the caseload, where too few authorities are known to estimate it.</summary>
    public double MovementSpread { get; init; } = 0.03;

    /// <summary>How many authority-years of movements that assumption is worth.</summary>
    public double MovementSpreadWorth { get; init; } = 20;

    /// <summary>Degrees of freedom that the spread of all authorities lends to the spread of one.</summary>
    public double MovementFreedom { get; init; } = 4;

    /// <summary>Weight of a year's movements against those of the year after it.</summary>
    public double MovementMemory { get; init; } = 0.8;

    /// <summary>The variance of movements is larger by this number over the caseload: small authorities move more.</summary>
    public double SmallCaseload { get; init; } = 1000;

    /// <summary>What the estimated variance of movements is multiplied by.</summary>
    public double MovementFactor { get; init; } = 0.9;

    /// <summary>Joining rate where no new plans are known: England 2021, 62,180 new plans to 430,697 (DfE 2022 release).</summary>
    public double UnknownJoiningRate { get; init; } = 0.144;

    /// <summary>How many plans of the national mix of ages are added to an authority's new plans of three years.</summary>
    public double MixWorth { get; init; } = 200;

    /// <summary>Standard deviation of the yearly change of each band's share of new plans, as a logarithm.</summary>
    public double MixNoise { get; init; } = 0.1;

    /// <summary>How many years without drift an authority's drift between bands is averaged with.</summary>
    public double DriftWorth { get; init; } = 5;

    /// <summary>Share of plans that cease in a year below age 16: 9,239 in 2023, to 422,301 held in January 2024 (DfE 2025 release).</summary>
    public double LeavingBelow16 { get; init; } = 0.02;

    /// <summary>Of those who stay from 16 on, the share who grow out of a band of several years in a year, where it cannot be told from leaving.</summary>
    public double MovingUpFrom16 { get; init; } = 0.15;

    /// <summary>Changes of the law that were known to come.</summary>
    public ImmutableArray<SeriesBreak> Breaks { get; init; } = [SeriesBreak.PlansTo25];

    /// <summary>For the published tables of the Department for Education.</summary>
    public static TrendAssumptions Published { get; } = new();

    /// <summary>
    /// For records of children, which account for each of them: there are no unexplained movements to speak of, and one authority
    /// alone is its own mean, over too few years to see growth fade. Chosen on the six folds of transitions-demo, the only records there are.
    /// </summary>
    public static TrendAssumptions Records { get; } = new()
    {
        DeviationSpread = 0.05,
        JoiningNoise = 0.05,
        GrowthKept = 1,
        NationalShock = 0.006,
        MovementSpread = 0.008,
        Breaks = [],
    };
}
