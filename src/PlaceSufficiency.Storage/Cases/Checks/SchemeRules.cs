using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Storage.Tables;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>What schemes say of each other makes sense: windows, statuses, prerequisites, exclusions and groups.</summary>
internal static class SchemeRules
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables, CaseSettings? settings) =>
    [
        .. tables.Schemes.Rows.SelectMany(row => Status(tables.Schemes.File, row)),
        .. tables.Schemes.NamesAreKnown ? tables.Schemes.Rows.SelectMany(row => Named(tables, row)) : [],
        .. tables.Schemes.IsComplete ? Cycles(tables) : [],
        .. settings is null ? [] : Groups(tables, settings),
    ];

    private static IEnumerable<Finding> Status(string file, SchemeRow row)
    {
        if (row.Status == SchemeStatus.Committed && row.Opens is null)
        {
            yield return Finding.Error("committed-without-opening", "A committed scheme states the September it opens in.", file, row.Line, "opens");
        }

        if (row.Status is SchemeStatus.Candidate or SchemeStatus.NotConsidered && row.Opens is { } opens)
        {
            yield return Finding.Error(
                "opens-without-commitment", "Only a committed scheme states when it opens.", file, row.Line, "opens", $"{opens}",
                row.Status == SchemeStatus.Candidate ? "'earliest' was meant." : "'committed' was meant as its status.");
        }

        if (row.Latest < row.Earliest)
        {
            yield return Finding.Error("latest-before-earliest", $"It may open from {row.Earliest}, so not at the latest before.", file, row.Line, "latest", $"{row.Latest}");
        }

        if (row.Status != SchemeStatus.Candidate && (row.Earliest ?? row.Latest) is { } window)
        {
            yield return Finding.Warning(
                "window-of-no-candidate", "Only a candidate has a window; the scheme is none.", file, row.Line, row.Earliest is null ? "latest" : "earliest", $"{window}", "'candidate' was meant as its status.");
        }
    }

    private static IEnumerable<Finding> Named(CaseTables tables, SchemeRow row)
    {
        IEnumerable<(string Column, SchemeId Id)> named = row.Requires.Select(before => ("requires", before.Scheme)).Concat(row.Excludes.Select(other => ("excludes", other)));
        foreach ((string column, SchemeId id) in named)
        {
            if (!tables.Schemes.Names.Contains(id.Value))
            {
                yield return Finding.Error(
                    "unknown-scheme", $"{tables.Schemes.File} has no such scheme_id.", tables.Schemes.File, row.Line, column, id.Value, NearMiss.Sentence(id.Value, tables.Schemes.Names));
            }
            else if (id == row.Id)
            {
                yield return Finding.Error("scheme-names-itself", "A scheme cannot require or exclude itself.", tables.Schemes.File, row.Line, column, id.Value);
            }
        }

        foreach (SchemeId both in row.Requires.Select(before => before.Scheme).Intersect(row.Excludes))
        {
            yield return Finding.Error("requires-and-excludes", "It cannot open: it requires a scheme that it excludes.", tables.Schemes.File, row.Line, "excludes", both.Value);
        }
    }

    /// <summary>Schemes that wait for each other: reported once a circle, at its first row. All in one September is no help once a year is asked for, and a circle says nothing otherwise.</summary>
    private static IEnumerable<Finding> Cycles(CaseTables tables)
    {
        ILookup<SchemeId, SchemeId> before = tables.Schemes.Rows.SelectMany(row => row.Requires.Select(one => (row.Id, one.Scheme))).ToLookup(pair => pair.Id, pair => pair.Scheme);
        HashSet<SchemeId> reported = [];
        foreach (SchemeRow row in tables.Schemes.Rows.Where(row => !reported.Contains(row.Id)))
        {
            if (CircleThrough(row.Id, before) is { Length: > 1 } circle)
            {
                reported.UnionWith(circle);
                yield return Finding.Error(
                    "prerequisites-in-a-circle", $"These schemes wait for each other: {string.Join(" after ", circle.Append(row.Id))}.", tables.Schemes.File, row.Line, "requires", row.Id.Value);
            }
        }
    }

    private static SchemeId[]? CircleThrough(SchemeId start, ILookup<SchemeId, SchemeId> before)
    {
        Queue<SchemeId[]> ways = new([[start]]);
        HashSet<SchemeId> seen = [];
        while (ways.TryDequeue(out SchemeId[]? way))
        {
            foreach (SchemeId next in before[way[^1]])
            {
                if (next == start)
                {
                    return way;
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    private static IEnumerable<Finding> Groups(CaseTables tables, CaseSettings settings)
    {
        string[] stated = [.. settings.SchemeGroups?.Keys ?? []];
        foreach (SchemeRow row in tables.Schemes.Rows)
        {
            foreach (string group in row.Groups.Except(stated))
            {
                yield return Finding.Warning(
                    "group-without-size", "The base file's scheme-groups do not say how many of this group may open, so it limits nothing.", tables.Schemes.File, row.Line, "groups", group,
                    NearMiss.Sentence(group, stated));
            }
        }

        foreach (string group in tables.Schemes.IsComplete ? stated.Where(group => !tables.Schemes.Rows.Any(row => row.Groups.Contains(group))) : [])
        {
            yield return Finding.Error(
                "empty-group", "No scheme of the case is in this group.", tables.Schemes.File, null, "groups", group, NearMiss.Sentence(group, tables.Schemes.Rows.SelectMany(row => row.Groups).Distinct()));
        }
    }
}
