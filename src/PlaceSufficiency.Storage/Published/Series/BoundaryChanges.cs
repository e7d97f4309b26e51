namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>An authority that took over the area, or part of the area, of others.</summary>
/// <param name="Code">ONS code of the new authority.</param>
/// <param name="Name">Its name.</param>
/// <param name="FirstCensus">Calendar year of the first January counted under it.</param>
/// <param name="Before">ONS codes of those that held its area before.</param>
internal sealed record BorderChange(string Code, string Name, int FirstCensus, string[] Before);

/// <summary>
/// Changes of authorities' codes and borders since 2010 that published series run across. Source: ONS Code History Database, after the
/// structural changes orders for Dorset (2018), Buckinghamshire (2019), Northamptonshire (2020), Cumbria, North Yorkshire and Somerset
/// (2022) and the change of the border between Gateshead and Northumberland (2013), which moved next to nobody.
/// </summary>
internal static class BoundaryChanges
{
    /// <summary>Codes given anew to the same area, by the earlier code: one series.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["E08000020"] = "E08000037", // Gateshead
        ["E06000048"] = "E06000057", // Northumberland
        ["E10000002"] = "E06000060", // Buckinghamshire
        ["E10000023"] = "E06000065", // North Yorkshire
        ["E10000027"] = "E06000066", // Somerset
    };

    /// <summary>Authorities whose area was cut anew: their series begin with them.</summary>
    internal static readonly IReadOnlyList<BorderChange> Cut =
    [
        new("E06000058", "Bournemouth, Christchurch and Poole", 2020, ["E06000028", "E06000029", "E10000009"]),
        new("E06000059", "Dorset", 2020, ["E10000009"]),
        new("E06000061", "North Northamptonshire", 2022, ["E10000021"]),
        new("E06000062", "West Northamptonshire", 2022, ["E10000021"]),
        new("E06000063", "Cumberland", 2024, ["E10000006"]),
        new("E06000064", "Westmorland and Furness", 2024, ["E10000006"]),
    ];

    /// <summary>The code under which a place's series is kept.</summary>
    internal static string Latest(string code) => Renamed.GetValueOrDefault(code, code);
}
