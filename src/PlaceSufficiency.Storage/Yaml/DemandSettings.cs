using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>How demand moves on, apart from the tables.</summary>
[Description("How demand moves on, apart from the tables.")]
internal sealed record DemandSettings(
    [property: Description("Plans that the forecast must reach; left out, joiners follow their own numbers.")] TotalsRule? Totals = null,
    [property: Description("How far drawn futures may depart from the assumptions; left out, as far as past years did.")] UncertaintySettings? Uncertainty = null,
    [property: Description("How many children and young people there will be, and whether joiners follow them; left out, joiners are as stated.")] PopulationSettings? Population = null,
    [property: Description("Expected change of rates from year to year; left out, none.")] TrendSettings? Trend = null);

/// <summary>How many children and young people there will be.</summary>
[Description("How many children and young people there will be. A projection is the table population_projection.csv.")]
internal sealed record PopulationSettings(
    [property: Description("What the number who join follows: stated, or residents of the age; left out, residents where there is a projection and stated where there is none.")] JoinersFollow? Joiners = null,
    [property: Share, Description("Growth of births a year; left out, 0.")] decimal? BirthsGrowth = null,
    [property: Share, Description("Residents of each age gained a year by moves, negative when lost; left out, 0.")] decimal? NetMigration = null)
{
    /// <summary>The outlook that these settings and a projection state.</summary>
    internal PopulationOutlook Stated(ImmutableArray<ProjectedResidents> projection) => new(
        Joiners ?? (projection.IsEmpty ? JoinersFollow.Stated : JoinersFollow.Residents), BirthsGrowth ?? 0, NetMigration ?? 0, projection, []);
}

/// <summary>Expected change of rates.</summary>
[Description("Expected change of rates: the step of their logarithm in the first planned year; each later step is the one before times the damping.")]
internal sealed record TrendSettings(
    [property: Share, Description("Step of the rate of joining; left out, 0.")] decimal? Joiners = null,
    [property: Share, Description("Step of the shares that leave; left out, 0.")] decimal? Leavers = null,
    [property: Share, Description("Each later step over the one before, 0 to 1; left out, 1.")] decimal? Damping = null)
{
    /// <summary>The trend that these settings state.</summary>
    internal RateTrend Stated => new(Joiners ?? 0, Leavers ?? 0, Damping ?? 1);
}

/// <summary>How far drawn futures may depart from the assumptions. Left out figures are those of <see cref="DemandUncertainty.Default"/>.</summary>
[Description("How far drawn futures may depart from the assumptions. Noise: standard deviation of the logarithm of a rate in one year alone. Drift: that of the step it takes each year and keeps.")]
internal sealed record UncertaintySettings(
    [property: Description("What paths do with stated totals: met by every path, or set aside so that joiners follow their own numbers; left out, met.")] TotalsRole? Totals = null,
    [property: Share, Description("Drift by which each path's totals wander around the stated ones; left out, 0.")] decimal? TotalDrift = null,
    [property: Description("Years of records behind joiners and leavers, 0 when their rates are known; left out, 3.")] int? YearsObserved = null,
    [property: Share, Description("Noise of the rate of joining; left out, 0.12.")] decimal? JoinerNoise = null,
    [property: Share, Description("Drift of the rate of joining; left out, 0.18.")] decimal? JoinerDrift = null,
    [property: Share, Description("Drift of the rate of joining of each need on its own; left out, 0.10.")] decimal? NeedDrift = null,
    [property: Share, Description("Noise of the shares that leave; left out, 0.27.")] decimal? LeaverNoise = null,
    [property: Share, Description("Drift of the shares that leave; left out, 0.15.")] decimal? LeaverDrift = null,
    [property: Share, Description("Drift of the odds of being called to a special place; left out, 0.10.")] decimal? LevelDrift = null)
{
    /// <summary>The uncertainty that these settings state.</summary>
    internal DemandUncertainty Stated
    {
        get
        {
            DemandUncertainty usual = DemandUncertainty.Default;
            return new DemandUncertainty
            {
                Totals = Totals ?? usual.Totals,
                TotalDrift = TotalDrift ?? usual.TotalDrift,
                YearsObserved = YearsObserved ?? usual.YearsObserved,
                JoinerNoise = JoinerNoise ?? usual.JoinerNoise,
                JoinerDrift = JoinerDrift ?? usual.JoinerDrift,
                NeedDrift = NeedDrift ?? usual.NeedDrift,
                LeaverNoise = LeaverNoise ?? usual.LeaverNoise,
                LeaverDrift = LeaverDrift ?? usual.LeaverDrift,
                LevelDrift = LevelDrift ?? usual.LevelDrift,
            };
        }
    }
}
