using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Audit.Tiers;

/// <summary>The value of every tier over the planned years: pupil-years, or pence for cost.</summary>
/// <param name="Unplaced">Pupil-years without a place.</param>
/// <param name="OverNumber">Pupil-years above resident places.</param>
/// <param name="InmssPupils">Pupil-years in INMSS.</param>
/// <param name="Cost">Pence of every pupil's years, of pupils above places, of priced moves and of what opening candidates adds.</param>
internal sealed record TierValues(long Unplaced, long OverNumber, long InmssPupils, long Cost)
{
    /// <summary>The value of one tier.</summary>
    internal long this[ObjectiveTier tier] => tier switch
    {
        ObjectiveTier.Unplaced => Unplaced,
        ObjectiveTier.OverNumber => OverNumber,
        ObjectiveTier.InmssPupils => InmssPupils,
        ObjectiveTier.Cost => Cost,
        _ => throw new ArgumentOutOfRangeException(nameof(tier), tier, "No such tier."),
    };

    /// <summary>Counts the tiers from the paths.</summary>
    /// <param name="audited">The plan under audit.</param>
    /// <param name="pence">What counts for how much in the cost tier.</param>
    /// <param name="years">Pence of the pupils' years at provisions.</param>
    internal static TierValues Of(AuditedPlan audited, PupilYearPence pence, long years)
    {
        long unplaced = 0;
        long inmss = 0;
        long moves = 0;
        foreach (PathYear at in audited.PathYears)
        {
            unplaced += at.Now is null ? at.Pupils : 0;
            inmss += at.Now is not null && PlacesLedger.IsInmss(at.Now) ? at.Pupils : 0;
            moves += at.IsPricedMove(audited.Case) ? at.Pupils * pence.OfMove(audited.Index.Of(at.Before!.Id), audited.Index.Of(at.Year)) : 0;
        }

        var over = (from provision in audited.Case.Provisions
                    from year in audited.Horizon.PlannedYears
                    let pupils = audited.OverNumber(provision, year)
                    where pupils > 0
                    select new { Pupils = (long)pupils, Pence = pupils * pence.OfOverNumber(audited.Index.Of(provision.Id), audited.Index.Of(year)) }).ToList();
        return new TierValues(unplaced, over.Sum(one => one.Pupils), inmss, years + moves + over.Sum(one => one.Pence) + OpeningPrices.Of(audited.Undecided, audited.Openings).Pence);
    }
}
