using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>The files of a forecast: their paths in its folder and their text. The same forecast gives the same bytes.</summary>
public static class ForecastFiles
{
    /// <summary>Header of <c>forecast.csv</c>.</summary>
    public const string Header = "authority,census_year,age_band,mean,q025,q10,q25,q50,q75,q90,q975";

    /// <summary>The files by path.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(ForecastReport report)
    {
        yield return new("forecast.csv", Plans(report.Authorities));
        yield return new("flows.csv", Flows(report));
        if (report.Forecasts.Any(forecast => forecast.Authority == PlanForecast.Together))
        {
            yield return new("together.csv", Plans(report.Forecasts.Where(forecast => forecast.Authority == PlanForecast.Together)));
        }

        yield return new("growth.csv", Growth(report));
        yield return new("residuals.csv", Residuals(report));
        yield return new("rows.csv", RowsCsv.Of(report.Reconciliations));
        yield return new("summary.json", ForecastJson.Of(report));
        yield return new("charts.html", ForecastPage.Of(report));
    }

    private static string Plans(IEnumerable<PlanForecast> forecasts)
    {
        PlainCsv csv = new(Header);
        foreach (PlanForecast forecast in forecasts)
        {
            foreach (ForecastPlans row in forecast.Plans)
            {
                CountFan fan = row.Plans;
                csv.Add(forecast.Authority, row.Year.CensusYear, row.Band, fan.Mean, fan.Q025, fan.Q10, fan.Q25, fan.Q50, fan.Q75, fan.Q90, fan.Q975);
            }
        }

        return csv.ToString();
    }

    private static string Flows(ForecastReport report)
    {
        PlainCsv csv = new("authority,calendar_year,flow,mean,q025,q10,q25,q50,q75,q90,q975");
        foreach (PlanForecast forecast in report.Authorities)
        {
            foreach (ForecastFlow row in forecast.Flows)
            {
                CountFan fan = row.Plans;
                csv.Add(forecast.Authority, row.Year.StartYear, ForecastJson.Name(row.Flow), fan.Mean, fan.Q025, fan.Q10, fan.Q25, fan.Q50, fan.Q75, fan.Q90, fan.Q975);
            }
        }

        return csv.ToString();
    }

    private static string Growth(ForecastReport report)
    {
        PlainCsv csv = new("authority,census_year,population,present_rates,rates,policy,growth");
        foreach (PlanForecast forecast in report.Authorities)
        {
            foreach (GrowthParts parts in forecast.Growth)
            {
                csv.Add(forecast.Authority, parts.Year.CensusYear, report.KnowsResidents ? parts.Population : string.Empty, parts.PresentRates, parts.Rates, parts.Policy, parts.Growth);
            }
        }

        return csv.ToString();
    }

    private static string Residuals(ForecastReport report)
    {
        PlainCsv csv = new("authority,name,calendar_year,plans_before,new_plans,ceased_plans,plans_after,residual");
        foreach (PlanSeries place in report.Places)
        {
            foreach ((Domain.Time.AcademicYear year, int residual) in place.Residuals)
            {
                csv.Add(place.Code, place.Name, year.StartYear, place.Plans[year.Previous].Total, place.NewPlans[year].Total, place.CeasedPlans[year].Total, place.Plans[year].Total, residual);
            }
        }

        return csv.ToString();
    }
}
