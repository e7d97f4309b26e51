using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Records;

/// <summary>
/// Holds transitions against the file of valid states that goes with them: settings, each with the year groups and the needs that it
/// takes. A setting or need that the file does not have is an error, because nothing says what it is; one where the file does not
/// expect it is a warning, and its rows are used.
/// </summary>
public static class ValidStatesFile
{
    private static readonly string[] _columns = ["setting", "min-academic-year", "max-academic-year", "needs"];

    private sealed record Setting(int From, int To, HashSet<string> Needs);

    /// <summary>The reading with what the file lets doubt.</summary>
    /// <param name="reading">Transitions as read.</param>
    /// <param name="path">Path of the file of valid states; null for none.</param>
    /// <exception cref="FindingsException">The file is missing or malformed, or does not have a setting or need of the transitions; holds everything that was found.</exception>
    public static RecordReading Checked(RecordReading reading, string? path)
    {
        if (path is null)
        {
            return reading;
        }

        FindingList findings = new();
        Dictionary<string, Setting> settings = Settings(path, findings);
        findings.ThrowIfErrors();
        PlanState[] states = [.. reading.Records.Rows.SelectMany(row => new[] { row.Before, row.After }).OfType<PlanState>()];
        HashSet<string> needs = new(settings.Values.SelectMany(setting => setting.Needs), StringComparer.OrdinalIgnoreCase);
        string file = reading.Records.Source;
        foreach (Finding finding in (Finding[])[
            .. NotAmong([.. states.Select(state => state.Setting)], settings.Keys, needs, "setting", file),
            .. NotAmong([.. states.Select(state => state.Need)], needs, settings.Keys, "need", file),
            .. Unexpected([.. states.Where(state => needs.Contains(state.Need))], settings, file),
        ])
        {
            findings.Add(finding);
        }

        findings.ThrowIfErrors();
        return reading with { Findings = [.. reading.Findings, .. findings.Ordered()] };
    }

    private static Dictionary<string, Setting> Settings(string path, FindingList findings)
    {
        string name = Path.GetFileName(path);
        Dictionary<string, Setting> settings = new(StringComparer.OrdinalIgnoreCase);
        foreach (RecordRow row in RecordTable.Read(path, _columns, new RowSorting(name), findings))
        {
            if (row.Number("min-academic-year") is not { } from || row.Number("max-academic-year") is not { } to || from > to)
            {
                findings.Add(Finding.Error("valid-year-groups", "A setting takes a youngest and an oldest year group, both whole numbers.", name, row.Line, "min-academic-year", row["min-academic-year"]));
            }
            else if (!settings.TryAdd(row["setting"], new Setting(from, to, new(row["needs"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase))))
            {
                findings.Add(Finding.Error("duplicate-setting", "The setting has two rows.", name, row.Line, "setting", row["setting"]));
            }
        }

        return settings;
    }

    private static IEnumerable<Finding> NotAmong(string[] codes, ICollection<string> known, ICollection<string> others, string key, string file) =>
        from count in codes.CountBy(code => code)
        where !known.Contains(count.Key, StringComparer.OrdinalIgnoreCase)
        orderby count.Key
        select Finding.Error(
            $"{key}-not-valid", string.Create(CultureInfo.InvariantCulture, $"The valid states have no such {key}; {count.Value} of {codes.Length} states have it."), file, key: key, value: count.Key,
            maybe: others.Contains(count.Key, StringComparer.OrdinalIgnoreCase) ? "need and setting have changed columns in the header." : NearMiss.Sentence(count.Key, known));

    private static IEnumerable<Finding> Unexpected(PlanState[] states, Dictionary<string, Setting> settings, string file) =>
        from state in states
        where settings.ContainsKey(state.Setting)
        let setting = settings[state.Setting]
        let doubt = !setting.Needs.Contains(state.Need) ? $"need {state.Need}"
            : state.YearGroup.Value < setting.From || state.YearGroup.Value > setting.To ? $"year groups outside {setting.From} to {setting.To}" : null
        where doubt is not null
        group state by (state.Setting, doubt) into alike
        orderby alike.Key
        select Finding.Warning(
            "state-not-valid", string.Create(CultureInfo.InvariantCulture, $"The valid states do not have setting {alike.Key.Setting} with {alike.Key.doubt}; {alike.Count()} of {states.Length} states are so, and are used."),
            file, key: "setting", value: alike.Key.Setting);
}
