namespace PlaceSufficiency.Domain.Money;

/// <summary>What a price is for.</summary>
public enum PriceItem
{
    /// <summary>Pounds per place and year, paid whether the place is filled or not (imports excepted). High needs block.</summary>
    PlaceFunding,

    /// <summary>Pounds per pupil and year above place funding. High needs block.</summary>
    TopUp,

    /// <summary>Pounds per pupil and year, all in (an INMSS fee, a bespoke package). High needs block.</summary>
    Fee,

    /// <summary>Pounds per transported pupil and year, whatever the distance. Home-to-school transport.</summary>
    TransportPerPupil,

    /// <summary>Pounds per transported pupil, year and kilometre of one-way road distance. Home-to-school transport.</summary>
    TransportPerKm,

    /// <summary>Pounds per pupil and year above places. Priced, not spent.</summary>
    OverNumber,

    /// <summary>Pounds per pupil, year and step of level above the level called for. Priced, not spent.</summary>
    AboveLevel,

    /// <summary>Pounds per pupil who changes provision without having to. Priced, not spent.</summary>
    Move,

    /// <summary>Pounds per pupil, year and minute of one-way journey above the phase's threshold. Priced, not spent.</summary>
    TravelAboveThreshold,
}

/// <summary>The budget that a price is charged to.</summary>
public enum BudgetLine
{
    /// <summary>The high needs block of the dedicated schools grant.</summary>
    HighNeedsBlock,

    /// <summary>Home-to-school transport, paid from the council's general fund.</summary>
    Transport,

    /// <summary>Capital.</summary>
    Capital,

    /// <summary>No budget: a price that steers the plan and is reported beside the spending, never in it.</summary>
    Priced,
}
