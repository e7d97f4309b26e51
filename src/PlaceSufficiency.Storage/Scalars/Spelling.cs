using System.Text;

namespace PlaceSufficiency.Storage.Scalars;

/// <summary>How names of the code are spelt in files: kebab-case, needs by their SEN2 codes.</summary>
internal static class Spelling
{
    /// <summary>"SpecialistPost16" becomes "specialist-post-16".</summary>
    public static string Kebab(string name)
    {
        StringBuilder text = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool starts = char.IsUpper(name[i]) || (char.IsDigit(name[i]) && i > 0 && !char.IsDigit(name[i - 1]));
            text.Append(starts && i > 0 ? "-" : string.Empty).Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>How an enum value is written: kebab-case, or as it stands when it is a code in capitals.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return name.Any(char.IsLower) ? Kebab(name) : name;
    }

    /// <summary>Every spelling of an enum, in its order.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
