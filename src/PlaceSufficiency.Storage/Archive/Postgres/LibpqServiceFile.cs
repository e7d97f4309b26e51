namespace PlaceSufficiency.Storage.Archive.Postgres;

/// <summary>The section of libpq's service file that PGSERVICE names.</summary>
internal static class LibpqServiceFile
{
    /// <summary>Its settings; none when no service is named or the file has no such section.</summary>
    public static IEnumerable<(string Name, string Value)> Of(Func<string, string?> environment)
    {
        string file = environment("PGSERVICEFILE") ?? Path.Combine(environment("HOME") ?? string.Empty, ".pg_service.conf");
        if (environment("PGSERVICE") is not { Length: > 0 } service || !File.Exists(file))
        {
            yield break;
        }

        bool isWithin = false;
        foreach (string line in File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[')
            {
                isWithin = line == $"[{service}]";
            }
            else if (isWithin && line.Split('=', 2) is [var name, var value])
            {
                yield return (name.Trim(), value.Trim());
            }
        }
    }
}
