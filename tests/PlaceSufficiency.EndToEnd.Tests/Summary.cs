using System.Text.Json;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>A run's summary.json.</summary>
internal sealed class Summary
{
    private Summary(JsonElement root) => Root = root;

    internal JsonElement Root { get; }

    internal bool AuditPassed => Root.GetProperty("audit").GetProperty("passed").GetBoolean();

    internal string[] AuditFindings => [.. Root.GetProperty("audit").GetProperty("findings").EnumerateArray().Select(finding => finding.ToString())];

    internal IReadOnlyList<Tier> Tiers =>
    [
        .. Root.GetProperty("tiers").EnumerateArray().Select(tier => new Tier(
            tier.GetProperty("tier").GetString()!, tier.GetProperty("value").GetDecimal(), tier.GetProperty("gapPercent").GetDecimal())),
    ];

    internal static Summary Of(string folder)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "summary.json")));
        return new Summary(document.RootElement.Clone());
    }

    /// <summary>A count of every year, base year first.</summary>
    internal int[] Yearly(string key) => [.. Root.GetProperty("years").EnumerateArray().Select(year => year.GetProperty(key).GetInt32())];

    /// <summary>Pence of an item over the horizon; the item's name may be the first part only, such as transport.</summary>
    internal decimal Pence(string item) => 100 * Root.GetProperty("budget").EnumerateArray()
        .Where(row => row.GetProperty("item").GetString()!.StartsWith(item, StringComparison.Ordinal))
        .Sum(row => row.GetProperty("pounds").GetDecimal());

    internal sealed record Tier(string Name, decimal Value, decimal GapPercent);
}
