using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>What the plan minimised, in order, and how near to the best possible it is proven to be.</summary>
public static class TierTable
{
    /// <summary>The table; a row a tier, money in pounds. What was best is a column only where the scenario lets a tier become worse than that.</summary>
    public static ReportTable Of(PlanAuditReport audit)
    {
        TableOf<TierResult> table = new TableOf<TierResult>(
                "tiers",
                "What the plan minimised, in this order",
                "No plan can be below the bound without being worse on an earlier line. The audit recomputed value and bound.")
            .Words("tier", "Tier", row => FieldWords.Of(row.Tier))
            .Words("unit", "Unit", row => FieldWords.Of(row.Tier.Unit()))
            .With("value", "Value", Unit.AsStated, row => Number(row, row.Value, 0));
        if (audit.Tiers.Any(tier => tier.Reached is not null))
        {
            table = table.With("best", "Best", Unit.AsStated, row => Number(row, row.Best, 0));
        }

        return table
            .With("bound", "Bound", Unit.AsStated, row => Number(row, (decimal)row.Bound, 2))
            .With("gap", "Gap", Unit.Percent, row => new NumberCell((decimal)(row.Gap * 100), 4))
            .Of(audit.Tiers);
    }

    private static NumberCell Number(TierResult tier, decimal value, int decimals) =>
        tier.Tier.Unit() == TierUnit.Pence ? new NumberCell(value / 100, 2) : new NumberCell(value, decimals);
}
