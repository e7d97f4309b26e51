using PlaceSufficiency.Domain.Demand;

namespace PlaceSufficiency.Storage.Tests.Yaml;

public class BaseFileTests
{
    public static TheoryData<string, string, string[]> Mistakes => new()
    {
        { "authority: Tiny", "authorty: Tiny", ["Error missing-key base.yaml:2 authority: The key is missing. The resident authority.", "Error unknown-key base.yaml:5 'authorty': There is no such key here. Maybe 'authority' was meant."] },
        { "  circuity: 1 ", "  circuitry: 1 ", ["Error missing-key base.yaml:8 travel.circuity: The key is missing. Road distance over straight-line distance, at least 1.", "Error unknown-key base.yaml:8 travel 'circuitry': There is no such key here. Maybe 'circuity' was meant."] },
        { "authority: Tiny", "authority: Tiny\nauthority: Tiny", ["Error duplicate-key base.yaml:6 'authority': The key stands twice."] },
        { "schema: 1", "schema: 2", ["Error unknown-schema base.yaml:2 schema '2': This program reads version 1 of the file format."] },
        { "authority: Tiny", "authority:", ["Error missing-value base.yaml:5 authority: A value is missing."] },
        { "authority: Tiny", "authority: [Tiny]", ["Error wrong-type base.yaml:5 authority: Text is wanted, not a list."] },
        { "fixed-minutes: 5", "fixed-minutes: 5.5", ["Error fractional-number base.yaml:10 travel.fixed-minutes '5.5': A whole number is wanted."] },
        { "fixed-minutes: 5", "fixed-minutes: -5", ["Error negative-number base.yaml:10 travel.fixed-minutes '-5': 0 or more minutes are wanted."] },
        { "circuity: 1 ", "circuity: 0.5 ", ["Error out-of-range base.yaml:8 travel.circuity '0.5': Roads are at least as long as the straight line: 1 or more is wanted."] },
        { "speed-km-per-hour: 30", "speed-km-per-hour: 0", ["Error out-of-range base.yaml:9 travel.speed-km-per-hour '0': A speed above 0 is wanted."] },
        { "secondary: 60, ", "", ["Error missing-phase base.yaml:11 travel.ceiling-minutes: Every phase needs a figure; missing are secondary."] },
        { "secondary: 60, ", "secondary: 60, secondary: 61, ", ["Error duplicate-key base.yaml:11 travel.ceiling-minutes 'secondary': The key stands twice."] },
        { "secondary: 60, ", "secundary: 60, ", ["Error unknown-phase base.yaml:11 travel.ceiling-minutes 'secundary': Not a phase; known are early-years, primary, secondary, post-16, post-19. Maybe 'secondary' was meant."] },
        { "last: 2026/27", "last: 2024/25", ["Error horizon-out-of-range base.yaml:6 horizon.last '2024/25': The last year must be 1 to 30 years after the base year 2024/25."] },
        { "[unplaced, over-number, cost]", "[cost, unplaced]", ["Error unplaced-first base.yaml:13 objective: The first tier must be unplaced: no price may buy an unplaced pupil."] },
        { "[unplaced, over-number, cost]", "[unplaced, cost, cost]", ["Error duplicate-tier base.yaml:13 objective 'cost': The tier stands twice."] },
        { "[unplaced, over-number, cost]", "unplaced", ["Error wrong-type base.yaml:13 objective 'unplaced': A list is wanted, not a single value. Maybe '[unplaced]' was meant."] },
        { "[unplaced, over-number, cost]", "[unplaced, overnumber]", ["Error unknown-tier base.yaml:13 objective[2] 'overnumber': Not a tier of the objective; known are limit-pupils, limit-spend, unplaced, over-number, inmss-pupils, moves, excess-travel, inmss-spend, cost. Maybe 'over-number' was meant."] },
        { "autism: [ASD]", "autism: [ASD, SLD]", ["Error need-groups base.yaml:14 need-groups 'SLD': A need belongs to one group; this one is in autism and all other needs."] },
        { "autism: [ASD], ", "", ["Error need-groups base.yaml:14 need-groups 'ASD': Every need belongs to a group; this one is in none."] },
        { "authority: Tiny", "authority: Tiny\nlimits: { inmss-pupils: { 2025/26: -1 } }", ["Error negative-number base.yaml:6 limits.inmss-pupils.2025/26 '-1': 0 or more pupils are wanted."] },
        { "authority: Tiny", "authority: Tiny\ndemand: { totals: { growth: { base-plans: 5, rates: { 2025/26: 10%, 2026/27: 0.1 } } } }",
            ["Error totals-disagree base.yaml:6 demand.totals.growth.base-plans '5': The stock of 2024/25 has 4 pupils."] },
        { "authority: Tiny", "authority: Tiny\ndemand: { uncertainty: { joiner-drift: 18, leaver-noise: -0.1, years-observed: 31 } }",
            ["Error out-of-range base.yaml:6 demand.uncertainty.joiner-drift '18': A standard deviation from 0 to 0.7 is wanted. Maybe '18%' was meant.",
             "Error out-of-range base.yaml:6 demand.uncertainty.leaver-noise '-0.1': A standard deviation from 0 to 0.7 is wanted.",
             "Error out-of-range base.yaml:6 demand.uncertainty.years-observed '31': 0 to 30 years are wanted."] },
        { "authority: Tiny", "authority: Tiny\ndemand: { totals: { stated: { 2025/26: 5 } } }", ["Error totals-year-missing base.yaml:6 demand.totals.stated.2026/27: Every planned year needs a figure."] },
        { "authority: Tiny", "authority: Tiny\nchanges: []",
            ["Error missing-key base.yaml:2 extends: The key is missing. The file it changes: a path within the case folder, relative to this file.",
             .. new[] { (5, "authority"), (7, "horizon"), (8, "travel"), (14, "objective"), (15, "need-groups") }.Select(key => $"Error unknown-key base.yaml:{key.Item1} '{key.Item2}': There is no such key here.")] },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_gives_exactly_its_findings(string good, string bad, string[] expected)
    {
        using TempCase files = new();

        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Replace("base.yaml", good, bad).Findings().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Totals_grow_without_rounding_in_between_and_are_cut_to_whole_plans()
    {
        using TempCase files = new();
        files.Replace("base.yaml", "authority: Tiny", "authority: Tiny\ndemand: { totals: { growth: { base-plans: 4, rates: { 2025/26: 40%, 2026/27: 0.5 } } } }");

        var totals = Storage.Cases.CaseReader.Read(files.PathOf("base.yaml")).Case.Demand.StatedTotals;

        Assert.Equal([("2025/26", 5), ("2026/27", 8)], totals.Select(total => ($"{total.Key}", total.Value)));
    }

    [Fact]
    public void Uncertainty_is_read_and_what_is_left_out_is_usual()
    {
        using TempCase files = new();
        files.Append("base.yaml", "demand: { uncertainty: { totals: set-aside, joiner-drift: 5%, years-observed: 6 } }\n");

        var read = Storage.Cases.CaseReader.Read(files.PathOf("base.yaml")).Case.Demand.Uncertainty;

        Assert.Equal(DemandUncertainty.Default with { Totals = TotalsRole.SetAside, JoinerDrift = 0.05m, YearsObserved = 6 }, read);
    }

    [Fact]
    public void Moves_and_limits_are_read()
    {
        using TempCase files = new();
        files.Append("base.yaml", "moves:\n  - { from-kind: inmss, starting: 2026/27 }\nlimits: { inmss-pupils: { 2026/27: 3 } }\n");

        var read = Storage.Cases.CaseReader.Read(files.PathOf("base.yaml")).Case;

        Assert.Equal([new(Domain.Provisions.ProvisionKind.Inmss, Domain.Time.AcademicYear.Parse("2026/27"))], read.Moves);
        Assert.Equal(3, Assert.Single(read.Limits.InmssPupils).Value);
    }
}
