using Npgsql;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Archive.Postgres;

namespace PlaceSufficiency.Storage.Tests.Archive;

public sealed class PostgresLocationTests
{
    [Fact]
    public void The_environment_of_libpq_says_what_the_text_does_not()
    {
        NpgsqlConnectionStringBuilder settings = Read("postgres:", ("PGHOST", "db.example"), ("PGPORT", "6432"), ("PGDATABASE", "plans"), ("PGUSER", "anna"), ("PGSSLMODE", "verify-full"), ("PGPASSWORD", "secret"));

        Assert.Equal(("db.example", 6432, "plans", "anna", SslMode.VerifyFull, "secret"), (settings.Host, settings.Port, settings.Database, settings.Username, settings.SslMode, settings.Password));
        Assert.Equal("postgres://anna@db.example:6432/plans", PostgresLocation.Words(settings.ConnectionString));
    }

    [Fact]
    public void The_text_wins_over_the_environment()
    {
        NpgsqlConnectionStringBuilder settings = Read("postgres://ben@other.example:7000/archive?sslmode=require", ("PGHOST", "db.example"), ("PGUSER", "anna"), ("PGDATABASE", "plans"));

        Assert.Equal(("other.example", 7000, "archive", "ben", SslMode.Require), (settings.Host, settings.Port, settings.Database, settings.Username, settings.SslMode));
    }

    [Theory]
    [InlineData(null, "-c synchronous_commit=on")]
    [InlineData("-c work_mem=1MB -c synchronous_commit=off", "-c work_mem=1MB -c synchronous_commit=off -c synchronous_commit=on")]
    public void The_server_says_done_when_it_is_on_its_disk_whatever_else_is_set(string? given, string wanted) =>
        Assert.Equal(wanted, (given is null ? Read("postgres:") : Read("postgres:", ("PGOPTIONS", given))).Options);

    [Fact]
    public void A_service_is_read_from_its_file_and_the_environment_wins_over_it()
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, "# servers\n[other]\nhost=no\n[plans]\nhost=db.example\ndbname = plans\nsslmode=verify-ca\n[more]\nport=1\n");

        NpgsqlConnectionStringBuilder settings = Read("postgres:", ("PGSERVICE", "plans"), ("PGSERVICEFILE", file), ("PGDATABASE", "mine"));
        File.Delete(file);

        Assert.Equal(("db.example", "mine", SslMode.VerifyCA, 5432), (settings.Host, settings.Database, settings.SslMode, settings.Port));
    }

    [Theory]
    [InlineData("postgres://anna:secret@db.example/plans")]
    [InlineData("postgres://db.example/plans?password=secret")]
    public void A_password_on_a_command_line_is_refused_and_not_repeated(string text)
    {
        FindingsException exception = Assert.Throws<FindingsException>(() => Read(text));

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        Assert.Contains("PGPASSFILE", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://anna@db.example/plans?sslmod=verify-full", "sslmod")]
    [InlineData("postgres://db.example/plans?sslmode", "sslmode")]
    [InlineData("postgres:plans", "postgres:plans")]
    [InlineData("postgresql:/db.example/plans", "postgresql:/db.example/plans")]
    public void What_is_not_understood_is_refused_and_not_left_out(string text, string named)
    {
        Finding finding = Assert.Single(Assert.Throws<FindingsException>(() => Read(text, ("PGHOST", "db.example"))).Findings);

        Assert.Equal(("bad-archive-location", named), (finding.Code, finding.Value));
    }

    private static NpgsqlConnectionStringBuilder Read(string text, params (string Name, string Value)[] environment) =>
        new(PostgresLocation.ConnectionString(text, name => environment.FirstOrDefault(pair => pair.Name == name).Value));
}
