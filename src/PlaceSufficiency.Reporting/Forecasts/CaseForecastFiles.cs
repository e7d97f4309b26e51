using System.Globalization;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>The files of a case's forecast, and its tables for people. The same forecast gives the same bytes.</summary>
public static class CaseForecastFiles
{
    /// <summary>Header of <c>forecast.csv</c>: that of a forecast from published tables, and what a row tells apart.</summary>
    public const string Header = ForecastFiles.Header + ",phase,need,level";

    private const int SchemaVersion = 1;

    /// <summary>The files by path.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(CaseForecast forecast)
    {
        yield return new("forecast.csv", Rows(forecast));
        yield return new("flows.csv", Flows(forecast));
        yield return new("growth.csv", Growth(forecast));
        yield return new("summary.json", Summary(forecast));
        yield return new("charts.html", ForecastPage.Of(forecast));
    }

    /// <summary>The totals, a line a year.</summary>
    public static ReportTable Totals(CaseForecast forecast) => new TableOf<CaseFanRow>(
        "forecast", $"{forecast.Authority}: {forecast.Stock.ToString("#,##0", CultureInfo.InvariantCulture)} plans in {forecast.BaseYear}, and what the paths come to")
        .YearWords(row => row.Year)
        .Pupils("q025", "2.5%", row => row.Pupils.Q025)
        .Pupils("q10", "10%", row => row.Pupils.Q10)
        .Pupils("q50", "Median", row => row.Pupils.Q50)
        .Pupils("q90", "90%", row => row.Pupils.Q90)
        .Pupils("q975", "97.5%", row => row.Pupils.Q975)
        .Of(forecast.Totals);

    /// <summary>Why it grows, a line a year.</summary>
    public static ReportTable GrowthTable(CaseForecast forecast) => new TableOf<GrowthParts>("growth", $"Why there are more plans than in {forecast.BaseYear} (mean of the paths)")
        .YearWords(row => row.Year)
        .Pupils("present_rates", "Present rates", row => (int)Math.Round(row.PresentRates))
        .Pupils("population", "Population", row => (int)Math.Round(row.Population))
        .Pupils("rates", "Changing rates", row => (int)Math.Round(row.Rates))
        .Pupils("policy", "Policy", row => (int)Math.Round(row.Policy))
        .Pupils("growth", "Growth", row => (int)Math.Round(row.Growth))
        .Of(forecast.Growth);

    private static string Rows(CaseForecast forecast)
    {
        PlainCsv csv = new(Header);
        foreach (CaseFanRow row in forecast.Rows)
        {
            CountFan fan = row.Pupils;
            csv.Add(
                forecast.Authority, row.Year.CensusYear, row.Phase is { } phase && row.Need is null && row.Level is null ? Band(phase) : PlanForecast.Total,
                fan.Mean, fan.Q025, fan.Q10, fan.Q25, fan.Q50, fan.Q75, fan.Q90, fan.Q975,
                row.Phase is { } of ? Scenarios.Changes.Spelling.Kebab($"{of}") : string.Empty, row.Need?.ToString() ?? string.Empty,
                row.Level is { } level ? Scenarios.Changes.Spelling.Kebab($"{level}") : string.Empty);
        }

        return csv.ToString();
    }

    /// <summary>Ages on 31 August of a phase.</summary>
    private static string Band(Phase phase)
    {
        int[] ages = [.. YearGroup.All.Where(yearGroup => yearGroup.Phase == phase).Select(yearGroup => yearGroup.Age)];
        return string.Create(CultureInfo.InvariantCulture, $"{ages[0]}-{ages[^1]}");
    }

    private static string Flows(CaseForecast forecast)
    {
        PlainCsv csv = new("authority,census_year,flow,phase,reason,mean,q025,q10,q25,q50,q75,q90,q975");
        foreach (CaseFlowRow row in forecast.Flows)
        {
            CountFan fan = row.Pupils;
            csv.Add(
                forecast.Authority, row.Year.CensusYear, Scenarios.Changes.Spelling.Kebab($"{row.Flow}"), row.Phase is { } phase ? Scenarios.Changes.Spelling.Kebab($"{phase}") : string.Empty,
                row.Reason is { } reason ? Scenarios.Changes.Spelling.Kebab($"{reason}") : string.Empty, fan.Mean, fan.Q025, fan.Q10, fan.Q25, fan.Q50, fan.Q75, fan.Q90, fan.Q975);
        }

        return csv.ToString();
    }

    private static string Growth(CaseForecast forecast)
    {
        PlainCsv csv = new("authority,census_year,present_rates,population,rates,policy,growth");
        foreach (GrowthParts parts in forecast.Growth)
        {
            csv.Add(forecast.Authority, parts.Year.CensusYear, parts.PresentRates, parts.Population, parts.Rates, parts.Policy, parts.Growth);
        }

        return csv.ToString();
    }

    private static string Summary(CaseForecast forecast) => ForecastJson.Text(json =>
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("scenario", forecast.Name);
        json.WriteString("authority", forecast.Authority);
        json.WriteNumber("baseCensusYear", forecast.BaseYear.CensusYear);
        json.WriteNumber("basePupils", forecast.Stock);
        json.WriteNumber("paths", forecast.Paths);
        json.WriteNumber("seed", forecast.Seed);
        ForecastJson.Array(json, "years", forecast.Totals, (each, row) =>
        {
            each.WriteNumber("censusYear", row.Year.CensusYear);
            ForecastJson.WriteFan(each, "plans", row.Pupils);
            GrowthParts parts = forecast.Growth.First(growth => growth.Year == row.Year);
            each.WriteStartObject("growth");
            each.WriteNumber("presentRates", Math.Round(parts.PresentRates, 2));
            each.WriteNumber("population", Math.Round(parts.Population, 2));
            each.WriteNumber("rates", Math.Round(parts.Rates, 2));
            each.WriteNumber("policy", Math.Round(parts.Policy, 2));
            each.WriteEndObject();
        });
    });
}
