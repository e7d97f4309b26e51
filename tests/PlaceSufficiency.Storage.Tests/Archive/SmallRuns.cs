using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Runs;

namespace PlaceSufficiency.Storage.Tests.Archive;

/// <summary>Runs made by hand, small enough to be read.</summary>
internal static class SmallRuns
{
    public static CaseContent Case { get; } = ContentOf(CaseReader.Read(Path.Combine(Repository.Tiny, "annexe.yaml")));

    /// <summary>A run of a future whose last year has that many unplaced.</summary>
    public static ArchivedRun Run(int future, int unplaced = 3, string scenario = "annexe", string version = "1.2.3+a")
    {
        RunRequest request = Request(future, scenario, version);
        TableRows[] tables =
        [
            new(SummaryTables.Years,
            [
                ["2024/25", 10, 0, 0, 10, 0, 0, 1, 50_000.25m, 9, 9, 12.5],
                ["2025/26", 12, 3, 1, 12 - unplaced, unplaced, 0, 1, 51_000.75m, 9, 9, 1.0 / 3],
            ]),
            new(SummaryTables.Needs, [["2025/26", "primary", "ASD", 12, unplaced, 1]]),
            new(SummaryTables.Provisions, [["2025/26", "oak's \"special\"", 9, 0, 9, 0, 0, unplaced]]),
            new(SummaryTables.Money, [["2025/26", "high-needs-block", 1_234_567.89m], ["2026/27", "transport", -0.01m]]),
            new(PlacementTables.Certificate, [["cost", "place", "oak", "2025/26", null, null, null, null, null, 1e-17], ["cost", "limit", null, null, null, "high-needs", "2025-26", 3, "inmss", 7.5], ["cost", "held-tier", null, null, "unplaced", null, null, null, null, 0.1 + 0.2]]),
        ];
        return Of(
            request, tables, new RunHeadline(unplaced, unplaced, 1, 1_234_567.88m, 24_000),
            [new ArchivedTier(ObjectiveTier.Unplaced, unplaced, unplaced, 0), new ArchivedTier(ObjectiveTier.OverNumber, 3, 1, 0, Reached: 1), new ArchivedTier(ObjectiveTier.Cost, 123_456_788, 123_456_000.5, 0.0000064)]);
    }

    /// <summary>What is kept of a plan so that it can be audited again, without the figures that an audit would add.</summary>
    public static ArchivedRun Run(FinishedRun run)
    {
        AuditedPlan plan = new(run.Loaded.Case, run.Demand, run.Plan, new PlanAuditReport([], new PlanFigures([], [], [], [], []), []));
        (RunTable Table, Func<AuditedPlan, IEnumerable<object?[]>> Rows)[] kept =
        [
            (PlacementTables.Stays, PlacementTables.StaysOf), (PlacementTables.Placements, PlacementTables.PlacementsOf), (PlacementTables.Certificate, PlacementTables.CertificateOf),
            (PlacementTables.Proofs, PlacementTables.ProofsOf), (PlacementTables.Cases, PlacementTables.CasesOf), (PlacementTables.Sites, PlacementTables.SitesOf),
        ];
        TableRows[] tables = [.. kept.Select(each => new TableRows(each.Table, [.. each.Rows(plan)])).Where(rows => rows.Rows.Count > 0 || !rows.Table.IsLeftOutEmpty)];
        RunRequest request = new(new RunIdentity("1.2.3+a", run.Loaded.Fingerprint, "annexe.yaml", [], null, KeptResults.Placements), "tiny", "annexe");
        return Of(request, tables, new RunHeadline(0, 0, 1, 0, 0), [.. run.Plan.Tiers.Select(tier => new ArchivedTier(tier.Tier, tier.Value, tier.Bound, tier.Gap))]);
    }

    private static ArchivedRun Of(RunRequest request, TableRows[] tables, RunHeadline headline, ArchivedTier[] tiers)
    {
        RunManifest manifest = new(
            RunManifest.CurrentFormat, request.Identity.Id, request.Identity.Version, request.CaseName, request.Scenario, request.Identity.File, request.Identity.CaseFingerprint,
            request.Identity.Settings, request.Identity.Future, request.Identity.Keep,
            headline,
            [.. tiers],
            [.. tables.Select(table => new ArchivedTable(table.Table.Name, table.Rows.Count, TableContent.Sha256(table)))]);
        return new ArchivedRun(manifest, tables);
    }

    public static RunRequest Request(int future, string scenario = "annexe", string version = "1.2.3+a") => new(
        new RunIdentity(version, Case.Fingerprint, $"{scenario}.yaml", [new SweepSetting("inmss.cap.2025+", 1.5m)], new DemandFuture(7, future), KeptResults.Placements), "tiny", scenario);

    private static CaseContent ContentOf(LoadedCase loaded) => new(loaded.Fingerprint, loaded.Inputs);
}
