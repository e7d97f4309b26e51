using System.Text;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>Turns the bytes of an input file into text: UTF-8 and nothing else.</summary>
internal static class InputText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of the file; null, with a finding, when it is not UTF-8. A byte-order mark is read past with a warning.</summary>
    public static string? Of(InputFile file, FindingList findings)
    {
        ReadOnlySpan<byte> bytes = file.Bytes.Span;
        if (Alien(bytes) is { } alien)
        {
            findings.Add(Finding.Error("not-utf-8", alien.Message, file.Path, maybe: alien.Maybe));
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            findings.Add(Finding.Warning("byte-order-mark", "The file starts with a byte-order mark, which was left out.", file.Path));
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            int row = 1 + bytes[..exception.Index].Count((byte)'\n');
            string value = string.Concat((exception.BytesUnknown ?? []).Select(unknown => $"0x{unknown:X2}"));
            findings.Add(Finding.Error(
                "not-utf-8", "The file is not UTF-8 text.", file.Path, row, value: value, maybe: "it was saved as Windows-1252 (ANSI); save it again as UTF-8."));
            return null;
        }
    }

    private static (string Message, string? Maybe)? Alien(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return ("The file is UTF-16, not UTF-8.", "it was saved as \"Unicode text\"; save it again as UTF-8.");
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return ("The file is a zip archive, not text.", "it is a spreadsheet; save the sheet as CSV (UTF-8).");
        }

        return bytes.Contains((byte)0) ? ("The file holds zero bytes, so it is not text.", "it is UTF-16 without a byte-order mark.") : null;
    }
}
