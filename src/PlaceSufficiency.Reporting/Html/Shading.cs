using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>Shades the figures of a table in five steps of their largest. The figure stays in the cell, so nothing is told by colour alone.</summary>
internal sealed class Shading
{
    private const int Steps = 5;

    private readonly bool _belowIsShort;
    private readonly decimal _largest;

    private Shading(bool belowIsShort, decimal largest) => (_belowIsShort, _largest) = (belowIsShort, largest);

    /// <summary>The shading of a table; null where it is not shaded.</summary>
    internal static Shading? Of(ReportTable table, Drawing drawing)
    {
        if (drawing is not (Drawing.ShadedShortfall or Drawing.ShadedBalance))
        {
            return null;
        }

        decimal largest = table.Rows.Where(row => row[0] is not TextCell { Rank: Spread.TotalRank }).SelectMany(row => row)
            .Select(cell => Math.Abs(CellText.NumberIn(cell) ?? 0)).DefaultIfEmpty(0).Max();
        return new Shading(drawing == Drawing.ShadedBalance, largest);
    }

    /// <summary>The class of a cell; empty where nought.</summary>
    internal string ClassOf(Cell cell)
    {
        if (CellText.NumberIn(cell) is not { } value || value == 0)
        {
            return string.Empty;
        }

        int step = (int)Math.Ceiling(Math.Abs(value) / _largest * Steps);
        return _belowIsShort && value > 0 ? $"spare-{step}" : $"short-{step}";
    }
}
