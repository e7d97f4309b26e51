using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>One line a year. Stock, joiners and leavers come from the demand, everything else from the facts of the plan.</summary>
internal sealed class YearLines(AuditedPlan audited, IReadOnlyList<PlacementFact> facts)
{
    private static readonly PriceItem[] SpendOnPupils = [PriceItem.Fee, PriceItem.TopUp];

    /// <summary>The base year and every planned year.</summary>
    internal IReadOnlyList<YearFigures> All
    {
        get
        {
            ILookup<AcademicYear, PlacementFact> byYear = facts.ToLookup(fact => fact.Year);
            return [.. audited.Horizon.AllYears.Select(year => Of(year, [.. byYear[year]]))];
        }
    }

    private YearFigures Of(AcademicYear year, PlacementFact[] all)
    {
        TravelSpread travel = new(all);
        PlacementFact[] inmss = [.. all.Where(fact => KindOf(fact) == ProvisionKind.Inmss)];
        return new YearFigures(
            year,
            Stock: PupilsOf(stay => stay.Covers(year)),
            Joiners: PupilsOf(stay => stay.FirstYear == year && year != audited.Horizon.BaseYear),
            Leavers: PupilsOf(stay => stay.LastYear.Next == year),
            Placed: Pupils(all.Where(fact => fact.Provision is not null)),
            Unplaced: Pupils(all.Where(fact => fact.Provision is null)),
            OverNumber: audited.Case.Provisions.Sum(provision => audited.OverNumber(provision, year)),
            Inmss: Pupils(inmss),
            InmssGirls: Pupils(inmss.Where(fact => fact.Sex == Sex.Female)),
            InmssSpend: audited.Horizon.IsPlanned(year) ? InmssSpend(year) : Pounds.Zero,
            SpecialPlaces: audited.Case.Provisions.Where(IsOwnSpecialSchool).Sum(provision => audited.Places[provision.Id, year].Places),
            SpecialPupils: Pupils(all.Where(fact => KindOf(fact) == ProvisionKind.SpecialSchool)),
            MedianTravel: travel.Median,
            NinetiethPercentileTravel: travel.NinetiethPercentile,
            Over45Minutes: travel.LongerThan(Duration.FromMinutes(45)),
            Over75Minutes: travel.LongerThan(Duration.FromMinutes(75)));
    }

    private Pounds InmssSpend(AcademicYear year)
    {
        IEnumerable<Pounds> onPlaces = audited.Case.Provisions.Where(PlacesLedger.IsInmss)
            .SelectMany(provision => PlacementPrices.OfPlaces(audited.Case, provision, year))
            .Select(charge => charge.Amount);
        IEnumerable<Pounds> onPupils =
            from at in audited.PathYears
            where at.Year == year && at.Now is not null && PlacesLedger.IsInmss(at.Now)
            from charge in PlacementPrices.OfYear(audited.Case, at.Now!, at.Stay, year)
            where charge.Item is { } item && SpendOnPupils.Contains(item)
            select charge.Amount * at.Pupils;
        return onPlaces.Concat(onPupils).Aggregate(Pounds.Zero, (sum, amount) => sum + amount);
    }

    private bool IsOwnSpecialSchool(Provision provision) =>
        provision.Kind == ProvisionKind.SpecialSchool && audited.Case.Provider(provision.Provider).Authority == audited.Case.Authority;

    private ProvisionKind? KindOf(PlacementFact fact) => fact.Provision is { } provision ? audited.Case.Provision(provision).Kind : null;

    private int PupilsOf(Func<Stay, bool> which) => audited.Stays.Where(which).Sum(stay => stay.Pupils);

    private static int Pupils(IEnumerable<PlacementFact> which) => which.Sum(fact => fact.Pupils);
}
