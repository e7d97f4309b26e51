using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>Whether rates can be learned from records, and where the records disagree with themselves.</summary>
public static class RecordChecks
{
    /// <summary>Everything wrong or doubtful.</summary>
    public static IEnumerable<Finding> Of(PlanRecords records, RecordCodes codes) => records.Rows.IsEmpty
        ? [Finding.Error("records-empty", "No row of the records can be used.", records.Source)]
        : [.. MissingYears(records), .. Codes(records, codes), .. Residuals(records), .. NobodyLives(records), .. Shares(records)];

    private static IEnumerable<Finding> MissingYears(PlanRecords records) =>
        from pair in records.Years.Zip(records.Years.Skip(1))
        where pair.Second != pair.First.Next
        select Finding.Error(
            "records-year-missing", $"There are rows of {pair.First} and of {pair.Second}, but none in between.", records.Source,
            value: pair.First.Next.ToString(), maybe: "leave out the years before the gap.");

    private static IEnumerable<Finding> Codes(PlanRecords records, RecordCodes codes)
    {
        PlanState[] states = [.. records.Rows.Select(row => row.After).OfType<PlanState>()];
        int untold = states.Count(state => !RecordCodes.Tells(state));
        return
        [
            .. untold == 0 ? Enumerable.Empty<Finding>() :
                [Finding.Warning("need-or-setting-untold", string.Create(CultureInfo.InvariantCulture, $"{untold} of {states.Length} rows do not tell the need or the setting; they count in numbers but not in mixes."), records.Source)],
            .. Unknown(records, states.Select(state => state.Need), [.. codes.Needs.Keys], "unknown-need-code", "need"),
            .. Unknown(records, states.Select(state => state.Setting), [.. codes.Settings.Keys], "unknown-setting-code", "setting"),
        ];
    }

    private static IEnumerable<Finding> Unknown(PlanRecords records, IEnumerable<string> used, string[] known, string code, string key) =>
        from count in used.CountBy(name => name).Where(count => count.Key != RecordCodes.Unknown && !known.Contains(count.Key, StringComparer.OrdinalIgnoreCase)).OrderBy(count => count.Key, StringComparer.Ordinal)
        select Finding.Error(
            code, string.Create(CultureInfo.InvariantCulture, $"Nothing says what this {key} means; {count.Value} rows have it."), records.Source,
            key: key, value: count.Key, maybe: NearMiss.Sentence(count.Key, known) ?? "a file of codes (--codes) should say it.");

    private static IEnumerable<Finding> Residuals(PlanRecords records) =>
        from residual in records.Residuals
        where residual.Value != 0
        select Finding.Warning(
            "records-do-not-reconcile",
            string.Create(CultureInfo.InvariantCulture, $"The year starts with {Math.Abs(residual.Value)} {(residual.Value > 0 ? "more" : "fewer")} plans than the year before ends with; joiners and leavers do not explain them."),
            records.Source,
            key: "residual",
            value: residual.Key.ToString());

    private static IEnumerable<Finding> NobodyLives(PlanRecords records) =>
        from row in records.Residents.IsEmpty ? [] : records.Rows.Where(row => row.Before is null)
        let cell = (row.Year.Next, row.After!.YearGroup)
        where records.Residents.GetValueOrDefault(cell) == 0
        group row by cell into joined
        orderby joined.Key
        select Finding.Error(
            "joiners-without-residents",
            string.Create(CultureInfo.InvariantCulture, $"{joined.Count()} children of year group {joined.Key.YearGroup} join in {joined.Key.Next}, but no resident of that year group is stated."),
            records.Source,
            key: "academic-year",
            value: joined.Key.YearGroup.ToString());

    private static IEnumerable<Finding> Shares(PlanRecords records)
    {
        foreach (AcademicYear year in records.Residents.IsEmpty ? [] : records.Years)
        {
            foreach (YearGroup yearGroup in YearGroup.All)
            {
                int residents = records.Residents.GetValueOrDefault((year.Next, yearGroup));
                int joined = records.Rows.Count(row => row.Year == year && row.Before is null && row.After!.YearGroup == yearGroup);
                if (residents > 0 && joined > residents)
                {
                    yield return Finding.Error(
                        "rate-above-1",
                        string.Create(CultureInfo.InvariantCulture, $"In {year.Next} {joined} children of year group {yearGroup} join, but only {residents} live there."),
                        records.Source,
                        value: yearGroup.ToString(),
                        maybe: "the population is in thousands.");
                }
            }
        }
    }
}
