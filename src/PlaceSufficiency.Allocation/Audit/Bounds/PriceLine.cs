using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// What one set of prices proves of every choice of openings: what is paid and the limits other than places, less what the places are worth, plus
/// what opening costs. Unit: that of the tier.
/// </summary>
internal sealed class PriceLine
{
    private readonly AuditedPlan _audited;
    private readonly PricedYears _priced;
    private readonly TierPrices _prices;
    private readonly double _penny;
    private readonly Dictionary<(int Provision, int Year, int Residents), double> _funding = [];

    /// <summary>Sets a line out.</summary>
    /// <param name="audited">The plan under audit.</param>
    /// <param name="priced">What a pupil's year counts for.</param>
    /// <param name="prices">The accepted prices.</param>
    /// <param name="paid">The cheapest priced paths of all pupils, less the limits other than places.</param>
    internal PriceLine(AuditedPlan audited, PricedYears priced, TierPrices prices, double paid)
    {
        (_audited, _priced, _prices, _penny) = (audited, priced, prices, priced.CostWeight);
        Unopened = paid;
        for (int g = 0; g < audited.Index.Provisions; g++)
        {
            for (int t = 0; t < audited.Index.Years; t++)
            {
                Unopened += Change(g, t, null, 0);
            }
        }
    }

    /// <summary>What it proves when no candidate opens.</summary>
    internal double Unopened { get; }

    /// <summary>What it changes when openings bring the places of a provision and year from one number added to another; null for no places counted at all.</summary>
    internal double Change(int provision, int year, int? from, int to)
    {
        Provision at = _audited.Case.Provisions[provision];
        PlacesOfYear places = _audited.PlacesUnopened[provision, year];
        PlacesOfYear after = places.Plus(at, to);
        double price = _prices.Places.GetValueOrDefault((at.Id, _audited.Horizon.PlannedYears[year]));
        double above = Math.Min(0, _priced.OfOverNumber[provision, year]);
        if (from is not { } some)
        {
            return (above * after.OverNumberMost) - (price * after.Residents);
        }

        PlacesOfYear before = places.Plus(at, some);
        double change = (above * (after.OverNumberMost - before.OverNumberMost)) - (price * (after.Residents - before.Residents));
        return _penny == 0 ? change : change + (_penny * (Funding(provision, year, after.Residents) - Funding(provision, year, before.Residents)));
    }

    /// <summary>No more than <see cref="Change"/> for so many places more, whatever else opens at the provision.</summary>
    internal double LeastChange(int provision, int year, int added)
    {
        Provision at = _audited.Case.Provisions[provision];
        if (added == 0 || !at.IsOpenIn(_audited.Horizon.PlannedYears[year]))
        {
            return 0;
        }

        double price = _prices.Places.GetValueOrDefault((at.Id, _audited.Horizon.PlannedYears[year]));
        double change = (Math.Min(0, _priced.OfOverNumber[provision, year]) * (double)decimal.Ceiling(at.OverNumberCeiling * added)) - (price * added);

        // Funding rises least from nothing open, where imports are not yet covered; the two halves of a year are rounded, each twice.
        PlacesOfYear places = _audited.PlacesUnopened[provision, year];
        return _penny == 0
            ? change
            : change + (_penny * Math.Max(0, Funding(provision, year, places.Plus(at, added).Residents) - Funding(provision, year, places.Residents) - 4));
    }

    /// <summary>What the capital of an opening adds, less what the places of its year groups are worth.</summary>
    internal double OfCapital(CapitalScheme scheme, AcademicYear opens) =>
        (_penny == 0 ? 0 : _penny * OpeningPrices.OfCapital(_audited.Undecided, scheme, opens).Pence)
        - (scheme.YearGroups.IsEmpty ? 0 : _prices.Limits.Where(price => price.Key.Group is not null && price.Key.Provision == scheme.Provision)
            .Sum(price => price.Value * scheme.PlacesIn(price.Key.Year!.Value, opens, price.Key.Group!.Value)));

    private double Funding(int provision, int year, int residents)
    {
        if (!_funding.TryGetValue((provision, year, residents), out double pence))
        {
            Pounds pounds = OpeningPrices.OfPlaces(_audited.Undecided, _audited.Case.Provisions[provision], _audited.Horizon.PlannedYears[year], residents);
            _funding.Add((provision, year, residents), pence = pounds.Pence);
        }

        return pence;
    }
}
