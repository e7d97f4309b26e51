namespace PlaceSufficiency.Domain.Planning;

/// <summary>What a plan minimises, one after the other: a tier is held at its best value while the next is minimised.</summary>
public enum ObjectiveTier
{
    /// <summary>Pupil-years by which hard limits on pupils give: class groups and evenness. First of all where there are such limits; not for the objective.</summary>
    LimitPupils,

    /// <summary>Pounds by which hard limits on spending give: INMSS spend and the high needs block. Next; not for the objective.</summary>
    LimitSpend,

    /// <summary>Pupil-years without a suitable place, each times the weight of the level called for.</summary>
    Unplaced,

    /// <summary>Pupil-years above places.</summary>
    OverNumber,

    /// <summary>Pupil-years in independent and non-maintained special schools.</summary>
    InmssPupils,

    /// <summary>Pupils who change provision from one year to the next other than at a phase transfer.</summary>
    Moves,

    /// <summary>Minutes of one-way journeys above the threshold of the phase, each pupil-year in whole minutes.</summary>
    ExcessTravel,

    /// <summary>Pounds: fees and top-ups of pupils in independent and non-maintained special schools.</summary>
    InmssSpend,

    /// <summary>Pounds: fees, top-ups, transport and every priced rule.</summary>
    Cost,
}
