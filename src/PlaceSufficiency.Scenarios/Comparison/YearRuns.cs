using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.Comparison;

/// <summary>Shortens lists of changes: years in a row with the same values become one line.</summary>
public static class YearRuns
{
    private const int YearLength = 7;

    /// <summary>
    /// The changes with neighbours joined that are of the same thing, of consecutive years and from the same value to the same value:
    /// "places/great-oaks/2023/24 to 2028/29: 100 -> 120".
    /// </summary>
    public static IReadOnlyList<KeyChange> Joined(IEnumerable<KeyChange> changes)
    {
        List<List<KeyChange>> runs = [];
        foreach (KeyChange change in changes)
        {
            if (runs.Count > 0 && Follows(runs[^1][^1], change))
            {
                runs[^1].Add(change);
            }
            else
            {
                runs.Add([change]);
            }
        }

        return [.. runs.Select(run => run.Count == 1 ? run[0] : run[0] with { Key = $"{run[0].Key} to {Year(run[^1].Key)}" })];
    }

    private static bool Follows(KeyChange earlier, KeyChange later) =>
        earlier.Old == later.Old && earlier.New == later.New
        && earlier.Key.Length == later.Key.Length && earlier.Key.Length > YearLength && earlier.Key[..^YearLength] == later.Key[..^YearLength]
        && ((AcademicYear.TryParse(Year(earlier.Key), out AcademicYear academic) && Year(later.Key) == academic.Next.ToString())
            || (FinancialYear.TryParse(Year(earlier.Key), out FinancialYear financial) && Year(later.Key) == financial.Next.ToString()));

    private static string Year(string key) => key[^YearLength..];
}
