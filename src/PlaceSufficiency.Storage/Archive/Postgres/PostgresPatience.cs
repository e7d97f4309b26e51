using Npgsql;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Archive.Postgres;

/// <summary>
/// Does something in one connection, and once more when the server went away: a restart of ten seconds costs ten seconds. Everything an archive does may be done twice,
/// because it is a read or one transaction that a second time finds done.
/// </summary>
internal static class PostgresPatience
{
    /// <summary>Code of the finding that the server stays away.</summary>
    public const string Away = "server-away";

    /// <summary>Code of the finding that the server refuses.</summary>
    public const string Refusal = "server-refused";

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private const int MostPauses = 30;

    /// <summary>Does it.</summary>
    /// <exception cref="FindingsException">The server stays away, or refuses.</exception>
    public static T Do<T>(NpgsqlDataSource source, string where, Func<NpgsqlConnection, T> work)
    {
        for (int pauses = 0; ; pauses++)
        {
            try
            {
                using NpgsqlConnection connection = source.OpenConnection();
                return work(connection);
            }
            catch (NpgsqlException exception) when (exception.IsTransient || IsAway(exception))
            {
                if (pauses == MostPauses)
                {
                    throw Refused(Away, exception, where);
                }

                // A thread that waits for a server has nothing else to do: archives are used by one thread each, and what they do is not asynchronous.
                Thread.Sleep(_pause);
            }
            catch (NpgsqlException exception)
            {
                throw Refused(Refusal, exception, where);
            }
        }
    }

    private static bool IsAway(NpgsqlException exception) => exception is PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] } || exception.InnerException is IOException or System.Net.Sockets.SocketException;

    private static FindingsException Refused(string code, NpgsqlException exception, string where) =>
        new([Finding.Error(code, $"PostgreSQL: {(exception as PostgresException)?.MessageText ?? exception.InnerException?.Message ?? exception.Message}", value: where)]);
}
