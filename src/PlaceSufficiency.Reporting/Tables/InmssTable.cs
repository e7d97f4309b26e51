using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Pupils in independent and non-maintained special schools and what they cost, by academic year.</summary>
public static class InmssTable
{
    /// <summary>The table; a row a year.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        return new TableOf<YearFigures>(
                "inmss",
                "Independent and non-maintained special schools (INMSS)",
                "Spend is fees, top-ups and place funding over the academic year; transport is not in it.")
            .YearWords(row => row.Year)
            .Pupils("pupils", "Pupils", row => row.Inmss)
            .Pupils("girls", "Of these, girls", row => row.InmssGirls)
            .Money("spend", "Spend", row => row.InmssSpend)
            .Of(figures.Years, new Spread("Independent and non-maintained special schools (INMSS)", "year", years, [], ["pupils", "girls", "spend"]));
    }
}
