namespace PlaceSufficiency.Domain.Findings;

/// <summary>Finds what a mistyped word was probably meant to be.</summary>
public static class NearMiss
{
    /// <summary>
    /// The known word nearest to <paramref name="word"/> by edit distance, ignoring case, when it is at most a third of the
    /// word's length away (at least 1, at most 3); null when none is that near. Ties go to the first known word.
    /// </summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        int limit = Math.Clamp(word.Length / 3, 1, 3);
        return known.Select(candidate => (candidate, distance: EditDistance(Fold(word), Fold(candidate))))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>"'X' was meant." for the nearest known word; null when none is near.</summary>
    public static string? Sentence(string word, IEnumerable<string> known) => Of(word, known) is { } near ? $"'{near}' was meant." : null;

    private static string Fold(string word) => word.Trim().ToUpperInvariant().Replace('_', '-').Replace(' ', '-');

    private static int EditDistance(string a, string b)
    {
        int[] previous = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int[] current = new int[b.Length + 1];
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }
}
