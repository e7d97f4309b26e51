using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Published;

/// <summary>What the published tables do not say and the fit has to assume. A case may replace any of them.</summary>
public sealed record FittingAssumptions
{
    /// <summary>
    /// Share (0 to 1) of school-age pupils placed in mainstream with one of <see cref="HiddenNeeds"/> whose plan would call for a
    /// special school had places not been full.
    /// </summary>
    public decimal HiddenSpecialShare { get; init; } = 0.10m;

    /// <summary>Whether <see cref="HiddenSpecialShare"/> is estimated from how the share in special schools fell, instead of stated.</summary>
    public bool HiddenSpecialShareEstimated { get; init; }

    /// <summary>Needs to which <see cref="HiddenSpecialShare"/> applies.</summary>
    public NeedSet HiddenNeeds { get; init; } = NeedSet.Of(PrimaryNeed.ASD, PrimaryNeed.SEMH, PrimaryNeed.MLD, PrimaryNeed.SLCN);

    /// <summary>Share (0 to 1) of pupils in INMSS whose plan calls for the highly specialised level; the others' calls for special.</summary>
    public decimal InmssHighlySpecialisedShare { get; init; } = 0.5m;

    /// <summary>Rate of plans in the most deprived tenth of areas over the rate in the least deprived, at least 0; the deciles between lie on a line.</summary>
    public decimal DeprivationRatio { get; init; } = 2m;

    /// <summary>Distance in kilometres over which the pull of a mainstream school falls to 37%.</summary>
    public decimal MainstreamPullKm { get; init; } = 1m;

    /// <summary>Distance in kilometres over which the pull of any other provision falls to 37%.</summary>
    public decimal SpecialistPullKm { get; init; } = 5m;
}
