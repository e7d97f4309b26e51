using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// What one pupil counts for under the prices of a tier: the tier itself at weight 1 and each earlier tier at its price, plus the
/// price of the place and of the INMSS limit that are used. Unit: that of the tier. Indices are those of provisions and planned years.
/// </summary>
internal sealed class PricedYears
{
    private readonly double[,] _atProvision;
    private readonly double[,] _move;
    private readonly bool[,] _mayMove;

    /// <summary>Sets the prices out by provision and planned year.</summary>
    internal PricedYears(AuditedPlan audited, PupilYearPence pence, ObjectiveTier tier, TierPrices prices)
    {
        Unplaced = Weight(tier, prices, ObjectiveTier.Unplaced);
        CostWeight = Weight(tier, prices, ObjectiveTier.Cost);
        double overNumber = Weight(tier, prices, ObjectiveTier.OverNumber);
        (int provisions, int years) = (audited.Index.Provisions, audited.Index.Years);
        _atProvision = new double[provisions, years];
        _move = new double[provisions, years];
        _mayMove = new bool[provisions, years];
        OfOverNumber = new double[provisions, years];
        double inmss = Weight(tier, prices, ObjectiveTier.InmssPupils);
        for (int g = 0; g < provisions; g++)
        {
            for (int t = 0; t < years; t++)
            {
                (Provision provision, AcademicYear year) = (audited.Case.Provisions[g], audited.Horizon.PlannedYears[t]);
                double place = prices.Places.GetValueOrDefault((provision.Id, year));
                _atProvision[g, t] = place + (PlacesLedger.IsInmss(provision) ? inmss + prices.InmssLimit.GetValueOrDefault(year) : 0);
                _mayMove[g, t] = PlacementRules.IsAllowedMove(audited.Case, provision, year);
                _move[g, t] = CostWeight * pence.OfMove(g, t);
                OfOverNumber[g, t] = overNumber + (CostWeight * pence.OfOverNumber(g, t)) - place;
            }
        }
    }

    /// <summary>A year without a place.</summary>
    internal double Unplaced { get; }

    /// <summary>A penny.</summary>
    internal double CostWeight { get; }

    /// <summary>One pupil above places, less the place he or she does not use.</summary>
    internal double[,] OfOverNumber { get; }

    /// <summary>A year at a provision, the pence of the pupil's year apart.</summary>
    internal double At(int provision, int year) => _atProvision[provision, year];

    /// <summary>An allowed move away from the provision in that year, or null when the scenario allows none.</summary>
    internal double? MoveFrom(int provision, int year) => _mayMove[provision, year] ? _move[provision, year] : null;

    private static double Weight(ObjectiveTier tier, TierPrices prices, ObjectiveTier of) => of == tier ? 1 : prices.HeldTiers.GetValueOrDefault(of);
}
