using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>A limit as the audit reads it: what a pupil at each provision and year counts for, how much may be used, and what the plan uses.</summary>
/// <param name="Key">Which limit.</param>
/// <param name="Treatment">How it is treated.</param>
/// <param name="Counts">What one pupil at (provision, planned year) counts for, by index; below 0 where more is wanted.</param>
/// <param name="Most">The most, in pupils or pence.</param>
/// <param name="MostUnopened">The same if no candidate opened.</param>
internal sealed record LedgerLimit(LimitKey Key, LimitTreatment Treatment, double[,] Counts, double Most, double MostUnopened)
{
    /// <summary>Whether it may give.</summary>
    internal bool MayGive => Key.Kind is not (LimitKind.YearGroupPlaces or LimitKind.ReviewedMoves);

    /// <summary>Whether allowed moves away from the provision in the year count 1.</summary>
    internal bool[,]? MovesFrom { get; init; }

    /// <summary>What the plan uses.</summary>
    internal double Used { get; init; }

    /// <summary>The pupils at the setting, or the moves, that the limit is on, apart from what it compares them with.</summary>
    internal double Own { get; init; }

    /// <summary>The most by which it can ever give.</summary>
    internal double MostGive { get; init; }

    /// <summary>Place funding that the stated limit covers and <see cref="Most"/> no longer holds, pence.</summary>
    internal long Funding { get; init; }

    /// <summary>Whole units by which the plan goes beyond it, at least 0.</summary>
    internal long Gives => (long)Math.Max(0, Math.Ceiling(Used - Most - 1e-6));

    /// <summary>Whether what it gives by is a tier of its own.</summary>
    internal bool IsHard => Treatment.Mode == LimitMode.Hard;

    /// <summary>Pence in the cost tier for each unit by which it gives.</summary>
    internal decimal GivePence => IsHard ? 0 : Key.IsMoney ? Treatment.Price.Value : Treatment.Price.Pence;
}
