using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>
/// <c>summary.json</c> of a forecast: what it was made from, what became of the rows, what is doubtful, and the totals with the flows
/// behind them. Keys are only ever added within a schema version.
/// </summary>
public static class ForecastJson
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>"joiners", as files write it.</summary>
    public static string Name(PlanFlow flow) => flow switch
    {
        PlanFlow.Joiners => "joiners",
        PlanFlow.Leavers => "leavers",
        _ => "movements",
    };

    /// <summary>The file's text, ending in a line feed.</summary>
    public static string Of(ForecastReport report) => Text(json =>
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteNumber("origin", report.Origin.CensusYear);
        json.WriteNumber("paths", report.Paths);
        json.WriteNumber("seed", report.Seed);
        json.WriteNumber("englandGrowthAtOriginPercent", Math.Round(report.EnglandGrowth * 100, 2));
        Array(json, "files", report.Reconciliations, WriteRows);
        Array(json, "findings", report.Findings, (row, finding) =>
        {
            row.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
            row.WriteString("code", finding.Code);
            row.WriteString("message", finding.ToString());
        });
        Array(json, "authorities", report.Forecasts, (row, forecast) =>
        {
            row.WriteString("authority", forecast.Authority);
            row.WriteString("name", forecast.Name);
            row.WriteNumber("lastKnown", forecast.Known[forecast.Origin]);
            PlanSeries? place = report.Places.FirstOrDefault(one => one.Code == forecast.Authority);
            Array(row, "residuals", place?.Residuals ?? ImmutableSortedDictionary<AcademicYear, int>.Empty, (each, pair) =>
            {
                each.WriteNumber("calendarYear", pair.Key.StartYear);
                each.WriteNumber("plans", pair.Value);
            });
            Array(row, "years", forecast.Totals, (each, total) => WriteYear(each, forecast, total));
        });
    });

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, _options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    internal static void Array<T>(Utf8JsonWriter json, string key, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        foreach (T row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteRows(Utf8JsonWriter json, RowReconciliation file)
    {
        json.WriteString("file", file.File);
        json.WriteNumber("rowsRead", file.RowsRead);
        json.WriteNumber("rowsUsed", file.RowsUsed);
        Array(json, "setAside", file.SetAside, (each, aside) =>
        {
            each.WriteString("reason", aside.Reason);
            each.WriteNumber("rows", aside.Rows);
        });
    }

    private static void WriteYear(Utf8JsonWriter json, PlanForecast forecast, ForecastPlans total)
    {
        json.WriteNumber("censusYear", total.Year.CensusYear);
        WriteFan(json, "plans", total.Plans);
        foreach (ForecastFlow flow in forecast.Flows.Where(flow => flow.Year == total.Year))
        {
            WriteFan(json, Name(flow.Flow), flow.Plans);
        }
    }

    private static void WriteFan(Utf8JsonWriter json, string key, CountFan fan)
    {
        json.WriteStartObject(key);
        json.WriteNumber("mean", Math.Round(fan.Mean, 2));
        json.WriteNumber("q025", fan.Q025);
        json.WriteNumber("q10", fan.Q10);
        json.WriteNumber("q25", fan.Q25);
        json.WriteNumber("q50", fan.Q50);
        json.WriteNumber("q75", fan.Q75);
        json.WriteNumber("q90", fan.Q90);
        json.WriteNumber("q975", fan.Q975);
        json.WriteEndObject();
    }
}
