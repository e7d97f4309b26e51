using System.Globalization;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>The answer in one plain sentence, made from published figures alone.</summary>
internal static class PublishedAnswer
{
    /// <summary>Enough or not, since when, and how many at the end where that may be said.</summary>
    internal static string Of(ScenarioReport run, PublishedCounts counts)
    {
        IReadOnlyList<AcademicYear> years = run.Case.Horizon.PlannedYears;
        AcademicYear last = years[^1];
        string inmss = Pupils(counts[run.Run, last, "kind/Inmss"]);
        AcademicYear[] shortYears = [.. years.Where(year => counts[run.Run, year, "unplaced"] is not 0)];
        if (shortYears.Length == 0)
        {
            return $"Enough: every pupil has a suitable place in every year to {last}; in {last} independent or non-maintained special schools have {inmss}.";
        }

        // A withheld number may be nought: it is not said to be a shortage.
        AcademicYear[] known = [.. shortYears.Where(year => counts[run.Run, year, "unplaced"] is not null)];
        string since = known.Length == 0 ? "whether every pupil has a suitable place is withheld in some years" : $"in {known.Length} of {years.Count} years, first in {known[0]}, some pupils are known to have no suitable place";
        return $"{(known.Length == 0 ? "Near enough to be withheld" : "Not enough")}: {since}; in {last} it is {Pupils(counts[run.Run, last, "unplaced"])}, and independent or non-maintained special schools have {inmss}.";
    }

    private static string Pupils(long? count) => count switch
    {
        null => "a number that is withheld",
        1 => "1 pupil",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count:#,##0} pupils"),
    };
}
