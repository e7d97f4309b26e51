using System.Text.Json;
using System.Text.Json.Serialization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Batches;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>What an archive says of a run without opening its tables. No clock and no machine: the same run has the same manifest.</summary>
/// <param name="Format">Version of this layout.</param>
/// <param name="Id">Fingerprint of everything that determines the run.</param>
/// <param name="Version">Version of the program, build included.</param>
/// <param name="Case">Name of the case folder.</param>
/// <param name="Scenario">Name of the scenario's file without its ending.</param>
/// <param name="File">The scenario file within the case folder.</param>
/// <param name="CaseFingerprint">Fingerprint of the case's files.</param>
/// <param name="Settings">What sweeps set.</param>
/// <param name="Future">The future of demand; null for the central forecast.</param>
/// <param name="Keep">What was kept.</param>
/// <param name="Headline">The figures of a list.</param>
/// <param name="Tiers">What was reached on each tier.</param>
/// <param name="Tables">The tables, in the order in which they were written.</param>
public sealed record RunManifest(
    int Format,
    string Id,
    string Version,
    string Case,
    string Scenario,
    string File,
    string CaseFingerprint,
    IReadOnlyList<SweepSetting> Settings,
    DemandFuture? Future,
    KeptResults Keep,
    RunHeadline Headline,
    IReadOnlyList<ArchivedTier> Tiers,
    IReadOnlyList<ArchivedTable> Tables)
{
    /// <summary>The layout that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>"strategy-338 inmss.cap.2027=40, future 7/12".</summary>
    [JsonIgnore]
    public string Label => string.Concat(
        Scenario, Settings.Count == 0 ? string.Empty : $" {string.Join(' ', Settings)}", Future is { } future ? $", future {future}" : string.Empty);

    /// <summary>The widest gap of its tiers, 0 to 1.</summary>
    [JsonIgnore]
    public double WorstGap => Tiers.Count == 0 ? 0 : Tiers.Max(tier => tier.Gap);

    /// <summary>The manifest as text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ArchiveJson.Default.RunManifest);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FindingsException">It is not one that this program writes.</exception>
    public static RunManifest OfJson(ReadOnlySpan<byte> text, string where)
    {
        try
        {
            RunManifest manifest = ManifestReading.Of(text);
            return manifest.Format == CurrentFormat
                ? manifest
                : throw new FindingsException([Finding.Error("unknown-format", $"This program reads format {CurrentFormat} of archived runs.", where, key: "format", value: $"{manifest.Format}")]);
        }
        catch (JsonException exception)
        {
            throw new FindingsException([Finding.Error("bad-manifest", $"The manifest cannot be read: {exception.Message}", where)]);
        }
    }
}

/// <summary>The figures by which a list tells runs apart.</summary>
/// <param name="UnplacedPupilYears">Pupils without a suitable place, all planned years added up.</param>
/// <param name="UnplacedAtEnd">Pupils without a suitable place in the last year.</param>
/// <param name="InmssAtEnd">Pupils in independent and non-maintained special schools in the last year.</param>
/// <param name="RevenuePounds">High needs block and transport, all years.</param>
/// <param name="CapitalPounds">Capital, all years.</param>
public sealed record RunHeadline(int UnplacedPupilYears, int UnplacedAtEnd, int InmssAtEnd, decimal RevenuePounds, decimal CapitalPounds);

/// <summary>What was reached on a tier.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Value">Value of the plan: pupil-years, or pence for cost.</param>
/// <param name="Bound">No plan can be below this.</param>
/// <param name="Gap">Share of the value that is not proven.</param>
public sealed record ArchivedTier(ObjectiveTier Tier, long Value, double Bound, double Gap);

/// <summary>A table of the run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">SHA-256 of its content, the same in every kind of archive.</param>
public sealed record ArchivedTable(string Name, int Rows, string Sha256);

/// <summary>A run as it is put into an archive.</summary>
/// <param name="Manifest">What is said of it.</param>
/// <param name="Tables">Its tables, as the manifest names them.</param>
public sealed record ArchivedRun(RunManifest Manifest, IReadOnlyList<TableRows> Tables);
