using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace PlaceSufficiency.Scenarios.Batches;

/// <summary>
/// Everything that determines the results of a run. Two runs with the same identity have the same results, so an archive holds one of them.
/// </summary>
/// <param name="Version">Version of the program, build included.</param>
/// <param name="CaseFingerprint">SHA-256 over every file that the scenario was read from.</param>
/// <param name="File">The scenario file, as a path within its case folder.</param>
/// <param name="Settings">What a sweep sets on top of the scenario, in order.</param>
/// <param name="Future">The future of demand; null for the central forecast.</param>
/// <param name="Keep">What is kept.</param>
public sealed record RunIdentity(
    string Version, string CaseFingerprint, string File, ImmutableArray<SweepSetting> Settings, DemandFuture? Future, KeptResults Keep)
{
    /// <summary>Digits of an id: 128 bits of a SHA-256 in lower-case hexadecimal.</summary>
    public const int IdLength = 32;

    /// <summary>The fingerprint of all of it, by which an archive knows the run.</summary>
    [JsonIgnore]
    public string Id { get; } = Fingerprint(
        ["run 1", Version, CaseFingerprint, File, .. Settings.Select(setting => $"{setting}"), $"future {Future?.ToString() ?? "central"}", $"keep {Keep}"]);

    /// <summary>Whether the other has the same id.</summary>
    public bool Equals(RunIdentity? other) => other is not null && other.Id == Id;

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>Id of a set of lines, each told apart from its neighbours by its length.</summary>
    internal static string Fingerprint(IEnumerable<string> lines)
    {
        string text = string.Concat(lines.Select(line => $"{Encoding.UTF8.GetByteCount(line)}\n{line}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..IdLength];
    }
}
