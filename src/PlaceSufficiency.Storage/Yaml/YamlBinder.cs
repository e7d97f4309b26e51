using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>Turns YAML nodes into records by their shape, finding everything that does not fit.</summary>
internal sealed class YamlBinder(string file, FindingList findings)
{
    /// <summary>The record that a file's root says; null, with findings, when it does not fit.</summary>
    public T? Bind<T>(YamlNode root)
        where T : class => (T?)Bind(root, ShapeReflection.OfRecord(typeof(T)), string.Empty);

    private object? Bind(YamlNode node, Shape shape, string key)
    {
        if (node is YamlScalar { IsNull: true })
        {
            return Wrong("missing-value", "A value is missing.", node, key);
        }

        return (shape, node) switch
        {
            (ScalarShape scalar, YamlScalar written) => Read(scalar.Type, written, key),
            (SetShape set, YamlScalar written) => Read(set.Whole, written, key),
            (SetShape set, YamlSequence members) => BindSet(members, set, key),
            (ListShape list, YamlSequence items) => BindList(items, list, key),
            (MapShape map, YamlMapping entries) => BindMap(entries, map, key),
            (RecordShape record, YamlMapping entries) => BindRecord(entries, record, key),
            (ChoiceShape choice, YamlMapping entries) => BindChoice(entries, choice, key),
            _ => Wrong("wrong-type", $"{Wanted(shape)} is wanted, not {node.What}.", node, key, MaybeMeant(shape, node)),
        };
    }

    private static string Wanted(Shape shape) => shape switch
    {
        ScalarShape { Type.Name: var name } => char.ToUpperInvariant(name[0]) + name[1..],
        SetShape { Whole.Name: var name } => char.ToUpperInvariant(name[0]) + name[1..],
        ListShape => "A list",
        ChoiceShape => "A change, one key with its parameters,",
        _ => "A mapping of keys to values",
    };

    private static string? MaybeMeant(Shape shape, YamlNode node) => (shape, node) switch
    {
        (ListShape, YamlScalar scalar) => $"'[{scalar.Text}]' was meant.",
        (ChoiceShape, YamlScalar) => "a colon is missing after the name of the change.",
        _ => null,
    };

    private object? Read(ScalarType type, YamlScalar scalar, string key)
    {
        string text = scalar.Text.Trim();
        if (text.Length == 0)
        {
            return Wrong("missing-value", "A value is missing.", scalar, key);
        }

        Reading<object> reading = type.ReadBoxed(text);
        return reading.Problem is { } problem ? Wrong(problem.Code, problem.Message, scalar, key, problem.Maybe) : reading.Value;
    }

    private object? BindSet(YamlSequence members, SetShape set, string key)
    {
        List<string> words = [];
        bool understood = true;
        foreach (YamlNode member in members.Items)
        {
            object? value = Bind(member, new ScalarShape(set.Member), key);
            understood &= value is not null;
            words.Add(value is null ? string.Empty : set.Member.WriteBoxed(value));
        }

        return understood ? set.Whole.ReadBoxed(string.Join(';', words)).Value : null;
    }

    private object? BindList(YamlSequence items, ListShape list, string key)
    {
        object?[] values = [.. items.Items.Select((item, index) => Bind(item, list.Item, $"{key}[{index + 1}]"))];
        return values.Contains(null) ? null : list.Make(values!);
    }

    private object? BindMap(YamlMapping mapping, MapShape map, string key)
    {
        List<KeyValuePair<object, object>> entries = [];
        HashSet<object> names = [];
        bool understood = true;
        foreach (YamlEntry entry in mapping.Entries)
        {
            object? name = Read(map.Key, entry.Key, key);
            object? value = Bind(entry.Value, map.Value, Under(key, entry.Key.Text));
            bool repeated = name is not null && !names.Add(name);
            if (repeated)
            {
                Repeated(entry.Key, key);
            }

            understood &= name is not null && value is not null && !repeated;
            if (understood)
            {
                entries.Add(KeyValuePair.Create(name!, value!));
            }
        }

        return understood ? map.Make(entries) : null;
    }

    private object? BindRecord(YamlMapping mapping, RecordShape record, string key)
    {
        Dictionary<string, object?> values = [];
        bool understood = true;
        foreach (YamlEntry entry in mapping.Entries)
        {
            string name = entry.Key.Text;
            if (record.Fields.FirstOrDefault(field => field.Key == name) is not { } field)
            {
                IEnumerable<string> free = record.Fields.Select(known => known.Key).Where(known => mapping.Entries.All(other => other.Key.Text != known));
                Wrong("unknown-key", "There is no such key here.", entry.Key, key, NearMiss.Sentence(name, free));
                understood = false;
            }
            else if (values.ContainsKey(name))
            {
                Repeated(entry.Key, key);
                understood = false;
            }
            else
            {
                values[name] = Bind(entry.Value, field.Value, Under(key, name));
                understood &= values[name] is not null;
            }
        }

        foreach (FieldShape field in record.Fields.Where(field => field.IsRequired && !values.ContainsKey(field.Key)))
        {
            Wrong("missing-key", $"The key is missing. {field.Description}", mapping.Line, Under(key, field.Key), null, null);
            understood = false;
        }

        return understood
            ? Activator.CreateInstance(record.Type, [.. record.Fields.Select(field => values.TryGetValue(field.Key, out object? value) ? value : field.Default)])
            : null;
    }

    private object? BindChoice(YamlMapping mapping, ChoiceShape choice, string key)
    {
        if (mapping.Entries is not [{ } only])
        {
            return Wrong(
                "one-key-each", "An item is one key with its parameters.", mapping.Line, key, string.Join(", ", mapping.Entries.Select(entry => entry.Key.Text)),
                "the parameters need to be indented further, or '-' is missing before the second key.");
        }

        string name = only.Key.Text;
        if (!choice.Choices.TryGetValue(name, out RecordShape? record))
        {
            return Wrong(
                "unknown-change", $"There is no such change; known are {string.Join(", ", choice.Choices.Keys)}.", only.Key, key, NearMiss.Sentence(name, choice.Choices.Keys));
        }

        return Bind(only.Value, record, $"{key}.{name}") is { } value ? choice.Make(only.Key.Line, value) : null;
    }

    private void Repeated(YamlScalar name, string key) => Wrong("duplicate-key", "The key stands twice.", name, key);

    private static string Under(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";

    private object? Wrong(string code, string message, YamlNode node, string key, string? maybe = null) =>
        Wrong(code, message, node.Line, key, node is YamlScalar { IsNull: false } scalar ? scalar.Text : null, maybe);

    private object? Wrong(string code, string message, int line, string key, string? value, string? maybe)
    {
        findings.Add(Finding.Error(code, message, file, line, key.Length == 0 ? null : key, value, maybe));
        return null;
    }
}
