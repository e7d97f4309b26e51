namespace PlaceSufficiency.Cli.Terminal;

/// <summary>Keeps names that hold control characters from steering the terminal.</summary>
internal static class Printable
{
    /// <summary>The text with every control character but line feeds shown as a replacement character.</summary>
    internal static string Of(string text) => string.Create(text.Length, text, (span, original) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = char.IsControl(original[i]) && original[i] != '\n' ? '\uFFFD' : original[i];
        }
    });
}
