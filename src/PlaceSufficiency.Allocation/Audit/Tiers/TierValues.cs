using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Audit.Tiers;

/// <summary>The value of every tier over the planned years, in its unit (<see cref="TierUnit"/>).</summary>
/// <param name="LimitPupils">Pupils by which hard limits on pupils give.</param>
/// <param name="LimitSpend">Pence by which hard limits on spending give.</param>
/// <param name="Unplaced">Pupil-years without a place, each times the weight of the level called for.</param>
/// <param name="OverNumber">Pupil-years above resident places.</param>
/// <param name="InmssPupils">Pupil-years in INMSS.</param>
/// <param name="Moves">Changes of provision other than at a phase transfer.</param>
/// <param name="ExcessTravel">Whole minutes of journeys above the threshold, over pupil-years.</param>
/// <param name="InmssSpend">Pence of fees and top-ups of pupils in INMSS.</param>
/// <param name="Cost">Pence of every pupil's years, of pupils above places, of priced moves and of what opening candidates adds.</param>
internal sealed record TierValues(long LimitPupils, long LimitSpend, long Unplaced, long OverNumber, long InmssPupils, long Moves, long ExcessTravel, long InmssSpend, long Cost)
{
    /// <summary>The value of one tier.</summary>
    internal long this[ObjectiveTier tier] => tier switch
    {
        ObjectiveTier.LimitPupils => LimitPupils,
        ObjectiveTier.LimitSpend => LimitSpend,
        ObjectiveTier.Unplaced => Unplaced,
        ObjectiveTier.OverNumber => OverNumber,
        ObjectiveTier.InmssPupils => InmssPupils,
        ObjectiveTier.Moves => Moves,
        ObjectiveTier.ExcessTravel => ExcessTravel,
        ObjectiveTier.InmssSpend => InmssSpend,
        ObjectiveTier.Cost => Cost,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier."),
    };

    /// <summary>Counts the tiers from the paths.</summary>
    /// <param name="audited">The plan under audit.</param>
    /// <param name="pence">What counts for how much in the cost tier.</param>
    /// <param name="years">Pence of the pupils' years at provisions.</param>
    internal static TierValues Of(AuditedPlan audited, PupilYearPence pence, long years)
    {
        bool isTravelCounted = audited.Case.Objective.Contains(ObjectiveTier.ExcessTravel);
        long unplaced = 0;
        long inmss = 0;
        (long moves, long minutes, long spend, long movePence) = (0, 0, 0, 0);
        foreach (PathYear at in audited.PathYears)
        {
            unplaced += at.Now is null ? (long)at.Pupils * audited.Case.UnplacedWeight(at.Stay.LevelIn(at.Year)) : 0;
            moves += at.IsNew && at.Leaves && !at.Reopens ? at.Pupils : 0;
            if (at.Now is { } now)
            {
                bool isInmss = PlacesLedger.IsInmss(now);
                inmss += isInmss ? at.Pupils : 0;
                spend += isInmss ? at.Pupils * pence.OfInmss(audited.Index.Of(now.Id), audited.Index.Of(at.Year), at.Stay.Area) : 0;
                minutes += isTravelCounted ? (long)at.Pupils * audited.Case.Travel.MinutesAboveThreshold(audited.Case.JourneyTo(now, at.Stay.Area), at.Stay.YearGroupIn(at.Year).Phase) : 0;
            }

            movePence += at.IsPricedMove(audited.Case) ? at.Pupils * pence.OfMove(audited.Index.Of(at.Before!.Id), audited.Index.Of(at.Year)) : 0;
        }

        var over = (from provision in audited.Case.Provisions
                    from year in audited.Horizon.PlannedYears
                    let pupils = audited.OverNumber(provision, year)
                    where pupils > 0
                    select new { Pupils = (long)pupils, Pence = pupils * pence.OfOverNumber(audited.Index.Of(provision.Id), audited.Index.Of(year)) }).ToList();
        IReadOnlyList<LedgerLimit> limits = audited.Limits.All;
        return new TierValues(
            limits.Where(limit => limit is { MayGive: true, IsHard: true, Key.IsMoney: false }).Sum(limit => limit.Gives),
            limits.Where(limit => limit is { MayGive: true, IsHard: true, Key.IsMoney: true }).Sum(limit => limit.Gives),
            unplaced, over.Sum(one => one.Pupils), inmss, moves, minutes, spend, years + movePence + over.Sum(one => one.Pence) + OpeningPrices.Of(audited.Undecided, audited.Openings).Pence + PenceOfGives(limits));
    }

    /// <summary>What priced limits give by, at their prices.</summary>
    internal static long PenceOfGives(IEnumerable<LedgerLimit> limits) => (long)limits.Where(limit => limit.MayGive).Sum(limit => limit.Gives * limit.GivePence);
}
