namespace PlaceSufficiency.Domain.Pupils;

/// <summary>Phase of education, in order of age.</summary>
public enum Phase
{
    /// <summary>Year groups -4 to -1.</summary>
    EarlyYears,

    /// <summary>Year groups 0 to 6.</summary>
    Primary,

    /// <summary>Year groups 7 to 11.</summary>
    Secondary,

    /// <summary>Year groups 12 to 14.</summary>
    Post16,

    /// <summary>Year groups 15 to 20.</summary>
    Post19,
}
