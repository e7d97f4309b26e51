using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// What one pupil counts for under the prices of a tier: the tier itself at weight 1 and each earlier tier at its price, plus the
/// price of the place and of the INMSS limit that are used. Unit: that of the tier.
/// </summary>
internal sealed class PricedYears
{
    private readonly double _overNumberWeight;
    private readonly double[,] _atProvision;
    private readonly double[,] _move;
    private readonly bool[,] _mayMove;

    /// <summary>Sets the prices out by provision and planned year.</summary>
    internal PricedYears(AuditedPlan audited, PupilYearPence pence, ObjectiveTier tier, TierPrices prices)
    {
        Unplaced = Weight(tier, prices, ObjectiveTier.Unplaced);
        CostWeight = Weight(tier, prices, ObjectiveTier.Cost);
        _overNumberWeight = Weight(tier, prices, ObjectiveTier.OverNumber);
        (int provisions, int years) = (audited.Case.Provisions.Length, audited.Horizon.PlannedYears.Count);
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
                _move[g, t] = CostWeight * pence.OfMove(provision, year);
                OfOverNumber[g, t] = _overNumberWeight + (CostWeight * pence.OfOverNumber(provision, year)) - place;
            }
        }
    }

    /// <summary>What a penny counts for.</summary>
    internal double CostWeight { get; }

    /// <summary>A year without a place.</summary>
    internal double Unplaced { get; }

    /// <summary>One pupil above places, less the place he or she does not use: by index of provision and of planned year.</summary>
    internal double[,] OfOverNumber { get; }

    /// <summary>A year at a provision; <paramref name="year"/> is the index of the planned year.</summary>
    internal double At(Route route, int year) => _atProvision[route.Provision, year] + (CostWeight * route.Pence);

    /// <summary>An allowed move away from the provision in that year, or null when the scenario allows none.</summary>
    internal double? MoveFrom(int provision, int year) => _mayMove[provision, year] ? _move[provision, year] : null;

    private static double Weight(ObjectiveTier tier, TierPrices prices, ObjectiveTier of) => of == tier ? 1 : prices.HeldTiers.GetValueOrDefault(of);
}
