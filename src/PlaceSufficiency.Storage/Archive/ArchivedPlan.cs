using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Runs;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>A run read back from an archive with everything that an audit needs.</summary>
/// <param name="Case">The case as it was planned, sweeps and all.</param>
/// <param name="Demand">The demand.</param>
/// <param name="Plan">The plan.</param>
public sealed record ArchivedPlan(PlanningCase Case, DemandPath Demand, PlacementPlan Plan)
{
    /// <summary>Reads a run.</summary>
    /// <exception cref="FindingsException">The archive does not hold all of it, or something that is none of a run.</exception>
    public static ArchivedPlan Read(IRunArchive archive, RunManifest run)
    {
        if (run.Keep != KeptResults.Placements)
        {
            throw new FindingsException([Finding.Error("not-kept", "The placements of this run were not kept, so it cannot be audited again.", run.Id, value: run.Label, maybe: "say 'keep: placements' in the batch file.")]);
        }

        PlanningCase planningCase = CaseOf(archive, run);
        Dictionary<string, IReadOnlyList<object?[]>> tables = run.Tables
            .Where(table => RunTables.Named(table.Name) is { } known && (known == SummaryTables.Openings || Array.IndexOf(_read, known) >= 0))
            .ToDictionary(table => table.Name, table => archive.Read(run.Id, RunTables.Named(table.Name)!).Rows);
        IReadOnlyList<object?[]> Rows(RunTable table) => tables.GetValueOrDefault(table.Name, []);
        DemandPath demand = new(planningCase.Horizon, [.. Rows(PlacementTables.Stays).Select(StayOf)]);
        CertificateRow[] prices =
        [
            .. Rows(PlacementTables.Certificate).Select(row => PriceOf(0, row)),
            .. Rows(PlacementTables.Proofs).Select(row => PriceOf((int)row[0]!, row[1..])),
        ];
        SitesProof? sites = SitesTable.ProofOf(
            [.. Rows(PlacementTables.Sites).Select(row => new SitesRow(0, (int)row[0]!, row[1] is string split ? new SchemeId(split) : null, (int?)row[2], (int?)row[3], (double?)row[4]))]);
        CasesRow[] cases = [.. Rows(PlacementTables.Cases).Select(StepOf)];
        TierResult TierOf(ArchivedTier tier)
        {
            IReadOnlyList<OpeningsStep>? steps = CasesTable.StepsOf(tier.Tier, cases);
            return new TierResult(tier.Tier, tier.Value, tier.Bound, CertificateTable.ProofOf(tier.Tier, prices, steps))
            {
                Reached = tier.Reached,
                Cases = steps,
                Sites = tier.Tier == ObjectiveTier.Cost ? sites : null,
            };
        }

        PlacementPlan plan = new([.. PathsOf(Rows(PlacementTables.Placements))], [.. run.Tiers.Select(TierOf)])
        {
            Openings = Rows(SummaryTables.Openings).ToImmutableSortedDictionary(row => new SchemeId((string)row[0]!), row => Of(FieldScalars.AcademicYear, row[1])),
        };
        return new ArchivedPlan(planningCase, demand, plan);
    }

    private static readonly RunTable[] _read =
        [PlacementTables.Stays, PlacementTables.Placements, PlacementTables.Certificate, PlacementTables.Proofs, PlacementTables.Cases, PlacementTables.Sites];

    private static PlanningCase CaseOf(IRunArchive archive, RunManifest run)
    {
        CaseContent content = archive.FindCase(run.CaseFingerprint)
            ?? throw new FindingsException([Finding.Error("missing-case", "The archive does not hold the files of this case.", value: run.CaseFingerprint)]);
        LoadedCase loaded = CaseReader.Read(content.Files, run.File);
        return run.Settings.Count == 0 ? loaded.Case : SweepTarget.Apply(loaded.BaseCase, loaded.Scenario, run.Settings);
    }

    private static Stay StayOf(object?[] row) => new(
        (int)row[0]!, Of(FieldScalars.AreaId, row[1]), Of(FieldScalars.Need, row[2]), Of(FieldScalars.Sex, row[3]), Of(FieldScalars.AcademicYear, row[4]), Of(FieldScalars.AcademicYear, row[5]),
        Of(FieldScalars.YearGroup, row[6]), [.. ((string)row[7]!).Split(';').Select(level => Of(FieldScalars.Level, level))], Maybe(FieldScalars.ProvisionId, row[8]), (int)row[9]!);

    private static CertificateRow PriceOf(int set, object?[] row) => new(
        0, Of(FieldScalars.Tier, row[0]), set, Enum.GetValues<CertificatePrice>().Single(kind => Spelling.Of(kind) == (string)row[1]!),
        Maybe(FieldScalars.ProvisionId, row[2]), Maybe(FieldScalars.AcademicYear, row[3]), Maybe(FieldScalars.Tier, row[4]), (double)row[9]!)
    {
        Limit = Maybe(FieldScalars.Limit, row[5]) is { } kind
            ? new LimitKey(kind, Maybe(FieldScalars.ProvisionId, row[2]), Maybe(FieldScalars.AcademicYear, row[3]), Maybe(FieldScalars.FinancialYear, row[6]), Maybe(FieldScalars.YearGroup, row[7]), Maybe(FieldScalars.Kind, row[8]))
            : null,
    };

    private static CasesRow StepOf(object?[] row) => new(
        0, (int)row[0]!, Of(FieldScalars.Tier, row[1]), Maybe(FieldScalars.SchemeId, row[2]), Maybe(FieldScalars.AcademicYear, row[3]), (int?)row[4]);

    /// <summary>Rows are by stay, path and year.</summary>
    private static IEnumerable<PupilPath> PathsOf(IReadOnlyList<object?[]> rows) =>
        from path in rows.GroupBy(row => (Stay: (int)row[0]!, Path: (int)row[1]!))
        select new PupilPath(path.Key.Stay, (int)path.First()[4]!, [.. path.Select(row => Maybe(FieldScalars.ProvisionId, row[3]))]);

    private static T Of<T>(ScalarType<T> type, object? cell)
        where T : notnull =>
        type.Read(TableContent.Text(cell)) is { Problem: var problem, Value: var value } && problem is null
            ? value
            : throw new FindingsException([Finding.Error("unreadable-run", problem!.Message, value: TableContent.Text(cell))]);

    private static T? Maybe<T>(ScalarType<T> type, object? cell)
        where T : struct => cell is null ? null : Of(type, cell);
}
