namespace PlaceSufficiency.Storage.Scalars;

/// <summary>How names of the code are spelt in files: kebab-case, needs by their SEN2 codes.</summary>
internal static class Spelling
{
    /// <summary>How an enum value is written: kebab-case, or as it stands when it is a code in capitals.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return name.Any(char.IsLower) ? Scenarios.Changes.Spelling.Kebab(name) : name;
    }

    /// <summary>Every spelling of an enum, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
