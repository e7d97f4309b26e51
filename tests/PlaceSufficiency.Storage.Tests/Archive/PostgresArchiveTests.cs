using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Archive;
using PlaceSufficiency.Storage.Archive.Postgres;
using PlaceSufficiency.Storage.Archive.Tables;
using PlaceSufficiency.Storage.Runs;
using PlaceSufficiency.Storage.Tests.Runs;
using PlaceSufficiency.Testing.Postgres;

namespace PlaceSufficiency.Storage.Tests.Archive;

/// <summary>The archive that is a PostgreSQL database, on a real server.</summary>
public sealed class PostgresArchiveTests : RunArchiveContract
{
    private readonly Lazy<PostgresDatabase> _database = new(() =>
    {
        PostgresDatabase database = new();
        PostgresArchive.Migrate(database.ConnectionString());
        return database;
    });

    public PostgresArchiveTests()
    {
        if (PostgresDatabase.WhyNot is { } why)
        {
            Assert.Skip(why);
        }
    }

    [Fact]
    public void The_tables_are_those_that_the_program_writes()
    {
        using IRunArchive archive = Open();

        Assert.All(RunTables.All, table => Assert.Equal(
            ["run_key", "position", .. table.Columns.Select(column => $"{column.Name} {Sql(column)}")],
            _database.Value.Say(
                $"""
                SELECT column_name || CASE WHEN column_name IN ('run_key', 'position') THEN '' ELSE ' ' || data_type || ' ' || is_nullable END
                FROM information_schema.columns WHERE table_schema = 'place_sufficiency' AND table_name = 'run_{table.Name}' ORDER BY ordinal_position
                """).Split('\n')));
    }

    [Fact]
    public void A_reader_reads_and_adds_nothing()
    {
        using IRunArchive owner = Open();
        owner.Add(SmallRuns.Run(0));
        using IRunArchive reader = As("reader");

        Assert.Single(reader.List());
        Assert.Equal(2, reader.Read(SmallRuns.Request(0).Identity.Id, SummaryTables.Years).Rows.Count);
        Assert.Contains("permission denied", Assert.Throws<FindingsException>(() => reader.Add(SmallRuns.Run(1))).Message, StringComparison.Ordinal);
        Assert.Contains("permission denied", Assert.Throws<FindingsException>(() => reader.AddCase(SmallRuns.Case)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_writer_adds_and_neither_changes_nor_removes()
    {
        using IRunArchive owner = Open();
        using IRunArchive writer = As("writer");
        writer.AddCase(SmallRuns.Case);

        Assert.True(writer.Add(SmallRuns.Run(0)));
        Assert.Contains("permission denied", Assert.Throws<FindingsException>(() => writer.Remove([SmallRuns.Request(0).Identity.Id], [])).Message, StringComparison.Ordinal);
        Assert.Contains("read-only", Assert.Throws<FindingsException>(() => writer.Query("UPDATE run SET manifest = '{}'")).Message, StringComparison.Ordinal);
        Assert.Single(owner.List());
    }

    [Fact]
    public void A_migration_that_was_applied_is_not_applied_again()
    {
        using (IRunArchive archive = Open())
        {
            archive.Add(SmallRuns.Run(0));
        }

        PostgresArchive.Migrate(_database.Value.ConnectionString());

        using IRunArchive after = Open();
        Assert.Single(after.List());
    }

    /// <summary>Its certificate was hashed before prices could be on limits; the migration that added the columns left them empty.</summary>
    [Fact]
    public void A_run_of_an_older_layout_is_as_it_was_written()
    {
        using IRunArchive archive = Open();
        FinishedRun run = TinyRun.Of("annexe.yaml");
        ArchivedRun kept = SmallRuns.Run(run);
        TableRows certificate = kept.Tables.Single(table => table.Table == PlacementTables.Certificate);
        int[] older = [.. certificate.Table.Columns.Index().Where(column => !column.Item.IsLater).Select(column => column.Index)];
        TableRows written = new(certificate.Table with { Columns = [.. older.Select(column => certificate.Table.Columns[column])] }, [.. certificate.Rows.Select(row => older.Select(column => row[column]).ToArray())]);
        archive.AddCase(new CaseContent(run.Loaded.Fingerprint, run.Loaded.Inputs));
        archive.Add(kept with
        {
            Manifest = kept.Manifest with { Tables = [.. kept.Manifest.Tables.Select(table => table.Name == "certificate" ? table with { Sha256 = TableContent.Sha256(written) } : table)] },
        });

        Assert.Equal(["tier", "price_on", "provision_id", "academic_year", "held_tier", "price"], written.Table.Columns.Select(column => column.Name));
        Assert.Empty(ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken));
        Assert.Equal(run.Plan.Tiers[^1].Prices.Places, ArchivedPlan.Read(archive, kept.Manifest).Plan.Tiers[^1].Prices.Places);
        _database.Value.Say("UPDATE place_sufficiency.run_certificate SET from_kind = 'inmss'");
        Assert.Equal(["changed-table"], ArchiveChecks.Of(archive, _ => { }, TestContext.Current.CancellationToken).Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("UPDATE place_sufficiency.migration SET sha256 = 'another' WHERE name = '0001-archive.sql'", "migration-changed")]
    [InlineData("INSERT INTO place_sufficiency.migration VALUES ('9999-later.sql', 'x')", "migration-unknown")]
    [InlineData("DELETE FROM place_sufficiency.migration WHERE name = '0002-queue.sql'", "migration-missing")]
    public void A_database_of_another_program_is_refused(string change, string code)
    {
        Open().Dispose();
        _database.Value.Say(change);

        Assert.Equal([code], Assert.Throws<FindingsException>(Open).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_database_without_an_archive_says_how_to_make_one()
    {
        PostgresDatabase empty = new();

        Finding finding = Assert.Single(Assert.Throws<FindingsException>(() => PostgresArchive.Open(empty.ConnectionString())).Findings);

        Assert.Equal("no-archive", finding.Code);
        Assert.Contains("archive migrate", finding.Maybe, StringComparison.Ordinal);
    }

    [Fact]
    public void A_half_added_run_is_no_run()
    {
        using IRunArchive archive = Open();
        ArchivedRun run = SmallRuns.Run(0);
        ArchivedRun broken = run with { Tables = [.. run.Tables, new TableRows(SummaryTables.Needs, [["2025/26", null, "ASD", 1, 1, 1]])] };

        Assert.Throws<FindingsException>(() => archive.Add(broken));

        Assert.Empty(archive.List());
        Assert.Equal("0", _database.Value.Say("SELECT count(*) FROM place_sufficiency.run_years"));
        Assert.True(archive.Add(run));
    }

    protected override IRunArchive Open() => PostgresArchive.Open(_database.Value.ConnectionString());

    private PostgresArchive As(string role)
    {
        string user = $"{role}_of_{_database.Value.Name}";
        _database.Value.Say($"CREATE ROLE {user} LOGIN IN ROLE place_sufficiency_{role}");
        return PostgresArchive.Open(_database.Value.ConnectionString(user));
    }

    private static string Sql(ArchiveColumn column) => (column.Type switch
    {
        ArchiveType.Text => "text",
        ArchiveType.Whole => "integer",
        ArchiveType.Long => "bigint",
        ArchiveType.Amount => "numeric",
        _ => "double precision",
    }) + (column.IsOptional ? " YES" : " NO");
}
