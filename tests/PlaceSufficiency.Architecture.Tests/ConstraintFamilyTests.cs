namespace PlaceSufficiency.Architecture.Tests;

/// <summary>Every family of constraints has a file of its own, a number in MODEL.md, and tests with an exact number and its LP rows.</summary>
public sealed class ConstraintFamilyTests
{
    private static readonly string Master = Path.Combine(House.Named("Allocation").Folder, "Master");

    public static TheoryData<string> Families() =>
        [.. Directory.EnumerateFiles(Master, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name is not ("MasterModel" or "TierProblem")).Order()];

    [Theory]
    [MemberData(nameof(Families))]
    public void IsNumberedInTheModel(string family)
    {
        string model = File.ReadAllText(Path.Combine(House.Named("Allocation").Folder, "MODEL.md"));
        Assert.Matches($@"\*\*\(\d+\) {family}\.\*\*", model);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void HasTestsThatShowItsRows(string family)
    {
        string tests = File.ReadAllText(Path.Combine(House.Root, "tests", "PlaceSufficiency.Allocation.Tests", "Master", $"{family}Tests.cs"));
        Assert.Contains("MasterLp.Of", tests, StringComparison.Ordinal);
        Assert.Contains("Planned.By", tests, StringComparison.Ordinal);
    }

    [Fact]
    public void ThereAreFamilies() => Assert.Equal(5, Families().Count);
}
