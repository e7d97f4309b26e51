using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>
/// The JSON Schemas (draft 2020-12) of base and scenario files and of batch files, for editors: they complete keys and mark mistakes while typing. Made from the same
/// shapes that the binder follows; the binder's checks are stricter.
/// </summary>
public static class ScenarioSchema
{
    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The text of <c>scenarios/scenario.schema.json</c>.</summary>
    public static string Text
    {
        get
        {
            SortedDictionary<string, JsonNode?> definitions = new(StringComparer.Ordinal);
            JsonObject scenario = Of(ShapeReflection.OfRecord(typeof(ScenarioSettings)), definitions);
            JsonObject baseCase = Of(ShapeReflection.OfRecord(typeof(CaseSettings)), definitions);
            JsonObject root = new()
            {
                ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                ["title"] = "Base and scenario files",
                ["type"] = "object",
                ["if"] = new JsonObject { ["required"] = new JsonArray("extends") },
                ["then"] = scenario,
                ["else"] = baseCase,
                ["$defs"] = new JsonObject(definitions),
            };
            return root.ToJsonString(_layout) + "\n";
        }
    }

    /// <summary>The text of <c>scenarios/batch.schema.json</c>.</summary>
    public static string OfBatches
    {
        get
        {
            SortedDictionary<string, JsonNode?> definitions = new(StringComparer.Ordinal);
            JsonObject batch = Of(ShapeReflection.OfRecord(typeof(BatchSettings)), definitions);
            JsonObject root = new()
            {
                ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                ["title"] = "Batch files",
                ["$ref"] = batch["$ref"]!.DeepClone(),
                ["$defs"] = new JsonObject(definitions),
            };
            return root.ToJsonString(_layout) + "\n";
        }
    }

    private static JsonObject Of(Shape shape, SortedDictionary<string, JsonNode?> definitions) => shape switch
    {
        ScalarShape scalar => OfScalar(scalar.Type),
        SetShape set => new JsonObject
        {
            ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["items"] = OfScalar(set.Member) }, new JsonObject { ["const"] = "all" }),
        },
        ListShape list => new JsonObject { ["type"] = "array", ["items"] = Of(list.Item, definitions) },
        MapShape map => new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = OfScalar(map.Key),
            ["additionalProperties"] = Of(map.Value, definitions),
        },
        RecordShape record => Reference(record, definitions),
        ChoiceShape choice => new JsonObject
        {
            ["type"] = "object",
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(choice.Choices.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Reference(pair.Value, definitions)))),
        },
        _ => throw new NotSupportedException($"{shape} has no schema."),
    };

    private static JsonObject Reference(RecordShape record, SortedDictionary<string, JsonNode?> definitions)
    {
        string name = Scenarios.Changes.Spelling.Kebab(record.Type.Name);
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = null;
            definitions[name] = new JsonObject
            {
                ["description"] = record.Description,
                ["type"] = "object",
                ["additionalProperties"] = false,
                ["required"] = new JsonArray([.. record.Fields.Where(field => field.IsRequired).Select(field => (JsonNode)field.Key)]),
                ["properties"] = new JsonObject(record.Fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Described(field, definitions)))),
            };
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{name}" };
    }

    private static JsonObject Described(FieldShape field, SortedDictionary<string, JsonNode?> definitions)
    {
        JsonObject value = Of(field.Value, definitions);
        value.Insert(0, "description", field.Description);
        return value;
    }

    private static JsonObject OfScalar(ScalarType type)
    {
        if (type.Words.Count > 0)
        {
            return new JsonObject { ["enum"] = new JsonArray([.. type.Words.Select(word => (JsonNode)word)]) };
        }

        if (type == Numbers.DecimalOrPercent)
        {
            return new JsonObject
            {
                ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "number" }, new JsonObject { ["type"] = "string", ["pattern"] = "^-?[0-9]+([.][0-9]+)? ?%$" }),
            };
        }

        JsonObject schema = new() { ["type"] = type.IsNumber ? type.IsWhole ? "integer" : "number" : "string" };
        if (type is { IsNumber: false, Pattern: { } pattern })
        {
            schema["pattern"] = pattern;
        }

        return schema;
    }
}
