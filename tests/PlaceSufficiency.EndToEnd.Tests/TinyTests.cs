namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>The case that scenarios/tiny/README.md solves by hand.</summary>
public sealed class TinyTests(TinyTests.FinishedTiny finished) : IClassFixture<TinyTests.FinishedTiny>
{
    [Fact]
    public void Every_scenario_of_the_case_is_answered()
    {
        string[] scenarios = [.. Directory.EnumerateFiles(FinishedTiny.Case, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

        Assert.Equal(["annexe", "base", "inmss-closed"], scenarios);
        Assert.Equal(0, finished.Said.ExitCode);
        Assert.Equal(scenarios, Directory.EnumerateDirectories(finished.Results).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("base", 0, 1, 11_172_000)]
    [InlineData("annexe", 0, 0, 5_772_000)]
    [InlineData("inmss-closed", 1, 0, 5_136_000)]
    public void Plans_are_those_found_by_hand(string scenario, int unplacedIn2026, int inmssIn2026, int pence)
    {
        Summary summary = Summary.Of(finished.Of(scenario));

        Assert.True(summary.AuditPassed);
        Assert.Empty(summary.AuditFindings);
        Assert.Equal(
            [new("unplaced", unplacedIn2026, 0), new("over-number", 0, 0), new("cost", pence / 100m, 0)],
            summary.Tiers);
        Assert.Equal([4, 5, 5], summary.Yearly("stock"));
        Assert.Equal([0, 0, unplacedIn2026], summary.Yearly("unplaced"));
        Assert.Equal([0, 0, inmssIn2026], summary.Yearly("inmss"));
    }

    [Theory]
    [InlineData("base", 14_400_000, 5_100_000, 6_000_000, 72_000, 0)]
    [InlineData("annexe", 15_600_000, 5_700_000, 0, 72_000, 2_400_000)]
    [InlineData("inmss-closed", 14_400_000, 5_100_000, 0, 36_000, 0)]
    public void Budgets_are_those_found_by_hand(string scenario, int placeFunding, int topUp, int fee, int transport, int capital)
    {
        Summary summary = Summary.Of(finished.Of(scenario));

        Assert.Equal(placeFunding, summary.Pence("place-funding"));
        Assert.Equal(topUp, summary.Pence("top-up"));
        Assert.Equal(fee, summary.Pence("fee"));
        Assert.Equal(transport, summary.Pence("transport"));
        Assert.Equal(capital, summary.Pence("capital"));
        Assert.Equal(placeFunding + topUp + fee + transport + capital, summary.Pence(""));
    }

    [Theory]
    [InlineData("base", "0,1,elm-base,yew-inmss")]
    [InlineData("annexe", "0,1,elm-base,oak-special")]
    [InlineData("inmss-closed", "0,1,elm-base,unplaced")]
    public async Task The_girl_from_the_base_goes_where_she_goes_by_hand(string scenario, string placement)
    {
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(finished.Of(scenario), "placements.csv"), TestContext.Current.CancellationToken);

        Assert.Equal(["stay,pupils,2025/26,2026/27", placement, "1,2,oak-special,oak-special", "2,1,oak-special,", "3,1,oak-special,oak-special", "4,1,,oak-special"], lines);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("annexe")]
    [InlineData("inmss-closed")]
    public async Task The_finished_folder_passes_its_audit_again(string scenario)
    {
        Said said = await ProgramProcess.Run("audit", finished.Of(scenario));

        Assert.Equal(0, said.ExitCode);
        Assert.EndsWith("Audited: no rule is broken.\n", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_whose_placements_were_changed_is_refused()
    {
        using TempFolder copy = new();
        foreach (string file in Directory.EnumerateFiles(finished.Of("base"), "*", SearchOption.AllDirectories))
        {
            string target = copy.At(Path.GetRelativePath(finished.Of("base"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        string text = await File.ReadAllTextAsync(copy.At("placements.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("yew-inmss", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(copy.At("placements.csv"), text.Replace("yew-inmss", "oak-special", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Said audit = await ProgramProcess.Run("audit", copy.Path);
        Said compare = await ProgramProcess.Run("compare", finished.Of("annexe"), copy.Path);

        Assert.Equal(2, audit.ExitCode);
        Assert.Empty(audit.Results);
        Assert.Contains("placements.csv", audit.Trouble, StringComparison.Ordinal);
        Assert.Equal(2, compare.ExitCode);
        Assert.Empty(compare.Results);
    }

    /// <summary>The annexe instead of the ban: 12,000 of place funding, 6,000 of top-up and 360 of transport for one more pupil-year.</summary>
    [Fact]
    public async Task Two_runs_are_compared_as_by_hand()
    {
        Said said = await ProgramProcess.Run("compare", finished.Of("inmss-closed"), finished.Of("annexe"));

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("What differs: inmss-closed -> annexe\n", said.Results, StringComparison.Ordinal);
        Assert.Matches("schemes +scheme/oak-annexe/opens +not opened +2026/27\n", said.Results);
        Assert.Matches("provision/yew-inmss/no-new-placements-from +2025/26 +never\n", said.Results);
        Assert.Matches("\nannexe +1 +0\\.02 +0\\.02 +£18,360 +£24,000 +yes\n", said.Results);
    }

    /// <summary>The whole case, run once.</summary>
    public sealed class FinishedTiny : IAsyncLifetime
    {
        private readonly TempFolder _results = new();

        internal static string Case => Repository.At("scenarios", "tiny");

        internal string Results => _results.At("tiny");

        internal Said Said { get; private set; } = new(-1, "", "");

        internal string Of(string scenario) => Path.Combine(Results, scenario);

        public async ValueTask InitializeAsync() => Said = await ProgramProcess.Run("run", Case, Path.Combine(Case, "base.yaml"), "--out", _results.Path);

        public ValueTask DisposeAsync()
        {
            _results.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
