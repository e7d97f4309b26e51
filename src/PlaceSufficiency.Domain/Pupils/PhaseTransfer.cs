namespace PlaceSufficiency.Domain.Pupils;

/// <summary>
/// The statutory points at which a placement is re-decided: into Reception, Year 2 to 3 (infant to junior),
/// Year 6 to 7, Year 11 to 12, and on leaving post-16 (Year 14 to 15).
/// Source: Special Educational Needs and Disability Regulations 2014, regulation 18.
/// </summary>
public static class PhaseTransfer
{
    /// <summary>
    /// Whether a placement may be re-decided when a pupil moves up from <paramref name="from"/> although the
    /// provision also admits the next year group. An all-through school has no Year 2 to 3 or Year 6 to 7 transfer,
    /// so there the placement stands.
    /// </summary>
    public static bool ReopensPlacementAfter(YearGroup from) => from.Value is -1 or 11 or 14;

    /// <summary>Whether the pupil changes phase on moving up from <paramref name="from"/>, so that the level called for is reviewed.</summary>
    public static bool ChangesPhaseAfter(YearGroup from) => from.Value is -1 or 6 or 11 or 14;
}
