using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests;

public class ScenarioApplicationTests
{
    private static readonly ProvisionId School = TinyWorld.SpecialSchool;

    [Fact]
    public void The_case_takes_the_scenarios_name_and_question()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of());

        Assert.Equal(("What if", "What then?"), (applied.Case.Name, applied.Case.Question));
        Assert.Empty(applied.Log);
        Assert.Empty(applied.Findings);
    }

    [Fact]
    public void A_later_layer_wins_and_the_log_names_what_it_overrides()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of(
            Layer("a.yaml", new SetPlaces(School, 20, Year2)),
            Layer("b.yaml", new CapInmss(5, Year3), new AddPlaces(School, 2, Year3))));

        Assert.Empty(applied.Findings);
        Assert.Equal([10, 20, 22], applied.Case.Horizon.PlannedYears.Select(year => applied.Case.Places[School, year]));
        Assert.Equal(
            [
                "a.yaml:5 set-places places/hilltop-special/2022/23: 10 -> 20 ()",
                "a.yaml:5 set-places places/hilltop-special/2023/24: 10 -> 20 ()",
                "b.yaml:5 cap-inmss limits/inmss-pupils/2023/24: no limit -> 5 ()",
                "b.yaml:6 add-places places/hilltop-special/2023/24: 20 -> 22 (a.yaml:5)",
            ],
            applied.Log.Select(line => $"{line.File}:{line.Row} {line.Change} {line} ({line.Overrides})"));
    }

    [Fact]
    public void Two_changes_of_one_layer_may_not_touch_the_same_key()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of(Layer("a.yaml", new AddPlaces(School, 2, Year1), new SetPlaces(School, 9, Year2))));

        Finding finding = Assert.Single(applied.Findings);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Equal(
            "a.yaml:6 places/hilltop-special/2022/23: Rows 5 (add-places) and 6 (set-places) both change this and 1 more. Maybe the first needs an 'until'.",
            finding.ToString());
    }

    [Fact]
    public void Phases_that_do_not_overlap_do_not_conflict()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of(Layer("a.yaml", new AddPlaces(School, 2, Year1, Year1), new AddPlaces(School, 5, Year2))));

        Assert.Empty(applied.Findings);
        Assert.Equal([12, 15, 15], applied.Case.Horizon.PlannedYears.Select(year => applied.Case.Places[School, year]));
    }

    [Fact]
    public void Stopping_placements_in_a_kind_and_in_one_of_its_provisions_conflict()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of(Layer(
            "a.yaml", new NoNewPlacements(Year1, Kind: ProvisionKind.SpecialSchool), new NoNewPlacements(Year2, Provision: School))));

        Assert.Equal(
            "a.yaml:6 provision/hilltop-special/no-new-placements-from: Rows 5 (no-new-placements) and 6 (no-new-placements) both change this.",
            Assert.Single(applied.Findings).ToString());
    }

    [Fact]
    public void A_third_change_of_a_key_conflicts_with_the_first()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of(Layer("a.yaml", new CapInmss(1, Year1), new CapInmss(2, Year1), new CapInmss(3, Year1))));

        Assert.Equal([6, 7], applied.Findings.Select(finding => finding.Row));
        Assert.All(applied.Findings, finding => Assert.StartsWith("Rows 5 ", finding.Message, StringComparison.Ordinal));
        Assert.Equal(1, applied.Case.Limits.InmssPupils[Year1]);
    }

    [Fact]
    public void Everything_wrong_is_found_in_one_go_and_what_is_right_is_still_made()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of(
            Layer("a.yaml", new AddPlaces(new ProvisionId("hilltop"), 2, Year1), new OpenScheme(Extension, TinyWorld.BaseYear)),
            Layer("b.yaml", new AddPlaces(School, -11, Year1), new CapInmss(3, Year1))));

        Assert.Equal(
            ["a.yaml:5 unknown-provision", "a.yaml:6 scheme-opens-outside-horizon", "b.yaml:5 negative-places"],
            applied.Findings.Select(finding => $"{finding.File}:{finding.Row} {finding.Code}"));
        Assert.Equal(3, applied.Case.Limits.InmssPupils[Year1]);
        Assert.Equal(10, applied.Case.Places[School, Year1]);
    }

    [Fact]
    public void A_change_that_is_doubtful_is_made()
    {
        AppliedScenario applied = ScenarioApplication.Apply(Case(), Of(Layer("a.yaml", new SetImports(School, 11, Year1))));

        Assert.Equal(Severity.Warning, Assert.Single(applied.Findings).Severity);
        Assert.Equal(11, applied.Case.Imports[School, Year1]);
    }
}
