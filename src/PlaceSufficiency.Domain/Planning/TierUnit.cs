namespace PlaceSufficiency.Domain.Planning;

/// <summary>What a tier's value is in. Within a tier money is money and minutes are minutes.</summary>
public enum TierUnit
{
    /// <summary>A pupil for a year.</summary>
    PupilYears,

    /// <summary>A pupil's change of provision.</summary>
    Moves,

    /// <summary>A minute of one pupil's one-way journey, for a year.</summary>
    PupilMinutes,

    /// <summary>A penny; shown as pounds.</summary>
    Pence,
}

/// <summary>The units of the tiers.</summary>
public static class TierUnits
{
    /// <summary>What the tier's value is in.</summary>
    public static TierUnit Unit(this ObjectiveTier tier) => tier switch
    {
        ObjectiveTier.Moves => TierUnit.Moves,
        ObjectiveTier.ExcessTravel => TierUnit.PupilMinutes,
        ObjectiveTier.LimitSpend or ObjectiveTier.InmssSpend or ObjectiveTier.Cost => TierUnit.Pence,
        _ => TierUnit.PupilYears,
    };
}
