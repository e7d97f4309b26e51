using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>A section of a report: its heading, what to know, and its exhibits.</summary>
internal static class SectionHtml
{
    /// <summary>Writes the section; nothing where it has no lines to show.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="part">Id of the part of the page it belongs to.</param>
    /// <param name="section">The section.</param>
    internal static void Write(HtmlText page, string part, ReportSection section)
    {
        if (!section.Exhibits.Any(exhibit => exhibit.HasLines))
        {
            return;
        }

        page.Open("section", ("class", "topic"), ("id", $"{part}-{section.Key}")).Element("h3", section.Heading);
        if (section.Words.Length > 0)
        {
            page.Element("p", section.Words, ("class", "note"));
        }

        foreach (Exhibit exhibit in section.Exhibits.Where(exhibit => exhibit.HasLines))
        {
            if (exhibit.IsChart)
            {
                WriteChart(page, exhibit, section.Words);
            }
            else if (exhibit.IsDetail)
            {
                page.Open("details").Element("summary", exhibit.Table.Title);
                WriteNote(page, exhibit, section.Words);
                HtmlTable.Write(page, exhibit.Table, exhibit.Drawing);
                page.Close();
            }
            else
            {
                WriteNote(page, exhibit, section.Words);
                HtmlTable.Write(page, exhibit.Table, exhibit.Drawing, isSaid: exhibit.Table.Title == section.Heading);
            }
        }

        page.Close();
    }

    private static void WriteChart(HtmlText page, Exhibit exhibit, string said)
    {
        page.Open(
                "figure", ("class", "chart"), ("data-form", FormOf(exhibit.Drawing)), ("data-unit", UnitOf(exhibit)),
                ("data-choices", $"{exhibit.Choices}"))
            .Element("figcaption", exhibit.Table.Title);
        WriteNote(page, exhibit, said);
        page.Open("div", ("class", "choices")).Close()
            .Open("div", ("class", "canvas"), ("role", "img"), ("aria-label", $"Chart: {exhibit.Table.Title}. Its figures are in the table that follows.")).Close()
            .Open("details").Element("summary", "Figures of this chart");
        HtmlTable.Write(page, exhibit.Table);
        page.Close().Close();
    }

    /// <summary>What to know of a table, unless its section has said so already.</summary>
    private static void WriteNote(HtmlText page, Exhibit exhibit, string said)
    {
        if (exhibit.Table.Note.Length > 0 && exhibit.Table.Note != said)
        {
            page.Element("p", exhibit.Table.Note, ("class", "note"));
        }
    }

    private static string UnitOf(Exhibit exhibit) =>
        exhibit.Table.Rows.Any(row => row.Any(cell => cell is MoneyCell { InThousands: true })) ? "£000" : Column.UnitWords(exhibit.Unit);

    private static string FormOf(Drawing drawing) => drawing switch
    {
        Drawing.Lines => "lines",
        Drawing.Fan => "fan",
        Drawing.StackedBars => "stacked-bars",
        Drawing.Bars => "bars",
        Drawing.Points => "points",
        _ => throw new ArgumentOutOfRangeException(nameof(drawing), drawing, "Not a chart."),
    };
}
