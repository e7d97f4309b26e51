using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Records;

/// <summary>Records as read, and what should be known about them.</summary>
/// <param name="Records">The records.</param>
/// <param name="Findings">Warnings.</param>
public sealed record RecordReading(PlanRecords Records, IReadOnlyList<Finding> Findings);

/// <summary>
/// Reads transitions: one row a child a year with setting, need and year group in one January and in the next, NONSEND where the
/// child has no plan. Beside it residents by calendar year and year group. A child whose year group does not move on by one, or
/// lies outside -4 to 20, is set aside and counted.
/// </summary>
public static class TransitionsFile
{
    private const string NoPlan = "NONSEND";
    private const string Year = "calendar-year";
    private static readonly string[] _columns = [Year, "setting-1", "need-1", "academic-year-1", "setting-2", "need-2", "academic-year-2"];
    private static readonly string[] _residents = [Year, "academic-year", "population"];

    /// <summary>Reads the files.</summary>
    /// <param name="transitions">Path of the transitions.</param>
    /// <param name="population">Path of the residents; null where there are none, so that joiners follow their own numbers.</param>
    /// <exception cref="FindingsException">A file is missing, or its header does not match; holds everything that was found.</exception>
    public static RecordReading Read(string transitions, string? population)
    {
        FindingList findings = new();
        RowSorting sorting = new(Path.GetFileName(transitions));
        IReadOnlyList<RecordRow> rows = RecordTable.Read(transitions, _columns, sorting, findings);
        CheckHeader(rows, Path.GetFileName(transitions), findings);
        findings.ThrowIfErrors();
        PlanYear[] read = [.. rows.Select(row => RowOf(row, sorting)).OfType<PlanYear>()];
        RowReconciliation? residentRows = null;
        ImmutableSortedDictionary<(AcademicYear, YearGroup), int> residents = ImmutableSortedDictionary<(AcademicYear, YearGroup), int>.Empty;
        if (population is not null)
        {
            (residents, residentRows) = Residents(population, findings);
        }

        findings.ThrowIfErrors();
        RowReconciliation whole = sorting.Whole;
        foreach (RowsSetAside aside in whole.SetAside)
        {
            findings.Add(Finding.Warning("rows-set-aside", string.Create(CultureInfo.InvariantCulture, $"{aside.Rows} of {whole.RowsRead} rows are set aside: {aside.Reason}."), whole.File));
        }

        return new RecordReading(
            new PlanRecords(whole.File, [.. read.OrderBy(row => row.Year)], residents, residentRows is null ? [whole] : [whole, residentRows]), findings.Ordered());
    }

    /// <summary>A header over other data: most rows have no number where the header promises one.</summary>
    private static void CheckHeader(IReadOnlyList<RecordRow> rows, string file, FindingList findings)
    {
        foreach (string column in (string[])[Year, "academic-year-1", "academic-year-2"])
        {
            int numbers = rows.Count(row => row.Number(column) is not null);
            if (rows.Count > 0 && numbers * 2 < rows.Count)
            {
                findings.Add(Finding.Error(
                    "header-does-not-match",
                    string.Create(CultureInfo.InvariantCulture, $"The header says that this column holds whole numbers, but {rows.Count - numbers} of {rows.Count} rows hold something else."),
                    file, rows[0].Line, column, rows[0][column], "the header is of another version of the file, or its columns were moved."));
            }
        }
    }

    private static PlanYear? RowOf(RecordRow row, RowSorting sorting)
    {
        if (row.Number(Year) is not { } year || row.Number("academic-year-1") is not { } before || row.Number("academic-year-2") is not { } after || year is < 1991 or > 2150)
        {
            return Aside("a year that is no number");
        }

        (bool held, bool holds) = (Holds(row, 1), Holds(row, 2));
        if (!held && !holds)
        {
            return Aside("a plan in neither January");
        }

        if (after != before + 1)
        {
            return Aside("a year group that does not move on by one");
        }

        if ((held && before is < -4 or > 20) || (holds && after is < -4 or > 20))
        {
            return Aside("an age outside 0 to 25");
        }

        sorting.Use();
        return new PlanYear(AcademicYear.OfCensus(year), held ? State(row, 1, before) : null, holds ? State(row, 2, after) : null);

        PlanYear? Aside(string reason)
        {
            sorting.SetAside(reason);
            return null;
        }
    }

    private static bool Holds(RecordRow row, int end) =>
        !string.Equals(row[$"setting-{end}"], NoPlan, StringComparison.OrdinalIgnoreCase) && !string.Equals(row[$"need-{end}"], NoPlan, StringComparison.OrdinalIgnoreCase);

    private static PlanState State(RecordRow row, int end, int yearGroup) => new(YearGroup.Of(yearGroup), row[$"need-{end}"], row[$"setting-{end}"], null);

    private static (ImmutableSortedDictionary<(AcademicYear, YearGroup), int> Residents, RowReconciliation Rows) Residents(string path, FindingList findings)
    {
        RowSorting sorting = new(Path.GetFileName(path));
        Dictionary<(AcademicYear, YearGroup), int> residents = [];
        foreach (RecordRow row in RecordTable.Read(path, _residents, sorting, findings))
        {
            if (row.Number(Year) is not { } year || row.Number("academic-year") is not { } group || row.Number("population") is not { } persons || persons < 0 || year is < 1991 or > 2150)
            {
                sorting.SetAside("a cell that is no number");
            }
            else if (group is < -4 or > 20)
            {
                sorting.SetAside("an age outside 0 to 25");
            }
            else if (!residents.TryAdd((AcademicYear.OfCensus(year), YearGroup.Of(group)), persons))
            {
                sorting.SetAside("a year and year group that an earlier row has");
            }
            else
            {
                sorting.Use();
            }
        }

        return (residents.ToImmutableSortedDictionary(), sorting.Whole);
    }
}
