using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Every table of one scenario's report, in the order in which a planner reads them.</summary>
public static class ReportTables
{
    /// <summary>The tables of a report: those of its plan, and what looking ahead is worth where that was asked.</summary>
    public static IReadOnlyList<ReportTable> Of(ScenarioReport report) =>
    [
        .. Of(report.Case, report.Audit),
        .. report.WithoutLookingAhead is { } without ? LookingAheadTables.Of(report.Case, report.Audit, without) : [],
    ];

    /// <summary>The tables, from the case and what the audit derived.</summary>
    public static IReadOnlyList<ReportTable> Of(PlanningCase planningCase, PlanAuditReport audit) =>
    [
        BalanceTable.Of(planningCase, audit.Figures),
        UnplacedTable.Of(planningCase, audit.Figures),
        KindTable.Of(planningCase, audit.Figures),
        InmssTable.Of(planningCase, audit.Figures),
        ProvisionUseTable.OfSpecialSchools(planningCase, audit.Figures),
        ProvisionUseTable.OfBases(planningCase, audit.Figures),
        CostTable.OfSpending(planningCase, audit.Figures),
        CostTable.OfPrices(planningCase, audit.Figures),
        TravelTable.Of(planningCase, audit.Figures),
        DemandTable.Of(planningCase, audit.Figures),
        SchemeTable.Of(planningCase),
        .. audit.Figures.Limits.Count > 0 ? [LimitTable.Of(planningCase, audit.Figures)] : Array.Empty<ReportTable>(),
        TierTable.Of(audit),
    ];
}
