using System.Text;
using System.Text.Json;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Reporting.Maps;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>
/// A map as data of the page. The writer's default encoder writes every character that could end a script element, and every line
/// separator, as an escape.
/// </summary>
internal static class MapJson
{
    /// <summary>Home areas: name and outline, in tens of metres from a corner of the map.</summary>
    internal static string OfGround(ReportMap map) => Json(json =>
    {
        json.WriteStartArray();
        foreach (MapArea area in map.Areas)
        {
            json.WriteStartObject();
            json.WriteString("n", area.Name);
            json.WriteStartArray("at");
            WritePoint(json, area.Centroid);
            json.WriteEndArray();
            json.WriteStartArray("o");
            foreach (GridReference corner in area.Outline)
            {
                WritePoint(json, corner);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>What a scenario shows on that ground, year by year.</summary>
    internal static string OfScenario(ReportMap map) => Json(json =>
    {
        json.WriteStartObject();
        WriteNumbers(json, "demand", map.AreaYears.Select(area => area.Select(year => (int?)year.Demand)));
        WriteNumbers(json, "unplaced", map.AreaYears.Select(area => area.Select(year => (int?)year.Unplaced)));
        WriteNumbers(json, "journey", map.AreaYears.Select(area => area.Select(year => year.MedianMinutes)));
        json.WriteStartArray("settings");
        foreach (MapSetting setting in map.Settings)
        {
            json.WriteStartObject();
            json.WriteString("n", setting.Name);
            json.WriteString("k", FieldWords.Of(setting.Kind));
            json.WriteStartArray("at");
            WritePoint(json, setting.Location);
            json.WriteEndArray();
            WriteRow(json, "places", setting.Places.Select(number => (int?)number));
            WriteRow(json, "pupils", setting.Pupils.Select(number => (int?)number));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteNumbers(json, "flows", map.Flows.Select(year => year.SelectMany(flow => new int?[] { flow.Area, flow.Setting, flow.Pupils })));
        json.WriteEndObject();
    });

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WritePoint(Utf8JsonWriter json, GridReference point)
    {
        json.WriteNumberValue(point.Easting / 10);
        json.WriteNumberValue(point.Northing / 10);
    }

    private static void WriteNumbers(Utf8JsonWriter json, string key, IEnumerable<IEnumerable<int?>> rows)
    {
        json.WriteStartArray(key);
        foreach (IEnumerable<int?> row in rows)
        {
            WriteRow(json, null, row);
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, string? key, IEnumerable<int?> numbers)
    {
        if (key is not null)
        {
            json.WritePropertyName(key);
        }

        json.WriteStartArray();
        foreach (int? number in numbers)
        {
            if (number is { } known)
            {
                json.WriteNumberValue(known);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }
}
