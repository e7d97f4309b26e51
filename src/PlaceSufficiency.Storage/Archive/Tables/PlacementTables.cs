using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Runs;
using PlaceSufficiency.Storage.Scalars;
using static PlaceSufficiency.Storage.Archive.ArchiveType;

namespace PlaceSufficiency.Storage.Archive.Tables;

/// <summary>Everything that an audit needs: who holds a plan when, where they are, and the prices that prove the bounds.</summary>
public static class PlacementTables
{
    /// <summary>The demand.</summary>
    public static RunTable Stays { get; } = new("stays", 1,
    [
        new("stay", Whole),
        new("area_id", Text),
        new("need", Text),
        new("sex", Text),
        new("first_year", Text),
        new("last_year", Text),
        new("year_group_at_first", Whole),
        new("levels", Text),
        new("provision_id", Text, IsOptional: true),
        new("pupils", Whole),
    ]);

    /// <summary>Where the pupils of each stay are in each planned year; without a provision they are unplaced.</summary>
    public static RunTable Placements { get; } = new("placements", 3,
    [
        new("stay", Whole),
        new("path", Whole),
        new("academic_year", Text),
        new("provision_id", Text, IsOptional: true),
        new("pupils", Whole),
    ]);

    /// <summary>The prices of each tier that prove most for the plan's openings.</summary>
    public static RunTable Certificate { get; } = new("certificate", 9,
    [
        new("tier", Text),
        new("price_on", Text),
        new("provision_id", Text, IsOptional: true),
        new("academic_year", Text, IsOptional: true),
        new("held_tier", Text, IsOptional: true),
        new("limit_kind", Text, IsOptional: true, IsLater: true),
        new("financial_year", Text, IsOptional: true, IsLater: true),
        new("year_group", Whole, IsOptional: true, IsLater: true),
        new("from_kind", Text, IsOptional: true, IsLater: true),
        new("price", Real),
    ]);

    /// <summary>The further sets of prices that a bound needs where the plan decides openings, numbered from 1.</summary>
    public static RunTable Proofs { get; } = new("proofs", 10, [new("price_set", Whole), .. Certificate.Columns], IsLeftOutEmpty: true);

    /// <summary>
    /// Proofs by cases of which candidates open, tier by tier, where the plan has any: each split is followed by the steps of its first case, then by those of
    /// its second.
    /// </summary>
    public static RunTable Cases { get; } = new("cases", 1,
    [
        new("step", Whole),
        new("tier", Text),
        new("split_scheme_id", Text, IsOptional: true),
        new("opens_by", Text, IsOptional: true),
        new("price_set", Whole, IsOptional: true),
    ],
    IsLeftOutEmpty: true);

    /// <summary>The proof by cases of a plan for one year's sites, where the plan has one: its steps in their order, then the prices of each set.</summary>
    public static RunTable Sites { get; } = new("sites", 1,
    [
        new("step", Whole),
        new("split_scheme_id", Text, IsOptional: true),
        new("price_set", Whole, IsOptional: true),
        new("stay", Whole, IsOptional: true),
        new("price", Real, IsOptional: true),
    ],
    IsLeftOutEmpty: true);

    internal static IEnumerable<object?[]> StaysOf(AuditedPlan run) => run.Demand.Stays.Select(stay => new object?[]
    {
        stay.Number, stay.Area.Value, Spelling.Of(stay.Need), Spelling.Of(stay.Sex), $"{stay.FirstYear}", $"{stay.LastYear}", stay.YearGroupAtFirst.Value,
        string.Join(';', stay.Levels.Select(Spelling.Of)), stay.Current?.Value, stay.Pupils,
    });

    internal static IEnumerable<object?[]> PlacementsOf(AuditedPlan run)
    {
        foreach (IGrouping<int, PupilPath> stay in run.Plan.Paths.GroupBy(path => path.Stay).OrderBy(group => group.Key))
        {
            AcademicYear[] covered = [.. run.Demand.Horizon.PlannedYears.Where(run.Demand.Stays[stay.Key].Covers)];
            (string Cells, PupilPath Path)[] paths = [.. stay.Select(path => (Cells: string.Join(',', path.Provisions), Path: path)).OrderBy(path => path.Cells, StringComparer.Ordinal).ThenBy(path => path.Path.Pupils)];
            for (int i = 0; i < paths.Length; i++)
            {
                for (int t = 0; t < covered.Length; t++)
                {
                    yield return [stay.Key, i, $"{covered[t]}", paths[i].Path.Provisions[t]?.Value, paths[i].Path.Pupils];
                }
            }
        }
    }

    internal static IEnumerable<object?[]> CertificateOf(AuditedPlan run) =>
        from tier in run.Plan.Tiers
        from row in CertificateTable.RowsOf(tier.Tier, tier.Prices)
        select Cells(row);

    internal static IEnumerable<object?[]> ProofsOf(AuditedPlan run) =>
        from set in Enumerable.Range(1, run.Plan.Tiers.Select(tier => tier.Proof.Count - 1).DefaultIfEmpty(0).Max())
        from tier in run.Plan.Tiers
        where set < tier.Proof.Count
        from row in CertificateTable.RowsOf(tier.Tier, tier.Proof[set])
        select (object?[])[set, .. Cells(row)];

    internal static IEnumerable<object?[]> CasesOf(AuditedPlan run) => CasesTable.RowsOf(run.Plan)
        .Select(row => new object?[] { row.Row, Spelling.Of<ObjectiveTier>(row.Tier), row.Split?.Value, row.OpensBy?.ToString(), row.PriceSet });

    internal static IEnumerable<object?[]> SitesOf(AuditedPlan run) => SitesTable.ProofIn(run.Plan) is { } proof
        ? SitesTable.RowsOf(proof).Select(row => new object?[] { row.Row, row.Split?.Value, row.PriceSet, row.Stay, row.Price })
        : [];

    private static object?[] Cells(CertificateRow row) =>
    [
        Spelling.Of<ObjectiveTier>(row.Tier), Spelling.Of(row.On), row.Provision?.Value, row.Year?.ToString(), row.HeldTier is { } held ? Spelling.Of(held) : null,
        row.Limit is { } limit ? FieldScalars.Limit.Write(limit.Kind) : null, row.Limit?.FinancialYear?.ToString(), row.Limit?.Group?.Value, row.Limit?.From is { } from ? FieldScalars.Kind.Write(from) : null, row.Price,
    ];
}
