namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>What a published file counts.</summary>
public enum SeriesKind
{
    /// <summary>Plans held on census day in January.</summary>
    Caseload,

    /// <summary>Plans that began in a calendar year.</summary>
    NewPlans,

    /// <summary>Plans that ceased in a calendar year.</summary>
    CeasedPlans,
}
