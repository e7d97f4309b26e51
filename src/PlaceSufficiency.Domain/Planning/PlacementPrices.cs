using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Planning;

/// <summary>An amount of one price item, charged to one budget line in one financial year.</summary>
/// <param name="Item">What it is for; null for capital.</param>
/// <param name="Line">Budget it is charged to.</param>
/// <param name="Year">Financial year.</param>
/// <param name="Amount">Pounds, whole pence.</param>
public readonly record struct Charge(PriceItem? Item, BudgetLine Line, FinancialYear Year, Pounds Amount);

/// <summary>
/// What one pupil's year in a provision costs, item by item. The cost tier is the sum of these over pupils and years, plus over-number,
/// moves and what opening candidates adds (<see cref="OpeningPrices"/>); other place funding and capital are reported beside it.
/// </summary>
public static class PlacementPrices
{
    private static readonly (PriceItem Item, BudgetLine Line)[] PerPupil =
        [(PriceItem.TopUp, BudgetLine.HighNeedsBlock), (PriceItem.Fee, BudgetLine.HighNeedsBlock), (PriceItem.TransportPerPupil, BudgetLine.Transport)];

    /// <summary>The charges of one pupil of the stay for being at the provision in the year; items without a price are left out. A stated cost of the area stands for all items.</summary>
    public static IEnumerable<Charge> OfYear(PlanningCase planningCase, Provision provision, Stay stay, AcademicYear year)
    {
        if (planningCase.PupilCosts is { } costs)
        {
            (Pounds autumn, Pounds summer) = costs.Over(stay.Area, provision.Id);
            return
            [
                new Charge(PriceItem.Fee, BudgetLine.HighNeedsBlock, year.AutumnFinancialYear, autumn),
                new Charge(PriceItem.Fee, BudgetLine.HighNeedsBlock, year.SummerFinancialYear, summer),
            ];
        }

        Journey journey = planningCase.JourneyTo(provision, stay.Area);
        decimal above = Math.Max(0, (int)provision.Designation.OwnLevel - (int)stay.LevelIn(year));
        decimal minutes = (decimal)Math.Max(0, (journey.Time - planningCase.Travel.Threshold[stay.YearGroupIn(year).Phase]).TotalMinutes);
        List<Charge> charges = new(8);
        foreach ((PriceItem item, BudgetLine line) in PerPupil)
        {
            Add(charges, planningCase, item, line, provision, year, 1);
        }

        Add(charges, planningCase, PriceItem.TransportPerKm, BudgetLine.Transport, provision, year, (decimal)journey.Distance.Kilometres);
        Add(charges, planningCase, PriceItem.AboveLevel, BudgetLine.Priced, provision, year, above);
        Add(charges, planningCase, PriceItem.TravelAboveThreshold, BudgetLine.Priced, provision, year, minutes);
        return charges;
    }

    /// <summary>
    /// The top-up and fee of one pupil's year at the provision, whatever the journey; where costs are stated by area there are none, and all of
    /// <see cref="OfYear"/> is fee.
    /// </summary>
    public static IReadOnlyList<Charge> OfFees(PlanningCase planningCase, Provision provision, AcademicYear year) => planningCase.PupilCosts is not null ? [] :
    [
        .. Charges(planningCase, PriceItem.TopUp, BudgetLine.HighNeedsBlock, provision, year, 1),
        .. Charges(planningCase, PriceItem.Fee, BudgetLine.HighNeedsBlock, provision, year, 1),
    ];

    /// <summary>The charges of one pupil above places at the provision in the year.</summary>
    public static IEnumerable<Charge> OfOverNumber(PlanningCase planningCase, Provision provision, AcademicYear year) =>
        Charges(planningCase, PriceItem.OverNumber, BudgetLine.Priced, provision, year, 1);

    /// <summary>The charges of one pupil who leaves the provision in the year although the placement still fits, at an allowed move.</summary>
    public static IEnumerable<Charge> OfMove(PlanningCase planningCase, Provision before, AcademicYear year) =>
        Charges(planningCase, PriceItem.Move, BudgetLine.Priced, before, year, 1);

    /// <summary>Place funding of the provision's resident places in the year.</summary>
    public static IEnumerable<Charge> OfPlaces(PlanningCase planningCase, Provision provision, AcademicYear year) =>
        OfPlaces(planningCase, provision, year, planningCase.PlacesForResidents(provision, year));

    /// <summary>Place funding of so many resident places of the provision in the year.</summary>
    public static IEnumerable<Charge> OfPlaces(PlanningCase planningCase, Provision provision, AcademicYear year, int residentPlaces) =>
        Charges(planningCase, PriceItem.PlaceFunding, BudgetLine.HighNeedsBlock, provision, year, residentPlaces);

    private static List<Charge> Charges(PlanningCase planningCase, PriceItem item, BudgetLine line, Provision provision, AcademicYear year, decimal quantity)
    {
        List<Charge> charges = new(2);
        Add(charges, planningCase, item, line, provision, year, quantity);
        return charges;
    }

    private static void Add(
        List<Charge> charges, PlanningCase planningCase, PriceItem item, BudgetLine line, Provision provision, AcademicYear year, decimal quantity)
    {
        if (quantity != 0 && planningCase.Prices.RateOf(item, provision, year) is { } rate)
        {
            (Pounds autumn, Pounds summer) = rate.Over(quantity);
            charges.Add(new Charge(item, line, year.AutumnFinancialYear, autumn));
            charges.Add(new Charge(item, line, year.SummerFinancialYear, summer));
        }
    }
}
