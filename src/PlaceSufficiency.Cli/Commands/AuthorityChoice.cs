using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Storage.Published.Series;

namespace PlaceSufficiency.Cli.Commands;

/// <summary>
/// The authorities that words on the command line choose: codes or names, "all", or several with commas between them. An authority
/// whose code was changed for the same area answers to the earlier one too, and is then written under it.
/// </summary>
/// <param name="Codes">Codes of the series chosen.</param>
/// <param name="Asked">Earlier code that a series was asked for by.</param>
internal sealed record AuthorityChoice(IReadOnlySet<string> Codes, ImmutableDictionary<string, string> Asked)
{
    /// <summary>Stands for every authority in the files.</summary>
    private const string Every = "all";

    /// <summary>The code that a series is written under.</summary>
    internal string Shown(string code) => Asked.GetValueOrDefault(code, code);

    /// <summary>Reads the words.</summary>
    /// <param name="series">The series.</param>
    /// <param name="known">Codes that can be chosen.</param>
    /// <param name="words">The words.</param>
    /// <exception cref="FindingsException">A word names no authority with plans at the origin; says so of every such word.</exception>
    internal static AuthorityChoice Of(PublishedSeries series, IEnumerable<string> known, IReadOnlyList<string> words)
    {
        string[] codes = [.. known];
        PlanSeries[] places = [.. series.Authorities.Where(place => codes.Contains(place.Code))];
        List<Finding> findings = [];
        HashSet<string> chosen = [];
        Dictionary<string, string> asked = [];
        foreach (string word in words.SelectMany(word => Named(series.Places, word) is null ? word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [word]))
        {
            if (string.Equals(word, Every, StringComparison.OrdinalIgnoreCase))
            {
                chosen.UnionWith(codes);
            }
            else if (Named(places, word) is { } place)
            {
                chosen.Add(place.Code);
                if (PublishedSeriesReader.LatestCode(word) != word)
                {
                    asked[place.Code] = word;
                }
            }
            else
            {
                findings.Add(NotChosen(series, places, word));
            }
        }

        return findings.Count == 0 ? new AuthorityChoice(chosen, asked.ToImmutableDictionary()) : throw new FindingsException(findings);
    }

    private static PlanSeries? Named(IEnumerable<PlanSeries> places, string word)
    {
        string code = PublishedSeriesReader.LatestCode(word);
        return places.FirstOrDefault(place => string.Equals(place.Code, code, StringComparison.OrdinalIgnoreCase) || string.Equals(place.Name, word, StringComparison.OrdinalIgnoreCase));
    }

    private static Finding NotChosen(PublishedSeries series, PlanSeries[] places, string word)
    {
        (string message, string? maybe) = Named(series.Places, word) switch
        {
            null => ("No authority of this code or name is in the files.", NearMiss.Sentence(word, places.Select(one => one.Name).Concat(places.Select(one => one.Code)))),
            { Level: PublishedLevel.Authority } ended when PublishedSeriesReader.NowIn(ended.Code) is { Count: > 0 } now =>
                ($"{ended.Name} ended with a change of borders; its area is now in {string.Join(" and ", now)}.", $"{string.Join(" or ", now.Select(name => $"'{name}'"))} was meant."),
            { Level: PublishedLevel.Authority } ended => ($"{ended.Name} has no plans in the January the forecast sets out from.", "its borders changed, its figures are suppressed, or the file is of fewer authorities."),
            { } wider => ($"{wider.Name} is no authority.", "'--authority all' was meant, which forecasts every authority and all of them together."),
        };
        return Finding.Error("published-authority", message, key: "--authority", value: word, maybe: maybe);
    }
}
