using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive.Tables;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>Makes what is archived from what was planned.</summary>
public static class RunOfPlan
{
    /// <summary>The run as an archive keeps it.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="plan">What came of it.</param>
    public static ArchivedRun Of(RunRequest request, AuditedPlan plan)
    {
        RunIdentity identity = request.Identity;
        IReadOnlyList<TableRows> tables = RunTables.Of(plan, identity.Keep);
        RunManifest manifest = new(
            RunManifest.CurrentFormat,
            identity.Id,
            identity.Version,
            request.CaseName,
            request.Scenario,
            identity.File,
            identity.CaseFingerprint,
            identity.Settings,
            identity.Future,
            identity.Keep,
            HeadlineOf(plan, tables.Single(table => table.Table == SummaryTables.Money)),
            [.. plan.Audit.Tiers.Select(tier => new ArchivedTier(tier.Tier, tier.Value, tier.Bound, tier.Gap, tier.Reached))],
            [.. tables.Select(table => new ArchivedTable(table.Table.Name, table.Rows.Count, TableContent.Sha256(table)))]);
        return new ArchivedRun(manifest, tables);
    }

    private static RunHeadline HeadlineOf(AuditedPlan plan, TableRows money)
    {
        YearFigures[] planned = [.. plan.Audit.Figures.Years.Where(year => plan.Case.Horizon.IsPlanned(year.Year)).OrderBy(year => year.Year)];
        decimal Of(params BudgetLine[] lines) => money.Rows.Where(row => lines.Any(line => (string)row[1]! == Scalars.Spelling.Of(line))).Sum(row => (decimal)row[2]!);
        return new RunHeadline(
            planned.Sum(year => year.Unplaced), planned[^1].Unplaced, planned[^1].Inmss, Of(BudgetLine.HighNeedsBlock, BudgetLine.Transport), Of(BudgetLine.Capital));
    }
}
