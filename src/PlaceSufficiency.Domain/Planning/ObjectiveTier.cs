namespace PlaceSufficiency.Domain.Planning;

/// <summary>What a plan minimises, one after the other: a tier is held at its best value while the next is minimised.</summary>
public enum ObjectiveTier
{
    /// <summary>Pupil-years without a suitable place.</summary>
    Unplaced,

    /// <summary>Pupil-years above places.</summary>
    OverNumber,

    /// <summary>Pupil-years in independent and non-maintained special schools.</summary>
    InmssPupils,

    /// <summary>Pounds: fees, top-ups, transport and every priced rule.</summary>
    Cost,
}
