using System.Globalization;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>Tables of a forecast for people.</summary>
public static class ForecastTables
{
    /// <summary>The totals of a forecast, a line a January.</summary>
    public static ReportTable Totals(PlanForecast forecast) => new TableOf<ForecastPlans>(
        "forecast", $"{forecast.Name}: {forecast.Known[forecast.Origin]:#,##0} plans in January {forecast.Origin.CensusYear}, and what the paths come to")
        .Words("census_year", "January", row => row.Year.CensusYear.ToString(CultureInfo.InvariantCulture))
        .Pupils("q025", "2.5%", row => row.Plans.Q025)
        .Pupils("q10", "10%", row => row.Plans.Q10)
        .Pupils("q50", "Median", row => row.Plans.Q50)
        .Pupils("q90", "90%", row => row.Plans.Q90)
        .Pupils("q975", "97.5%", row => row.Plans.Q975)
        .Of(forecast.Totals);

    /// <summary>Why there are more plans, a line a January.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="knowsResidents">Whether population is told apart from present rates.</param>
    public static ReportTable GrowthTable(PlanForecast forecast, bool knowsResidents)
    {
        TableOf<GrowthParts> table = new TableOf<GrowthParts>("growth", $"Why there are more plans than in January {forecast.Origin.CensusYear} (mean of the paths)")
            .Words("census_year", "January", row => row.Year.CensusYear.ToString(CultureInfo.InvariantCulture));
        table = knowsResidents ? table.Pupils("population", "Population", row => (int)Math.Round(row.Population)) : table;
        return table
            .Pupils("present_rates", knowsResidents ? "Present rates" : "Population and present rates", row => (int)Math.Round(row.PresentRates))
            .Pupils("rates", "Changing rates", row => (int)Math.Round(row.Rates))
            .Pupils("growth", "Growth", row => (int)Math.Round(row.Growth))
            .Of(forecast.Growth);
    }

    /// <summary>What became of the rows that were read.</summary>
    public static ReportTable Rows(IEnumerable<RowReconciliation> files) => new TableOf<(string File, string Became, int Rows)>("rows", "Rows read: used, or set aside and why")
        .Words("file", "File", row => row.File)
        .Words("became", "Became", row => row.Became)
        .With("rows", "Rows", Unit.AsStated, row => new CountCell(row.Rows))
        .Of(files.SelectMany(file => (IEnumerable<(string, string, int)>)
        [
            (file.File, "read", file.RowsRead),
            (file.File, "used", file.RowsUsed),
            .. file.SetAside.Select(aside => (file.File, aside.Reason, aside.Rows)),
        ]));
}
