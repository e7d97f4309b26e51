using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Annual reviews change something, and no more pupils than there are.</summary>
internal static class ReviewShares
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables) => [.. Nothing(tables.Reviews), .. TooMany(tables.Reviews), .. Leavers(tables.Leavers)];

    private static IEnumerable<Finding> Nothing(TableContents<ReviewsRow> reviews) =>
        from row in reviews.Rows
        where (row.Change.ToNeed is null || row.Change.ToNeed == row.Change.Need) && (row.Change.ToLevel is null || row.Change.ToLevel == row.Change.Level)
        select Finding.Error("review-changes-nothing", "The row says neither another need nor another level.", reviews.File, row.Line, "to_need", maybe: "to_need or to_level was forgotten.");

    private static IEnumerable<Finding> TooMany(TableContents<ReviewsRow> reviews) =>
        from need in Enum.GetValues<PrimaryNeed>()
        from phase in Enum.GetValues<Phase>()
        from level in Enum.GetValues<ProvisionLevel>()
        let applying = reviews.Rows.Where(row => row.Change.Changes(need, phase, level)).ToArray()
        let sum = applying.Sum(row => row.Change.Share)
        where sum > 1
        group (need, phase, level, sum) by applying[^1] into cells
        let first = cells.First()
        select Finding.Error(
            "rate-above-1",
            string.Create(CultureInfo.InvariantCulture, $"The shares that apply to pupils with need {first.need} in phase {first.phase} at level {first.level} add up to {first.sum}; more than all of them cannot change."),
            reviews.File, cells.Key.Line, "share_per_year", cells.Key.Change.Share.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<Finding> Leavers(TableContents<LeaversRow> leavers) =>
        from rows in leavers.Rows.GroupBy(row => row.YearGroup)
        let sum = rows.Sum(row => row.Share)
        where sum > 1
        select Finding.Error(
            "rate-above-1", string.Create(CultureInfo.InvariantCulture, $"The shares of year group {rows.Key} that leave for one reason or another add up to {sum}."),
            leavers.File, rows.Last().Line, "share_leaving", rows.Last().Share.ToString(CultureInfo.InvariantCulture));
}
