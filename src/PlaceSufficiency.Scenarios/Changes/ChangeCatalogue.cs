using System.Collections.Immutable;
using System.Reflection;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Every type of change that a scenario may make.</summary>
public static class ChangeCatalogue
{
    /// <summary>The record types by the name that scenario files use.</summary>
    public static ImmutableSortedDictionary<string, Type> ByName { get; } = typeof(ScenarioChange).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ScenarioChange)) && !type.IsAbstract)
        .ToImmutableSortedDictionary(NameOf, type => type, StringComparer.Ordinal);

    /// <summary>The name that scenario files use for a type of change.</summary>
    /// <exception cref="ArgumentException">The type has no <see cref="ChangeNameAttribute"/>.</exception>
    public static string NameOf(Type change) => change.GetCustomAttribute<ChangeNameAttribute>()?.Name
        ?? throw new ArgumentException($"{change.Name} has no name.", nameof(change));
}
