using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>Changes of one kind, from the smallest to the largest that is worth trying.</summary>
/// <param name="Price">What the first of them is worth at the plan's prices, pupil-years; 0 where prices say nothing.</param>
/// <param name="Sizes">The changes, smallest first; at least one.</param>
public sealed record ChangeFamily(double Price, IReadOnlyList<SingleChange> Sizes);

/// <summary>What could end a shortfall, ranked by what the plan's prices say it is worth, before anything is re-solved.</summary>
internal sealed class ChangeCandidates
{
    private const int MostPlaces = 3;
    private const int MostDesignations = 2;
    private const int MostSchemes = 3;

    private readonly PlanningCase _case;
    private readonly PlanFigures _figures;
    private readonly TierPrices? _prices;
    private readonly Shortfall _shortfall;
    private readonly Stay[] _stays;

    private ChangeCandidates(PlanningCase decided, DemandPath demand, PlanFigures figures, TierPrices? prices, Shortfall shortfall)
    {
        (_case, _figures, _prices, _shortfall) = (decided, figures, prices, shortfall);
        HashSet<int> unplaced = [.. figures.Placements.Where(shortfall.Holds).Select(fact => fact.Stay)];
        _stays = [.. demand.Stays.Where(stay => unplaced.Contains(stay.Number))];
    }

    /// <summary>The families: places, openings, designations, journeys, the INMSS limit; each kind by price, then by pupils within reach.</summary>
    public static IReadOnlyList<ChangeFamily> Of(PlanningCase decided, DemandPath demand, PlanFigures figures, TierPrices? prices, Shortfall shortfall)
    {
        ChangeCandidates candidates = new(decided, demand, figures, prices, shortfall);
        return [.. candidates.Places(), .. candidates.Openings(), .. candidates.Designations(), .. candidates.Journeys(), .. candidates.InmssLimit()];
    }

    private IEnumerable<ChangeFamily> Places() =>
        (from provision in _case.Provisions
         let within = PupilsWithin(provision)
         where within > 0 && provision.AdmitsNewIn(_shortfall.Year)
         let price = PriceOf(provision.Id, _shortfall.Year)
         orderby price descending, within descending, provision.Id
         select new ChangeFamily(price, [.. Enumerable.Range(1, (4 * _shortfall.Pupils) + 4).Select(places => new PlacesAdded(provision.Id, _shortfall.Year, places))])).Take(MostPlaces);

    private IEnumerable<ChangeFamily> Openings()
    {
        IReadOnlyList<AcademicYear> years = _case.Horizon.PlannedYears;
        return (from scheme in _case.Schemes
                let provision = _case.Provision(scheme.Provision)
                where PupilsWithin(provision) > 0 && !(scheme.Opens <= years[0])
                let latest = scheme.Opens is { } opens && opens.Previous < _shortfall.Year ? opens.Previous : _shortfall.Year
                let sizes = years.Where(year => year <= latest).Reverse()
                    .Where(year => scheme.PlacesIn(_shortfall.Year, year) > scheme.PlacesIn(_shortfall.Year))
                    .Select(year => new SchemeOpened(scheme.Id, year, scheme.Opens?.YearsSince(year) ?? 0)).ToArray()
                where sizes.Length > 0
                let price = PriceOf(scheme.Provision, _shortfall.Year)
                orderby price descending, scheme.Id
                select new ChangeFamily(price, sizes)).Take(MostSchemes);
    }

    private IEnumerable<ChangeFamily> Designations() =>
        (from full in _figures.Provisions
         where full.Year == _shortfall.Year && full.Empty > 0
         let provision = _case.Provision(full.Provision)
         where provision.AdmitsNewIn(_shortfall.Year) && provision.Designation.OwnLevel >= _shortfall.Level && !Admits(provision)
         let within = _stays.Where(stay => provision.Designation.Admits(stay.Sex) && IsWithin(provision, stay)).Sum(stay => stay.Pupils)
         where within > 0
         orderby Math.Min(full.Empty, within) descending, full.Provision
         select new ChangeFamily(0, [new DesignationWidened(full.Provision, _shortfall.Need, _shortfall.Level, _shortfall.YearGroup)])).Take(MostDesignations);

    /// <summary>Longer journeys to open provisions that have a free place, by whole minutes.</summary>
    private IEnumerable<ChangeFamily> Journeys()
    {
        HashSet<ProvisionId> free = [.. _figures.Provisions.Where(full => full.Year == _shortfall.Year && full.Empty > 0).Select(full => full.Provision)];
        double ceiling = _case.Travel.Ceiling[_shortfall.YearGroup.Phase].TotalMinutes;
        int[] minutes =
        [
            .. (from provision in _case.Provisions
                where free.Contains(provision.Id) && provision.AdmitsNewIn(_shortfall.Year)
                from stay in _stays
                where Admits(provision, stay)
                select (int)Math.Ceiling(_case.JourneyTo(provision, stay.Area).Time.TotalMinutes)).Where(minutes => minutes > ceiling).Distinct().Order(),
        ];
        return minutes.Length == 0 ? [] : [new ChangeFamily(0, [.. minutes.Select(most => new JourneyLengthened(_shortfall.YearGroup.Phase, most))])];
    }

    private IEnumerable<ChangeFamily> InmssLimit() => _case.Limits.InmssPupils.Keys.Any(year => year == _shortfall.Year)
        ? [new ChangeFamily(
            _prices?.InmssLimit.GetValueOrDefault(_shortfall.Year) ?? 0,
            [.. Enumerable.Range(1, (4 * _shortfall.Pupils) + 4).Select(pupils => new InmssLimitRaised(_shortfall.Year, pupils))])]
        : [];

    private double PriceOf(ProvisionId provision, AcademicYear from) =>
        _prices is null ? 0 : _case.Horizon.PlannedYears.Where(year => year >= from).Sum(year => _prices.Places.GetValueOrDefault((provision, year)));

    private int PupilsWithin(Provision provision) => _stays.Where(stay => Admits(provision, stay) && IsWithin(provision, stay)).Sum(stay => stay.Pupils);

    private bool Admits(Provision provision) => _stays.Any(stay => Admits(provision, stay));

    private bool Admits(Provision provision, Stay stay) => provision.Designation.Admits(_shortfall.Need, stay.Sex, _shortfall.YearGroup, _shortfall.Level);

    private bool IsWithin(Provision provision, Stay stay)
    {
        Journey journey = _case.JourneyTo(provision, stay.Area);
        return journey.Time <= _case.Travel.Ceiling[_shortfall.YearGroup.Phase];
    }
}
