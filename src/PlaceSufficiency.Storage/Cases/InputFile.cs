using System.Security.Cryptography;
using System.Text;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>A file that a case was read from, byte for byte.</summary>
/// <param name="Path">Path within the case folder, with '/' between folders.</param>
/// <param name="Bytes">Its content.</param>
public sealed record InputFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span));

    /// <summary>
    /// SHA-256 over the paths and contents of the files, in the order of paths. Byte-order marks and carriage returns are left out, so
    /// that a checkout with other line ends has the same fingerprint; everything else counts, comments too.
    /// </summary>
    public static string FingerprintOf(IEnumerable<InputFile> files)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (InputFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            byte[] content = [.. file.Bytes.Span];
            int length = 0;
            foreach (byte value in content)
            {
                content[length] = value;
                length += value == '\r' ? 0 : 1;
            }

            int start = content.AsSpan(0, length).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{length - start}\n"));
            hash.AppendData(content.AsSpan(start..length));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
