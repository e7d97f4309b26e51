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
    private readonly bool[] _isInmss;
    private readonly Dictionary<(int Provision, int Year, int Group), double> _ofGroup;

    /// <summary>Sets the prices out by provision and planned year.</summary>
    internal PricedYears(AuditedPlan audited, PupilYearPence pence, ObjectiveTier tier, TierPrices prices)
    {
        double unplaced = Weight(tier, prices, ObjectiveTier.Unplaced);
        Unplaced = [.. Enum.GetValues<ProvisionLevel>().Select(level => unplaced * audited.Case.UnplacedWeight(level))];
        LostPlace = Weight(tier, prices, ObjectiveTier.Moves);
        MinuteWeight = Weight(tier, prices, ObjectiveTier.ExcessTravel);
        InmssPennyWeight = Weight(tier, prices, ObjectiveTier.InmssSpend);
        CostWeight = Weight(tier, prices, ObjectiveTier.Cost);
        double overNumber = Weight(tier, prices, ObjectiveTier.OverNumber);
        (int provisions, int years) = (audited.Index.Provisions, audited.Index.Years);
        _atProvision = new double[provisions, years];
        _move = new double[provisions, years];
        _mayMove = new bool[provisions, years];
        _isInmss = new bool[provisions];
        OfOverNumber = new double[provisions, years];
        double inmss = Weight(tier, prices, ObjectiveTier.InmssPupils);
        _ofGroup = prices.Limits.Where(price => price.Key.Group is not null).ToDictionary(
            price => (audited.Index.Of(price.Key.Provision!.Value), audited.Index.Of(price.Key.Year!.Value), price.Key.Group!.Value.Value), price => price.Value);
        (double Price, LedgerLimit Limit)[] limits = [.. audited.Limits.All.Where(limit => limit.Key.Group is null).Select(limit => (Price: prices.Limits.GetValueOrDefault(limit.Key), limit)).Where(pair => pair.Price > 0)];
        OfGive = [.. audited.Limits.All.Where(limit => limit.MayGive).Select(limit =>
            (limit, (limit.IsHard ? Weight(tier, prices, limit.Key.IsMoney ? ObjectiveTier.LimitSpend : ObjectiveTier.LimitPupils) : CostWeight * (double)limit.GivePence) - prices.Limits.GetValueOrDefault(limit.Key)))];
        for (int g = 0; g < provisions; g++)
        {
            for (int t = 0; t < years; t++)
            {
                (Provision provision, AcademicYear year) = (audited.Case.Provisions[g], audited.Horizon.PlannedYears[t]);
                double place = prices.Places.GetValueOrDefault((provision.Id, year));
                _atProvision[g, t] = place + (PlacesLedger.IsInmss(provision) ? inmss + prices.InmssLimit.GetValueOrDefault(year) : 0);
                foreach ((double price, LedgerLimit limit) in limits)
                {
                    _atProvision[g, t] += price * limit.Counts[g, t];
                    _move[g, t] += limit.MovesFrom?[g, t] == true ? price : 0;
                }

                _mayMove[g, t] = PlacementRules.IsAllowedMove(audited.Case, provision, year);
                _move[g, t] += LostPlace + (CostWeight * pence.OfMove(g, t));
                _isInmss[g] = PlacesLedger.IsInmss(provision);
                OfOverNumber[g, t] = overNumber + (CostWeight * pence.OfOverNumber(g, t)) - place;
            }
        }
    }

    /// <summary>One unit by which a limit gives, less the room under it that it does not use.</summary>
    internal IReadOnlyList<(LedgerLimit Limit, double Counts)> OfGive { get; }

    /// <summary>A place of a year group at a provision that fills by year group.</summary>
    internal double OfGroup(int provision, int year, int group) => _ofGroup.Count == 0 ? 0 : _ofGroup.GetValueOrDefault((provision, year, group));

    /// <summary>A year without a place, by level called for.</summary>
    internal double[] Unplaced { get; }

    /// <summary>A change, where no transfer reopens placements, to another provision from one that no longer fits.</summary>
    internal double LostPlace { get; }

    /// <summary>A minute above the threshold of a journey.</summary>
    internal double MinuteWeight { get; }

    /// <summary>A penny of an INMSS fee or top-up.</summary>
    internal double InmssPennyWeight { get; }

    /// <summary>Whether the provision is INMSS.</summary>
    internal bool IsInmss(int provision) => _isInmss[provision];

    /// <summary>A penny.</summary>
    internal double CostWeight { get; }

    /// <summary>One pupil above places, less the place he or she does not use.</summary>
    internal double[,] OfOverNumber { get; }

    /// <summary>A year at a provision, minutes and the pence of the pupil's year apart.</summary>
    internal double At(int provision, int year) => _atProvision[provision, year];

    /// <summary>An allowed move away from the provision in that year, or null when the scenario allows none.</summary>
    internal double? MoveFrom(int provision, int year) => _mayMove[provision, year] ? _move[provision, year] : null;

    private static double Weight(ObjectiveTier tier, TierPrices prices, ObjectiveTier of) => of == tier ? 1 : prices.HeldTiers.GetValueOrDefault(of);
}
