using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>One-way journeys of placed pupils, by year.</summary>
public static class TravelTable
{
    /// <summary>The table; a row a year.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        string[] years = [.. planningCase.Horizon.AllYears.Select(year => year.ToString())];
        return new TableOf<YearFigures>("travel", "Travel, one way", "Journeys of placed pupils; the 90th percentile is by nearest rank.")
            .YearWords(row => row.Year)
            .Journeys("median", "Median", row => row.MedianTravel)
            .Journeys("ninetieth_percentile", "90th percentile", row => row.NinetiethPercentileTravel)
            .Pupils("over_45_minutes", "Over 45 minutes", row => row.Over45Minutes)
            .Pupils("over_75_minutes", "Over 75 minutes", row => row.Over75Minutes)
            .Of(figures.Years, new Spread("Travel, one way", "year", years, [], ["median", "ninetieth_percentile", "over_45_minutes", "over_75_minutes"]));
    }
}
