using System.Globalization;
using System.Text.Json;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Storage.Archive;

/// <summary>
/// Reads manifests, key by key and no key more. By hand, because a list of runs and a comparison of two take a fraction of a second, of which the serializer's set-up would be
/// a fifth; that it reads what the serializer writes is what the contract's tests are for.
/// </summary>
internal static class ManifestReading
{
    /// <summary>The manifest.</summary>
    /// <exception cref="JsonException">The text is none.</exception>
    public static RunManifest Of(ReadOnlySpan<byte> text)
    {
        try
        {
            Utf8JsonReader reader = new(text);
            JsonElement root = JsonElement.ParseValue(ref reader);
            return reader.Read() ? throw new JsonException("Something follows the manifest.") : ManifestOf(Whole(root, 13));
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    private static RunManifest ManifestOf(JsonElement root) => new(
        root.GetProperty("format").GetInt32(),
        Text(root, "id"),
        Text(root, "version"),
        Text(root, "case"),
        Text(root, "scenario"),
        Text(root, "file"),
        Text(root, "case-fingerprint"),
        [.. root.GetProperty("settings").EnumerateArray().Select(setting => Whole(setting, 2)).Select(setting => new SweepSetting(Text(setting, "over"), setting.GetProperty("value").GetDecimal()))],
        root.GetProperty("future") is { ValueKind: not JsonValueKind.Null } future ? FutureOf(Whole(future, 2)) : null,
        Word<KeptResults>(root, "keep"),
        HeadlineOf(Whole(root.GetProperty("headline"), 5)),
        [.. root.GetProperty("tiers").EnumerateArray().Select(TierOf)],
        [.. root.GetProperty("tables").EnumerateArray().Select(table => Whole(table, 3)).Select(table => new ArchivedTable(Text(table, "name"), table.GetProperty("rows").GetInt32(), Text(table, "sha256")))]);

    private static DemandFuture FutureOf(JsonElement future) => new(future.GetProperty("seed").GetInt32(), future.GetProperty("number").GetInt32());

    private static RunHeadline HeadlineOf(JsonElement headline) => new(
        headline.GetProperty("unplaced-pupil-years").GetInt32(),
        headline.GetProperty("unplaced-at-end").GetInt32(),
        headline.GetProperty("inmss-at-end").GetInt32(),
        headline.GetProperty("revenue-pounds").GetDecimal(),
        headline.GetProperty("capital-pounds").GetDecimal());

    /// <summary>A tier, which says what it reached only where that is not its value.</summary>
    private static ArchivedTier TierOf(JsonElement tier)
    {
        bool reached = tier.TryGetProperty("reached", out JsonElement best);
        Whole(tier, reached ? 5 : 4);
        return new ArchivedTier(Word<ObjectiveTier>(tier, "tier"), tier.GetProperty("value").GetInt64(), Real(tier, "bound"), Real(tier, "gap"), reached ? best.GetInt64() : null);
    }

    /// <summary>The object, which has so many keys; each is then asked for by name, so that none is left over.</summary>
    private static JsonElement Whole(JsonElement element, int keys) => element.GetPropertyCount() == keys ? element : throw new JsonException($"{keys} keys are wanted where there are {element.GetPropertyCount()}.");

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString() ?? throw new JsonException($"'{key}' says null.");

    /// <summary>A number, or the word for one that JSON has no figures for.</summary>
    private static double Real(JsonElement element, string key) => element.GetProperty(key) is { ValueKind: JsonValueKind.String } word
        ? word.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw new JsonException($"'{key}' is no number."),
        }
        : element.GetProperty(key).GetDouble();

    private static T Word<T>(JsonElement element, string key)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => Spelling.Of(value) == Text(element, key)).Select(value => (T?)value).FirstOrDefault()
        ?? throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"'{Text(element, key)}' is no {typeof(T).Name}."));
}
