using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>What looking ahead is worth: the plan beside that of somebody who decides September by September.</summary>
public static class LookingAheadTables
{
    /// <summary>By tier, then by year.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="with">Audit of the plan that sees the whole horizon.</param>
    /// <param name="without">Audit of the plan that does not look ahead.</param>
    public static IReadOnlyList<ReportTable> Of(PlanningCase planningCase, PlanAuditReport with, PlanAuditReport without) =>
        [ByTier(with, without), ByYear(planningCase, with.Figures, without.Figures)];

    /// <summary>Unplaced pupils with and without, years across.</summary>
    internal static Spread Unplaced(IReadOnlyList<string> years) =>
        new("Pupils with no suitable place, looking ahead and not", "year", years, [], ["unplaced_with", "unplaced_without"]);

    private static ReportTable ByTier(PlanAuditReport with, PlanAuditReport without) => new TableOf<(TierResult With, TierResult Without)>(
            "looking-ahead",
            "What looking ahead is worth, by what the plan minimised",
            "Without: September by September, each year as good as it can be by itself, and whom it placed stands. Schemes open alike in both, and both are audited. Where an earlier line is worse without looking ahead, a later one may be better: fewer pupils placed cost less.")
        .Words("tier", "Tier", row => FieldWords.Of(row.With.Tier))
        .Words("unit", "Unit", row => row.With.Tier == ObjectiveTier.Cost ? "£" : "pupil-years")
        .With("with", "Looking ahead", Unit.AsStated, row => Number(row.With, row.With.Value))
        .With("without", "Not looking ahead", Unit.AsStated, row => Number(row.Without, row.Without.Value))
        .With("worth", "Worth", Unit.AsStated, row => Number(row.With, row.Without.Value - row.With.Value))
        .Of(with.Tiers.Zip(without.Tiers));

    private static ReportTable ByYear(PlanningCase planningCase, PlanFigures with, PlanFigures without)
    {
        string[] years = [.. planningCase.Horizon.PlannedYears.Select(year => year.ToString())];
        return new TableOf<(YearFigures With, YearFigures Without)>("looking-ahead-years", "Looking ahead and not, by year")
            .Words("year", "Year", row => row.With.Year.ToString())
            .Pupils("unplaced_with", "Unplaced, looking ahead", row => row.With.Unplaced)
            .Pupils("unplaced_without", "Unplaced, not looking ahead", row => row.Without.Unplaced)
            .Pupils("over_number_with", "Over-number, looking ahead", row => row.With.OverNumber)
            .Pupils("over_number_without", "Over-number, not looking ahead", row => row.Without.OverNumber)
            .Pupils("inmss_with", "INMSS, looking ahead", row => row.With.Inmss)
            .Pupils("inmss_without", "INMSS, not looking ahead", row => row.Without.Inmss)
            .Of(
                with.Years.Zip(without.Years).Where(pair => planningCase.Horizon.IsPlanned(pair.First.Year)),
                new Spread("Looking ahead and not", "year", years, [], ["unplaced_with", "unplaced_without", "over_number_with", "over_number_without", "inmss_with", "inmss_without"]));
    }

    private static NumberCell Number(TierResult tier, long value) => tier.Tier == ObjectiveTier.Cost ? new NumberCell(value / 100m, 2) : new NumberCell(value, 0);
}
