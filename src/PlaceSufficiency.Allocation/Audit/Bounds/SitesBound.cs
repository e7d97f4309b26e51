using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// What a proof by cases says of the cost of one year, re-computed: the least bound of its cases. With prices <c>u[k]</c> of pupils, a case allows no plan
/// for everybody below <c>sum n[k] u[k] + sum over g of min over allowed openings (opening - worth of the places of g)</c>, the worth of places being the
/// best that they can earn when each pupil of k brings <c>u[k]</c> less his or her cost at g. Only groups limit the choice here: other rules would raise the bound.
/// </summary>
internal sealed class SitesBound
{
    private readonly AuditedPlan _audited;
    private readonly AcademicYear _year;
    private readonly Stay[] _stays;
    private readonly SiteChoices _choices;
    private readonly long[][] _pence;

    private SitesBound(AuditedPlan audited, AcademicYear year)
    {
        (_audited, _year) = (audited, year);
        _stays = [.. audited.Demand.Stays.Where(stay => audited.DemandShape.IsSound(stay) && stay.Covers(year))];
        _choices = new SiteChoices(audited.Undecided, year, _stays.Sum(stay => (long)stay.Pupils));
        _pence = [.. audited.Undecided.Provisions.Select(provision => _stays.Select(stay => PenceOf(provision, stay)).ToArray())];
    }

    /// <summary>The bound, in pence; null when the proof does not fit the case or the plan leaves somebody without a place.</summary>
    /// <param name="audited">The plan under audit.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="unplaced">Pupils without a place.</param>
    internal static double? Of(AuditedPlan audited, SitesProof proof, long unplaced)
    {
        PlanningCase undecided = audited.Undecided;
        bool fits = unplaced == 0
            && undecided.Horizon.PlannedYears.Count == 1
            && undecided.Provisions.All(provision => provision.OverNumberCeiling == 0)
            && audited.Demand.Stays.All(stay => stay.Current is null)
            && undecided.Candidates.DistinctBy(scheme => scheme.Provision).Count() == undecided.Candidates.Count()
            && proof.PriceSets.All(set => set.Values.All(double.IsFinite));
        return fits ? new SitesBound(audited, undecided.Horizon.PlannedYears[0]).Of(proof) : null;
    }

    private double? Of(SitesProof proof)
    {
        SiteWorth[] worths = [.. proof.PriceSets.Select(WorthOf)];
        Stack<SiteDecisions> cases = new([_choices.Undecided]);
        double least = double.PositiveInfinity;
        foreach (SitesStep step in proof.Steps)
        {
            if (!cases.TryPop(out SiteDecisions? at))
            {
                return null;
            }

            if (step.Split is { } scheme)
            {
                if (_choices.Split(at, scheme) is not { } both)
                {
                    return null;
                }

                cases.Push(both.Closed);
                cases.Push(both.Open);
            }
            else if (step.PriceSet >= 0 && step.PriceSet < worths.Length)
            {
                least = Math.Min(least, _choices.Least(at, worths[step.PriceSet]));
            }
            else
            {
                return null;
            }
        }

        return cases.Count == 0 ? InUnits(least) : null;
    }

    /// <summary>Every plan costs a whole multiple of what divides all costs, so the bound may be rounded up to one.</summary>
    private double InUnits(double bound)
    {
        long unit = _choices.Opening.Concat(_pence.SelectMany(row => row)).Where(pence => pence >= 0).Aggregate(0L, Divisor);
        return unit == 0 || !double.IsFinite(bound) ? bound : Math.Ceiling((bound - (1e-12 * Math.Abs(bound))) / unit) * unit;
    }

    private SiteWorth WorthOf(IReadOnlyDictionary<int, double> prices)
    {
        double[] price = [.. _stays.Select(stay => prices.GetValueOrDefault(stay.Number))];
        double paid = 0;
        for (int k = 0; k < _stays.Length; k++)
        {
            paid += _stays[k].Pupils * price[k];
        }

        double[] closed = new double[_pence.Length];
        double[] open = new double[_pence.Length];
        for (int g = 0; g < _pence.Length; g++)
        {
            int[] order = [.. Enumerable.Range(0, _stays.Length).Where(k => _pence[g][k] >= 0 && price[k] > _pence[g][k]).OrderByDescending(k => price[k] - _pence[g][k])];
            (closed[g], open[g]) = (Earned(order, price, g, _choices.Standing[g]), Earned(order, price, g, _choices.Standing[g] + _choices.Added[g]));
        }

        return new SiteWorth(paid, closed, open);
    }

    private double Earned(int[] order, double[] price, int provision, long places)
    {
        double earned = 0;
        foreach (int k in order)
        {
            long taken = Math.Min(places, _stays[k].Pupils);
            earned += taken * (price[k] - _pence[provision][k]);
            places -= taken;
        }

        return earned;
    }

    /// <summary>Pence of a pupil's year; -1 where the pupil may not start.</summary>
    private long PenceOf(Provision provision, Stay stay) => !PlacementRules.MayStart(_audited.Undecided, provision, stay, _year)
        ? -1
        : PlacementPrices.OfYear(_audited.Undecided, provision, stay, _year).Sum(charge => charge.Amount.Pence);

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
}
