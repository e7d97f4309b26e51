using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>
/// What one more place is worth where places are short: the prices that prove the plan's bound on the first tier, pupils with no suitable
/// place. A price is the most that one more place in that year can save in pupil-years over all years; small changes only.
/// </summary>
public static class PlaceValueTable
{
    private const double Least = 0.005;

    /// <summary>The table, a line a provision, years across; provisions where a place is worth nothing are left out.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanAuditReport audit)
    {
        ProvisionNames names = new(planningCase);
        IReadOnlyList<AcademicYear> years = planningCase.Horizon.PlannedYears;
        IReadOnlyDictionary<(ProvisionId Provision, AcademicYear Year), double>? prices =
            audit.Tiers.FirstOrDefault(tier => tier.Tier == ObjectiveTier.Unplaced)?.Prices.Places;
        IEnumerable<(ProvisionId Provision, double[] Values)> lines = (prices?.Keys.Select(key => key.Provision).Distinct() ?? [])
            .Select(id => (id, years.Select(year => prices!.GetValueOrDefault((id, year))).ToArray()))
            .Where(line => line.Item2.Any(value => value >= Least));
        return new ReportTable(
            "place-value", "What one more place is worth, by setting and year (pupil-years without a place that it saves at most)",
            "From the prices that prove the plan: a place for one more pupil in that year alone. Where nothing stands, one more place changes nothing.",
            [new Column("provision", "Provision", Unit.None), .. years.Select(year => new Column(year.ToString(), year.ToString(), Unit.AsStated))],
            [
                .. lines.OrderByDescending(line => line.Values.Sum()).ThenBy(line => line.Provision)
                    .Select(line => (IReadOnlyList<Cell>)[new TextCell(names.Of(line.Provision)), .. line.Values.Select(value => value < Least ? Cell.Nothing : new NumberCell((decimal)value, 2))]),
            ],
            []);
    }

    /// <summary>The most that one more place at the provision is worth in any year from the given one; 0 where places are not short.</summary>
    internal static double Most(PlanningCase planningCase, PlanAuditReport audit, ProvisionId provision, AcademicYear from) =>
        audit.Tiers.FirstOrDefault(tier => tier.Tier == ObjectiveTier.Unplaced) is { } tier
            ? planningCase.Horizon.PlannedYears.Where(year => year >= from).Select(year => tier.Prices.Places.GetValueOrDefault((provision, year))).DefaultIfEmpty(0).Max()
            : 0;
}
