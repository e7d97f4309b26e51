using System.Text.Json;
using System.Text.Json.Serialization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>What <c>manifest.json</c> says of a run: how it came about and what belongs to it.</summary>
/// <param name="Format">Version of the layout of run folders.</param>
/// <param name="ToolVersion">Version of the program.</param>
/// <param name="Case">Path of the scenario file within <c>inputs/</c>.</param>
/// <param name="Fingerprint">Fingerprint of the inputs.</param>
/// <param name="Tiers">What was reached on each tier.</param>
/// <param name="Files">Every other file of the folder.</param>
internal sealed record Manifest(int Format, string ToolVersion, string Case, string Fingerprint, IReadOnlyList<ManifestTier> Tiers, IReadOnlyList<ManifestFile> Files)
{
    /// <summary>The layout that this program writes and reads.</summary>
    public const int CurrentFormat = 2;

    /// <summary>Name of the file.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions _layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Writes the manifest.</summary>
    public void WriteTo(Stream stream)
    {
        JsonSerializer.Serialize(stream, this, _layout);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="FindingsException">It is not one that this program writes.</exception>
    public static Manifest Read(ReadOnlySpan<byte> text)
    {
        try
        {
            Manifest manifest = JsonSerializer.Deserialize<Manifest>(text, _layout) ?? throw new JsonException("The file says null.");
            return manifest.Format == CurrentFormat
                ? manifest
                : throw Refused("unknown-format", $"This program reads format {CurrentFormat} of run folders.", null, "format", $"{manifest.Format}");
        }
        catch (JsonException exception)
        {
            throw Refused("bad-manifest", $"The manifest cannot be read: {exception.Message}", (int?)exception.LineNumber + 1, exception.Path);
        }
    }

    private static FindingsException Refused(string code, string message, int? row, string? key, string? value = null) =>
        new([Finding.Error(code, message, FileName, row, key, value)]);
}

/// <summary>What was reached on a tier.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Value">Value of the plan, in the tier's unit; money in pence.</param>
/// <param name="Bound">No plan can be below this.</param>
/// <param name="Gap">Share of the best value reached that is not proven; said for readers, derived again on reading.</param>
/// <param name="Reached">Value reached when the tier was minimised; left out where it is the plan's value.</param>
internal sealed record ManifestTier(
    ObjectiveTier Tier, long Value, double Bound, double Gap, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Reached = null)
{
    /// <summary>What a result says.</summary>
    public static ManifestTier Of(TierResult result) => new(result.Tier, result.Value, result.Bound, result.Gap, result.Reached);
}

/// <summary>A file of the run folder.</summary>
/// <param name="Path">Path within the folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
internal sealed record ManifestFile(string Path, long Bytes, string Sha256);
