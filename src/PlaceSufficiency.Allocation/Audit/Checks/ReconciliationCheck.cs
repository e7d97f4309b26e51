using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Figures;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>
/// The figures agree with each other and with the tiers: pupils are conserved from year to year, placed and unplaced make the stock,
/// per-pupil money and what openings add make the cost tier to the penny, and the rows of the balance make the specialist places.
/// </summary>
internal static class ReconciliationCheck
{
    /// <summary>Figures that do not agree.</summary>
    internal static IEnumerable<Finding> Of(AuditedPlan audited, PlanFigures figures, TierValues values) =>
        [.. Conservation(figures), .. Stock(figures), .. Tiers(audited.Case, figures, values), .. Cost(audited, figures, values), .. BalanceRows(audited.Case, figures)];

    private static IEnumerable<Finding> Conservation(PlanFigures figures) =>
        figures.Years.Zip(figures.Years.Skip(1))
            .Where(pair => pair.First.Stock + pair.Second.Joiners - pair.Second.Leavers != pair.Second.Stock)
            .Select(pair => Finding.Error(
                "stock-not-conserved",
                $"{pair.First.Stock} pupils of the year before, {pair.Second.Joiners} joiners and {pair.Second.Leavers} leavers do not make a stock of {pair.Second.Stock}.",
                key: pair.Second.Year.ToString()));

    private static IEnumerable<Finding> Stock(PlanFigures figures) =>
        figures.Years.Where(year => year.Placed + year.Unplaced != year.Stock).Select(year => Finding.Error(
            "placed-and-unplaced-differ-from-stock", $"{year.Placed} placed and {year.Unplaced} unplaced pupils do not make a stock of {year.Stock}.", key: year.Year.ToString()));

    private static IEnumerable<Finding> Tiers(PlanningCase planningCase, PlanFigures figures, TierValues values)
    {
        YearFigures[] planned = [.. figures.Years.Where(year => planningCase.Horizon.IsPlanned(year.Year))];
        IEnumerable<(ObjectiveTier Tier, long Years)> sums =
        [
            (ObjectiveTier.Unplaced, planningCase.UnplacedWeights.IsEmpty ? planned.Sum(year => (long)year.Unplaced) : Weighed(planningCase, figures)),
            (ObjectiveTier.OverNumber, planned.Sum(year => (long)year.OverNumber)),
            (ObjectiveTier.InmssPupils, planned.Sum(year => (long)year.Inmss)),
        ];
        return sums.Where(sum => sum.Years != values[sum.Tier]).Select(sum => Finding.Error(
            "years-differ-from-tier", $"The planned years come to {sum.Years}; the tier's value is {values[sum.Tier]}.", key: $"tier {sum.Tier}"));
    }

    private static long Weighed(PlanningCase planningCase, PlanFigures figures) => figures.Placements
        .Where(fact => fact.Provision is null && planningCase.Horizon.IsPlanned(fact.Year))
        .Sum(fact => (long)fact.Pupils * planningCase.UnplacedWeight(fact.Level));

    private static IEnumerable<Finding> Cost(AuditedPlan audited, PlanFigures figures, TierValues values)
    {
        Pounds perPupil = Sum(figures.Budget.Where(amount => amount.Item is { } item && item != PriceItem.PlaceFunding).Select(amount => amount.Amount));
        Pounds opening = Sum(figures.Budget.Where(amount => amount.Item == PriceItem.PlaceFunding).Select(amount => amount.Amount))
            - Sum(audited.Undecided.Provisions.SelectMany(provision => audited.Horizon.PlannedYears.SelectMany(year => PlacementPrices.OfPlaces(audited.Undecided, provision, year)))
                .Select(charge => charge.Amount))
            + Sum(audited.Openings.Select(opening => audited.Undecided.Capital.Of(audited.Case.Schemes.Single(scheme => scheme.Id == opening.Key), opening.Value, audited.Horizon)));
        Pounds given = Pounds.FromPence(TierValues.PenceOfGives(audited.Limits.All));
        if (perPupil + opening + given != Pounds.FromPence(values.Cost))
        {
            yield return Finding.Error(
                "budget-differs-from-cost",
                $"The per-pupil amounts of the budget come to {perPupil}, openings to {opening} and what priced limits give to {given}; the cost tier is {Pounds.FromPence(values.Cost)}.");
        }
    }

    private static Pounds Sum(IEnumerable<Pounds> amounts) => amounts.Aggregate(Pounds.Zero, (sum, amount) => sum + amount);

    private static IEnumerable<Finding> BalanceRows(PlanningCase planningCase, PlanFigures figures) =>
        from year in planningCase.Horizon.AllYears
        let rows = figures.Balances.Where(row => row.Year == year).Sum(row => row.Places)
        let places = figures.Provisions
            .Where(full => full.Year == year && Balances.IsSpecialist(planningCase.Provision(full.Provision).Kind))
            .Sum(full => full.Pupils + full.Empty)
        where rows != places
        select Finding.Error(
            "balance-differs-from-places", $"The rows of the balance come to {rows} specialist places; provisions have {places} filled or empty.", key: year.ToString());
}
