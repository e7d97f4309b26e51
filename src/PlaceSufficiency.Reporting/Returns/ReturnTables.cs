using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Returns;

namespace PlaceSufficiency.Reporting.Returns;

/// <summary>A return as tables: as its layout asks for it, and tidy.</summary>
public static class ReturnTables
{
    private const string All = "All";

    /// <summary>What a return says of itself.</summary>
    public const string Notice = "For the department: holds small numbers of pupils, not for publication.";

    /// <summary>The table as the layout asks for it, with totals across and down.</summary>
    public static ReportTable AsAsked(ReturnLayout layout, ReturnCounts counts) => layout.YearsAcross ? YearsAcross(layout, counts) : BandsAcross(layout, counts);

    /// <summary>A row a cell.</summary>
    public static ReportTable Tidy(ReturnLayout layout, ReturnCounts counts) => new TableOf<ReturnCount>("return", layout.Title, Note(layout, counts))
        .Words("planning_area", "Planning area", row => row.PlanningArea)
        .Words("band", "Year groups", row => layout.Bands[row.Band].Name)
        .Words("provision", "Provision", row => layout.Groups[row.Group].Name)
        .YearWords(row => row.Year)
        .Pupils("pupils", "Pupils", row => row.Pupils)
        .Of(counts.Counts);

    /// <summary>"under_5" of "Under 5": a number of the band would say nothing to who opens the file.</summary>
    private static string KeyOf(string name) => string.Join('_', string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Note(ReturnLayout layout, ReturnCounts counts) =>
        $"{layout.Source}. Pupils with a plan whom the return does not ask for: {string.Join(", ", counts.Outside.OrderBy(year => year.Key).Select(year => $"{year.Value} in {year.Key}"))}.";

    private static ReportTable YearsAcross(ReturnLayout layout, ReturnCounts counts)
    {
        List<IReadOnlyList<Cell>> rows = [];
        foreach (IGrouping<(int Band, string PlanningArea), ReturnCount> part in counts.Counts.GroupBy(count => (count.Band, count.PlanningArea)))
        {
            rows.AddRange(layout.Groups.Select((group, position) => Row(part.Key.PlanningArea, part.Key.Band, group.Name, part.Where(count => count.Group == position))));
            rows.Add(Row(part.Key.PlanningArea, part.Key.Band, All, part));
        }

        foreach (IGrouping<int, ReturnCount> band in counts.Counts.GroupBy(count => count.Band).Where(band => band.DistinctBy(count => count.PlanningArea).Count() > 1))
        {
            rows.AddRange(layout.Groups.Select((group, position) => Row(All, band.Key, group.Name, band.Where(count => count.Group == position))));
            rows.Add(Row(All, band.Key, All, band));
        }

        return new ReportTable(
            "return-as-asked", layout.Title, Note(layout, counts),
            [
                new Column("planning_area", "Planning area", Unit.None), new Column("band", "Year groups", Unit.None), new Column("provision", "Provision", Unit.None),
                .. counts.Years.Select(year => new Column(year.ToString(), year.ToString(), Unit.Pupils)),
            ],
            rows, []);

        IReadOnlyList<Cell> Row(string area, int band, string provision, IEnumerable<ReturnCount> cells)
        {
            ILookup<AcademicYear, int> byYear = cells.ToLookup(cell => cell.Year, cell => cell.Pupils);
            return
            [
                new TextCell(area), new TextCell(layout.Bands[band].Name), new TextCell(provision),
                .. counts.Years.Select((year, i) => i < layout.Bands[band].Years ? new CountCell(byYear[year].Sum()) : Cell.Nothing),
            ];
        }
    }

    private static ReportTable BandsAcross(ReturnLayout layout, ReturnCounts counts)
    {
        List<IReadOnlyList<Cell>> rows = [];
        foreach (IGrouping<AcademicYear, ReturnCount> year in counts.Counts.GroupBy(count => count.Year).OrderBy(group => group.Key))
        {
            rows.AddRange(layout.Groups.Select((group, position) => Row(year.Key, group.Name, year.Where(count => count.Group == position))));
            rows.Add(Row(year.Key, All, year));
        }

        return new ReportTable(
            "return-as-asked", layout.Title, Note(layout, counts),
            [
                new Column("year", "Year", Unit.None), new Column("provision", "Provision", Unit.None),
                .. layout.Bands.Select(band => new Column(KeyOf(band.Name), band.Name, Unit.Pupils)), new Column("all", All, Unit.Pupils),
            ],
            rows, []);

        IReadOnlyList<Cell> Row(AcademicYear year, string provision, IEnumerable<ReturnCount> cells)
        {
            ReturnCount[] own = [.. cells];
            return
            [
                new TextCell(year.ToString()), new TextCell(provision),
                .. layout.Bands.Select((_, band) => new CountCell(own.Where(cell => cell.Band == band).Sum(cell => cell.Pupils))), new CountCell(own.Sum(cell => cell.Pupils)),
            ];
        }
    }
}
