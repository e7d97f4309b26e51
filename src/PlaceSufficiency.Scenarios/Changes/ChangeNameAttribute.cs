namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>How a change is named in a scenario file.</summary>
/// <param name="name">Kebab-case, a verb first: "add-places".</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ChangeNameAttribute(string name) : Attribute
{
    /// <summary>Kebab-case, a verb first: "add-places".</summary>
    public string Name { get; } = name;
}
