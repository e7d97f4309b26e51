using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Archive.Tables;

/// <summary>A run from which tables are made.</summary>
/// <param name="Case">The case as it was planned, with the openings that the plan decided.</param>
/// <param name="Demand">The demand.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Audit">What the audit derived; it passed.</param>
public sealed record AuditedPlan(PlanningCase Case, DemandPath Demand, PlacementPlan Plan, PlanAuditReport Audit);

/// <summary>Every table that an archive may keep, and how it is made from a run.</summary>
public static class RunTables
{
    private static readonly (KeptResults Level, RunTable Table, Func<AuditedPlan, IEnumerable<object?[]>> Rows)[] _all =
    [
        (KeptResults.Summary, SummaryTables.Years, SummaryTables.YearsOf),
        (KeptResults.Summary, SummaryTables.Needs, SummaryTables.NeedsOf),
        (KeptResults.Summary, SummaryTables.Provisions, SummaryTables.ProvisionsOf),
        (KeptResults.Summary, SummaryTables.Money, SummaryTables.MoneyOf),
        (KeptResults.Summary, SummaryTables.Openings, SummaryTables.OpeningsOf),
        (KeptResults.Tables, DetailTables.Balances, DetailTables.BalancesOf),
        (KeptResults.Tables, DetailTables.Budget, DetailTables.BudgetOf),
        (KeptResults.Tables, DetailTables.Unplaced, DetailTables.UnplacedOf),
        (KeptResults.Placements, PlacementTables.Stays, PlacementTables.StaysOf),
        (KeptResults.Placements, PlacementTables.Placements, PlacementTables.PlacementsOf),
        (KeptResults.Placements, PlacementTables.Certificate, PlacementTables.CertificateOf),
        (KeptResults.Placements, PlacementTables.Proofs, PlacementTables.ProofsOf),
        (KeptResults.Placements, PlacementTables.Cases, PlacementTables.CasesOf),
        (KeptResults.Placements, PlacementTables.Sites, PlacementTables.SitesOf),
    ];

    /// <summary>Every table, the summaries first.</summary>
    public static IReadOnlyList<RunTable> All { get; } = [.. _all.Select(each => each.Table)];

    /// <summary>The table of that name; null when there is none.</summary>
    public static RunTable? Named(string name) => All.FirstOrDefault(table => table.Name == name);

    /// <summary>The tables of a run, as many as are to be kept, each sorted by its keys.</summary>
    public static IReadOnlyList<TableRows> Of(AuditedPlan run, KeptResults keep) =>
        [.. _all.Where(each => each.Level <= keep).Select(each => new TableRows(each.Table, [.. each.Rows(run)])).Where(rows => rows.Rows.Count > 0 || !rows.Table.IsLeftOutEmpty)];
}
