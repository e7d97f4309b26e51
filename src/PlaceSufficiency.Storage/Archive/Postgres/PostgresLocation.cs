using System.Globalization;
using Npgsql;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Archive.Postgres;

/// <summary>
/// Where a PostgreSQL archive is: <c>postgres:</c> for the place that libpq's environment names, or <c>postgres://user@host:port/database</c>. What the text does not say
/// comes from PGHOST, PGPORT, PGDATABASE, PGUSER, PGOPTIONS, PGSERVICE with its service file, PGSSLMODE, PGSSLROOTCERT, PGSSLCERT and PGSSLKEY; the password from PGPASSWORD, PGPASSFILE
/// or ~/.pgpass alone. A password in the text is refused: other users of the machine could read it.
/// </summary>
public static class PostgresLocation
{
    private const string Scheme = "postgres:";

    /// <summary>A server that answers before a commit is on its disk loses what it has said is done when it goes down; here that would be a run.</summary>
    private const string Durable = "-c synchronous_commit=on";

    /// <summary>Whether the text names a PostgreSQL archive.</summary>
    public static bool IsOne(string text) => text.StartsWith(Scheme, StringComparison.Ordinal) || text.StartsWith("postgresql:", StringComparison.Ordinal);

    /// <summary>The connection string.</summary>
    /// <exception cref="FindingsException">The text cannot be understood, or holds a password.</exception>
    public static string ConnectionString(string text, Func<string, string?> environment)
    {
        NpgsqlConnectionStringBuilder settings = new() { ApplicationName = "place-sufficiency", Pooling = true, MaxPoolSize = 20, KeepAlive = 15, Timeout = 15 };
        OfEnvironment(settings, environment);
        if (text is not ("postgres:" or "postgresql:"))
        {
            OfText(settings, text);
        }

        settings.Host ??= "localhost";
        settings.Options = $"{settings.Options} {Durable}".Trim();
        return settings.ConnectionString;
    }

    /// <summary>The place for people: user, host, port and database.</summary>
    public static string Words(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings = new(connectionString);
        return string.Create(CultureInfo.InvariantCulture, $"postgres://{settings.Username}{(settings.Username is null ? string.Empty : "@")}{settings.Host}:{settings.Port}/{settings.Database}");
    }

    private static void OfEnvironment(NpgsqlConnectionStringBuilder settings, Func<string, string?> environment)
    {
        foreach ((string name, string value) in LibpqServiceFile.Of(environment))
        {
            _ = TrySet(settings, name, value);
        }

        foreach ((string variable, string name) in (ReadOnlySpan<(string, string)>)
            [("PGHOST", "host"), ("PGPORT", "port"), ("PGDATABASE", "dbname"), ("PGUSER", "user"), ("PGOPTIONS", "options"), ("PGSSLMODE", "sslmode"), ("PGSSLROOTCERT", "sslrootcert"), ("PGSSLCERT", "sslcert"), ("PGSSLKEY", "sslkey"), ("PGPASSFILE", "passfile"), ("PGPASSWORD", "password")])
        {
            if (environment(variable) is { Length: > 0 } value)
            {
                _ = TrySet(settings, name, value);
            }
        }
    }

    /// <summary>Sets it, and says whether a setting of that name is known; service files hold others, which are for other programs.</summary>
    private static bool TrySet(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        switch (name)
        {
            case "host":
                settings.Host = value;
                break;
            case "port":
                settings.Port = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int port) ? port : throw Wrong("The port is no number.", value);
                break;
            case "dbname":
                settings.Database = value;
                break;
            case "user":
                settings.Username = value;
                break;
            case "options":
                settings.Options = value;
                break;
            case "password":
                settings.Password = value;
                break;
            case "passfile":
                settings.Passfile = value;
                break;
            case "sslmode":
                settings.SslMode = Enum.TryParse(value.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out SslMode mode) ? mode : throw Wrong("The sslmode is none that is known.", value);
                break;
            case "sslrootcert":
                settings.RootCertificate = value;
                break;
            case "sslcert":
                settings.SslCertificate = value;
                break;
            case "sslkey":
                settings.SslKey = value;
                break;
            default:
                return false;
        }

        return true;
    }

    private static void OfText(NpgsqlConnectionStringBuilder settings, string text)
    {
        if (!text.Contains("://", StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out Uri? uri))
        {
            throw Wrong("An archive in PostgreSQL is postgres://user@host:port/database.", text);
        }

        if (uri.UserInfo.Contains(':', StringComparison.Ordinal) || uri.Query.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong("A password does not belong on a command line; give it in PGPASSWORD, PGPASSFILE or ~/.pgpass.", null);
        }

        (string Name, string Value)[] said =
        [
            ("user", Uri.UnescapeDataString(uri.UserInfo)), ("host", Uri.UnescapeDataString(uri.Host)), ("port", uri.Port > 0 ? uri.Port.ToString(CultureInfo.InvariantCulture) : string.Empty),
            ("dbname", Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'))),
            .. uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(pair => pair.Split('=', 2) is [var name, { Length: > 0 } value] ? (name, Uri.UnescapeDataString(value)) : throw Wrong("A setting of the place says nothing.", pair)),
        ];
        foreach ((string name, string value) in said.Where(pair => pair.Value.Length > 0))
        {
            if (!TrySet(settings, name, value))
            {
                // Left out, a misspelt sslmode would be a connection that nobody protects.
                throw Wrong("The place has no such setting.", name);
            }
        }
    }

    private static FindingsException Wrong(string message, string? value) => new([Finding.Error("bad-archive-location", message, key: "archive", value: value)]);
}
