using System.Globalization;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>A row of scenarios/southampton/expected/objectives.csv: a tier's value, and the share of it by which a run may differ.</summary>
internal sealed record ExpectedObjective(string Scenario, string Tier, decimal Value, decimal ToleranceShare)
{
    internal static IReadOnlyList<ExpectedObjective> All { get; } = Read();

    /// <summary>Whether a value is the expected one.</summary>
    internal bool Allows(decimal value) => Math.Abs(value - Value) <= ToleranceShare * Value;

    private static ExpectedObjective[] Read()
    {
        string[] lines = File.ReadAllLines(Path.Combine(SouthamptonRun.Case, "expected", "objectives.csv"));
        Assert.Equal("scenario,tier,value,tolerance_share", lines[0]);
        return [.. lines[1..].Select(line => line.Split(',')).Select(cells => new ExpectedObjective(cells[0], cells[1], Number(cells[2]), Number(cells[3])))];
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
