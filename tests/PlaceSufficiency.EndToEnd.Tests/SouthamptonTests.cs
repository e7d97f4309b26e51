namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>
/// The answers to the Southampton question. Values of aims are compared with committed ones; the assignment never is, for several may be equally good.
/// </summary>
public sealed class SouthamptonTests(SouthamptonRun run)
{
    /// <summary>A tier may stand above its bound by one part in 2,000.</summary>
    private const decimal LargestGapPercent = 0.05m;

    public static TheoryData<string> Scenarios => [.. SouthamptonRun.Scenarios];

    [Fact]
    public void All_six_scenarios_are_answered()
    {
        Assert.Equal(["approved-278", "do-nothing", "girls-semh", "inmss-no-new-placements", "specialist-bases", "strategy-338"], SouthamptonRun.Scenarios);
        Assert.True(run.Said.ExitCode == 0, run.Said.Trouble);
        Assert.Equal(SouthamptonRun.Scenarios, Directory.EnumerateDirectories(run.Results).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Counts_are_expected_exactly_and_money_within_a_2000th()
    {
        Assert.Equal(
            SouthamptonRun.Scenarios.SelectMany(scenario => (string[])[$"{scenario} unplaced 0", $"{scenario} over-number 0", $"{scenario} cost 0.0005"]),
            ExpectedObjective.All.Select(expected => FormattableString.Invariant($"{expected.Scenario} {expected.Tier} {expected.ToleranceShare}")));
        Assert.All(ExpectedObjective.All, expected => Assert.True(expected.Value > 0));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Aims_reach_the_values_they_reached_before(string scenario)
    {
        IReadOnlyList<Summary.Tier> tiers = Summary.Of(run.Of(scenario)).Tiers;
        ExpectedObjective[] expected = [.. ExpectedObjective.All.Where(row => row.Scenario == scenario)];

        Assert.Equal(expected.Select(row => row.Tier), tiers.Select(tier => tier.Name));
        Assert.All(expected.Zip(tiers), pair => Assert.True(pair.First.Allows(pair.Second.Value), $"{pair.First}, but now {pair.Second.Value}"));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_aim_is_proven_to_a_2000th(string scenario) => Assert.All(
        Summary.Of(run.Of(scenario)).Tiers,
        tier => Assert.True(tier.GapPercent is >= 0 and <= LargestGapPercent, $"{tier.Name}: gap {tier.GapPercent}%, wanted at most {LargestGapPercent}%"));

    /// <summary>Every scenario keeps the growth that base.yaml states; the strategy publishes these totals.</summary>
    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Plans_follow_the_stated_totals(string scenario)
    {
        string text = await File.ReadAllTextAsync(Path.Combine(SouthamptonRun.Case, $"{scenario}.yaml"), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("set-totals", text, StringComparison.Ordinal);
        Assert.Equal([1826, 2008, 2209, 2430, 2600, 2782, 2977, 3185, 3408], Summary.Of(run.Of(scenario)).Yearly("stock"));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task No_audit_finds_an_error(string scenario)
    {
        Summary summary = Summary.Of(run.Of(scenario));
        Said again = await ProgramProcess.Run("audit", run.Of(scenario));

        Assert.True(summary.AuditPassed);
        Assert.DoesNotContain(summary.AuditFindings, finding => finding.Contains("error", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, again.ExitCode);
        Assert.EndsWith("Audited: no rule is broken.\n", again.Results, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_summary_has_the_keys_that_are_documented_and_no_others(string scenario)
    {
        SortedDictionary<string, SortedSet<string>> found = SummaryKeys.Of(Summary.Of(run.Of(scenario)).Root);
        SortedDictionary<string, SortedSet<string>> documented = SummaryKeys.Documented();

        Assert.Equal(documented.Keys, found.Keys);
        Assert.All(found, pair => Assert.Equal(documented[pair.Key], pair.Value));
    }
}
