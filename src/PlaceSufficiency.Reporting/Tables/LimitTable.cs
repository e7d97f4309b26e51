using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Limits on the plan, by how much each gives and which of them bind.</summary>
public static class LimitTable
{
    /// <summary>The table; a row a limit and year. Places of year groups that do not bind are left out.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<LimitFigure>(
                "limits",
                "Limits, and by how much they give",
                "A hard limit that cannot hold gives by as little as can be, before anything else is minimised. Used and limit of a class group are fewest, of all others most.")
            .Words("limit", "Limit", row => FieldWords.Of(row.Limit.Kind))
            .Words("of", "Of", row => Text(row.Limit, names))
            .Words("year", "Year", row => row.Limit.Year?.ToString() ?? $"{row.Limit.FinancialYear}")
            .Words("mode", "Mode", row => FieldWords.Of(row.Mode))
            .Words("unit", "Unit", row => row.Limit.IsMoney ? "£" : "pupils")
            .With("stated", "Stated", Unit.AsStated, row => Number(row, row.Stated))
            .With("used", "Used", Unit.AsStated, row => Number(row, row.Used))
            .With("gives", "Gives", Unit.AsStated, row => Number(row, row.Gives))
            .Words("binds", "Binds", row => row.Binds ? "yes" : "no")
            .Of(figures.Limits.Where(row => row.Limit.Kind != LimitKind.YearGroupPlaces || (row.Binds && row.Stated > 0)));
    }

    private static string Text(LimitKey limit, ProvisionNames names) => string.Join(
        ", ", new[] { limit.Provision is { } id ? names.Of(id) : null, limit.From is { } kind ? FieldWords.Of(kind) : null, limit.Group is { } group ? $"year group {group}" : null }.Where(part => part is not null));

    private static NumberCell Number(LimitFigure row, long value) => row.Limit.IsMoney ? new NumberCell(value / 100m, 2) : new NumberCell(value, 0);
}
