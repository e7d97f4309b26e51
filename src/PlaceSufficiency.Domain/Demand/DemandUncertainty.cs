namespace PlaceSufficiency.Domain.Demand;

/// <summary>What the paths of a forecast do with stated totals.</summary>
public enum TotalsRole
{
    /// <summary>Every path meets them: only who makes them up is uncertain.</summary>
    Met,

    /// <summary>Paths set them aside: joiners follow their own numbers.</summary>
    SetAside,
}

/// <summary>
/// How far the futures that are drawn may depart from the assumptions. Noise is a standard deviation of the logarithm of a rate in
/// one year alone; drift is one of the step that the logarithm takes each year and keeps. Each is at least 0; 0 leaves it out.
/// Rates are drawn so that their means are the assumptions.
/// </summary>
/// <remarks>
/// Defaults for joiners: new plans of the 150 authorities of the 2022 release, 2015 to 2021. The logarithm of the ratio of two
/// years' plans, less what counting whole plans explains, varies by 0.27, 0.34, 0.39 and 0.41 over 1, 2, 3 and 4 years, which a
/// noise of 0.12 and a drift of 0.18 follow. For leavers: ceased plans over the caseload of the January among them, 2023 and 2024,
/// in 51 authorities of the 2025 release, vary by 0.41, taken as a noise of 0.27 and a drift of 0.15. For levels: the share of
/// Southampton's school-age pupils in special schools went from 46% to 39% in the four years to 2025, a change of the log odds of
/// 0.29. That the needs of joiners drift by 0.10 against each other is an assumption.
/// </remarks>
public sealed record DemandUncertainty
{
    /// <summary>The defaults.</summary>
    public static DemandUncertainty Default { get; } = new();

    /// <summary>Nothing but whole pupils is uncertain: rates are as stated and do not drift.</summary>
    public static DemandUncertainty RatesKnown { get; } = new()
    {
        YearsObserved = 0,
        JoinerNoise = 0,
        JoinerDrift = 0,
        NeedDrift = 0,
        LeaverNoise = 0,
        LeaverDrift = 0,
        LevelDrift = 0,
    };

    /// <summary>What paths do with stated totals, where there are any.</summary>
    public TotalsRole Totals { get; init; } = TotalsRole.Met;

    /// <summary>Drift of stated totals: each path's totals wander around the stated ones by it.</summary>
    public decimal TotalDrift { get; init; }

    /// <summary>Years of records that joiners, leavers and levels rest on, which says how sure they are; 0 for rates that are known.</summary>
    public int YearsObserved { get; init; } = 3;

    /// <summary>Noise of the rate of joining, all needs together.</summary>
    public decimal JoinerNoise { get; init; } = 0.12m;

    /// <summary>Drift of the rate of joining, all needs together.</summary>
    public decimal JoinerDrift { get; init; } = 0.18m;

    /// <summary>Drift of the rate of joining of each need on its own.</summary>
    public decimal NeedDrift { get; init; } = 0.10m;

    /// <summary>Noise of the shares that leave.</summary>
    public decimal LeaverNoise { get; init; } = 0.27m;

    /// <summary>Drift of the shares that leave.</summary>
    public decimal LeaverDrift { get; init; } = 0.15m;

    /// <summary>Drift of the odds of being called to a special place or a more specialised one.</summary>
    public decimal LevelDrift { get; init; } = 0.10m;
}
