using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>
/// What England's published tables say of joining and leaving, which thin cells of an authority's records borrow from. From the
/// DfE's "Education, health and care plans", release 2025 (new plans 2022 to 2024; plans ceased in 2024 over those held a year
/// younger in January 2024) and, for trends, release 2022 (new plans 2009 to 2021, plans held 2010 to 2022).
/// </summary>
internal static class EnglandRates
{
    /// <summary>Girls' share of new plans 2022 to 2024: 80,131 of 248,482.</summary>
    internal const decimal GirlsShare = 0.3225m;

    /// <summary>
    /// Half of what the logarithm of new plans a child rose by a year from 2009 to 2021: 0.071 for 26,494 to 62,180 plans, less
    /// 0.006 for the population of 0 to 24. Half, because an authority's own next years may go either way.
    /// </summary>
    internal const double JoinerTrend = 0.033;

    /// <summary>Half of what the logarithm of the share that leaves fell by a year from 2010 (11.0%) to 2021 (4.6%): 0.079.</summary>
    internal const double LeaverTrend = -0.04;

    /// <summary>Each later year's step over the one before: an assumption, so that no trend runs on for ever.</summary>
    internal const double Damping = 0.9;

    /// <summary>New plans 2022 to 2024 by year group, -2 (2 years and younger) to 16 (20 and older).</summary>
    private static readonly int[] _joiners =
        [564, 6_101, 36_571, 33_120, 18_985, 17_048, 16_122, 16_297, 19_529, 21_359, 13_148, 11_218, 12_036, 10_842, 8_438, 4_059, 1_655, 733, 706];

    /// <summary>Share of new plans that a year group has, 0 to 1.</summary>
    internal static double JoinerShare(YearGroup yearGroup) =>
        yearGroup.Value is >= -2 and <= 16 ? _joiners[yearGroup.Value + 2] / (double)_joiners.Sum() : 0;

    /// <summary>Share of a year group whose plan ends before the next January, 0 to 1.</summary>
    internal static double LeaverShare(YearGroup yearGroup) => yearGroup.Value switch
    {
        <= 10 => 0.0297,
        11 => 0.0433,
        12 => 0.0564,
        13 => 0.1561,
        14 => 0.2286,
        < 20 => 0.3394,
        _ => 1,
    };
}
