using System.Text;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>How names of the code are written in files and keys: kebab-case.</summary>
public static class Spelling
{
    /// <summary>The file spelling of an enum value: "specialist-post-16".</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Kebab(value.ToString());

    /// <summary>A PascalCase name in kebab-case; a run of digits is a word: "YearFrom" is "year-from", "Post16" is "post-16".</summary>
    public static string Kebab(string name)
    {
        StringBuilder text = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[Math.Max(0, i - 1)]));
            text.Append(startsWord && i > 0 ? "-" : string.Empty).Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>The kind of provision of that file spelling; null when it is none. The newer names of inclusion bases are resourced provisions.</summary>
    public static ProvisionKind? Kind(string text) => text switch
    {
        "support-base" or "specialist-base" or "inclusion-base" => ProvisionKind.ResourcedProvision,
        _ => Enum.GetValues<ProvisionKind>().Cast<ProvisionKind?>().FirstOrDefault(kind => Of(kind!.Value) == text),
    };
}
