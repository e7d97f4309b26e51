using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>
/// Reads a table strictly: UTF-8, commas, decimal points, the declared columns in any order and no others. Everything wrong in
/// a file is found in one reading; a row with a finding is left out of the result.
/// </summary>
internal static class TableReader
{
    /// <summary>Reads the table of a case; nothing when the file is absent or unreadable, which the findings then say unless it may be.</summary>
    public static TableContents<TRow> Read<TRow>(Table<TRow> table, CaseFolder folder, FindingList findings)
    {
        if (folder.Has(table.Path))
        {
            return folder.Read(table.Path, CaseFolder.LargestTable, findings) is { } file
                ? Read(table, file, folder.Shared, findings)
                : TableContents<TRow>.Unreadable(table);
        }

        if (table.MayBeAbsent)
        {
            return new TableContents<TRow>(table, [], new HashSet<string>());
        }

        string? maybe = NearMiss.Of(table.Path, folder.Files("tables", string.Empty)) is { } near ? $"'{near}' is meant to be it." : null;
        findings.Add(Finding.Error("missing-file", "The case has no such table.", table.Path, maybe: maybe));
        return TableContents<TRow>.Unreadable(table);
    }

    /// <summary>Reads the table from its file, or finds it among those that were read from the same bytes.</summary>
    public static TableContents<TRow> Read<TRow>(Table<TRow> table, InputFile file, SharedTables? shared, FindingList findings) =>
        shared?.Of(table, file) is { } known ? known
        : InputText.Of(file, findings) is { } text ? Read(table, text, findings)
        : TableContents<TRow>.Unreadable(table);

    /// <summary>Reads the table from its text.</summary>
    public static TableContents<TRow> Read<TRow>(Table<TRow> table, string text, FindingList findings)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            findings.Add(Finding.Error("empty-file", "The file is empty; it must hold at least a header row.", table.Path));
            return TableContents<TRow>.Unreadable(table);
        }

        bool badQuotes = false;
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { BadDataFound = _ => badQuotes = true };
        using StringReader reader = new(text);
        using CsvParser parser = new(reader, configuration);
        parser.Read();
        if (TableHeader.Read(table, [.. parser.Record ?? []], parser.RawRow, findings) is not { } header)
        {
            return TableContents<TRow>.Unreadable(table);
        }

        RowReader rows = new(table, header, findings);
        List<TRow> values = [];
        int end = parser.RawRow;
        while (parser.Read())
        {
            badQuotes = false;
            string[] cells = parser.Record ?? [];
            bool spansLines = badQuotes || cells.Any(cell => cell.Contains('\n', StringComparison.Ordinal));
            int line = spansLines ? end + 1 : parser.RawRow;
            end = parser.RawRow;
            if (rows.Read(cells, line, badQuotes) is { } row)
            {
                values.Add(table.Make(row));
            }
        }

        if (rows.Count == 0 && !table.MayBeEmpty)
        {
            findings.Add(Finding.Error("no-rows", "The file has a header and no rows.", table.Path));
        }

        return new TableContents<TRow>(table, values, rows.Names) { NamesAreKnown = header.IsRight, IsComplete = values.Count == rows.Count };
    }
}
