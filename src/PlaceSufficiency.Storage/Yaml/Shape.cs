using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Yaml;

/// <summary>What a value of a scenario file looks like; the binder and the JSON Schema both follow it.</summary>
internal abstract record Shape;

/// <summary>A single value.</summary>
internal sealed record ScalarShape(ScalarType Type) : Shape;

/// <summary>A set of words: a list, or one text as tables write it ("all", "ASD;SLCN").</summary>
/// <param name="Whole">How the set is written as one text.</param>
/// <param name="Member">How one member is written.</param>
internal sealed record SetShape(ScalarType Whole, ScalarType Member) : Shape;

/// <summary>A list.</summary>
/// <param name="Item">What its items look like.</param>
/// <param name="Make">Makes the CLR value from the items.</param>
internal sealed record ListShape(Shape Item, Func<IReadOnlyList<object>, object> Make) : Shape;

/// <summary>Keys of one type, each with a value of the same shape.</summary>
/// <param name="Key">How keys are written.</param>
/// <param name="Value">What the values look like.</param>
/// <param name="Make">Makes the CLR value from the entries, in the file's order; keys are distinct.</param>
internal sealed record MapShape(ScalarType Key, Shape Value, Func<IReadOnlyList<KeyValuePair<object, object>>, object> Make) : Shape;

/// <summary>A fixed set of keys, each with its own shape.</summary>
/// <param name="Type">The record type.</param>
/// <param name="Description">What it is, for editors.</param>
/// <param name="Fields">Its keys.</param>
internal sealed record RecordShape(Type Type, string Description, IReadOnlyList<FieldShape> Fields) : Shape;

/// <summary>One key of a record.</summary>
/// <param name="Key">Kebab-case.</param>
/// <param name="Description">What it is, for editors.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Default">Value of the record's parameter when the key is left out.</param>
/// <param name="Value">What the value looks like.</param>
internal sealed record FieldShape(string Key, string Description, bool IsRequired, object? Default, Shape Value);

/// <summary>Exactly one key out of several, which says what the value is.</summary>
/// <param name="Choices">Records by key.</param>
/// <param name="Make">Makes the CLR value from the line and the record.</param>
internal sealed record ChoiceShape(IReadOnlyDictionary<string, RecordShape> Choices, Func<int, object, object> Make) : Shape;
