using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Scenarios.Tests.TradeOffs;

public class TradeOffLimitTests
{
    [Theory]
    [InlineData("capital.total", TradeOffKind.Capital, true)]
    [InlineData("inmss.spend.2022+", TradeOffKind.InmssSpend, true)]
    [InlineData("inmss.cap.2022", TradeOffKind.InmssPupils, false)]
    public void Limits_of_sweeps_are_limits_of_curves(string key, TradeOffKind kind, bool isMoney)
    {
        TradeOffLimit limit = TradeOffLimit.Of(key);

        Assert.Equal((key, kind, isMoney), (limit.Key, limit.Kind, limit.IsMoney));
    }

    [Theory]
    [InlineData("capital.totl", "'capital.total' was meant.")]
    [InlineData("places.hilltop-special.2022", null)]
    [InlineData("joiners.scale.2022", null)]
    [InlineData("inmss.cap.someday", "'inmss.cap' was meant.")]
    public void Anything_else_is_not(string key, string? maybe)
    {
        Finding finding = Assert.Single(Assert.Throws<FindingsException>(() => TradeOffLimit.Of(key)).Findings);

        Assert.Equal(("unknown-limit", "--limit", key, maybe), (finding.Code, finding.Key, finding.Value, finding.Maybe));
    }

    [Fact]
    public void The_limit_wins_over_what_the_scenario_says()
    {
        Scenario scenario = ScenarioWorld.Of(ScenarioWorld.Layer("a.yaml", new LimitCapital(new(5))));

        Assert.Equal(7, TradeOffLimit.Of("capital.total").At(7, ScenarioWorld.Case(), scenario).Limits.CapitalTotal!.Value.Value);
    }

    [Fact]
    public void Capital_is_traded_only_where_the_plan_decides_on_schemes()
    {
        TradeOffLimit limit = TradeOffLimit.Of("capital.total");

        Assert.Equal(["nothing-to-trade"], limit.Check(ScenarioWorld.Case()).Select(finding => finding.Code));
        Assert.Empty(limit.Check(ScenarioWorld.After(new ConsiderSchemes([ScenarioWorld.Extension]))));
    }

    [Fact]
    public void A_kind_of_limit_that_is_set_aside_is_not_traded()
    {
        PlanningCase planningCase = ScenarioWorld.Case();
        PlanningCase aside = planningCase with
        {
            Limits = planningCase.Limits with { Treatments = planningCase.Limits.Treatments.Add(LimitKind.InmssPupils, new LimitTreatment(LimitMode.Off, new(0))) },
        };

        Assert.Equal(["limit-set-aside"], TradeOffLimit.Of("inmss.cap.2022").Check(aside).Select(finding => finding.Code));
        Assert.Empty(TradeOffLimit.Of("inmss.spend.2022").Check(aside));
    }

    [Fact]
    public void Points_go_in_steps_and_end_at_the_loosest() =>
        Assert.Equal([0, 4, 8, 10], new TradeOffRange(0, 10, 4).Limits);

    [Theory]
    [InlineData(-1, 10, 0, "negative-number --from,negative-number --step")]
    [InlineData(10, 10, 1, "empty-range --to")]
    [InlineData(0, 10, 0.5, "not-whole --step")]
    [InlineData(0, 200, 1, "too-many-points --step")]
    [InlineData(0, 199, 1, "")]
    public void Everything_wrong_with_a_range_is_said(double from, double to, double step, string expected) =>
        Assert.Equal(expected, string.Join(',', new TradeOffRange((decimal)from, (decimal)to, (decimal)step).Check(isMoney: false).Select(finding => $"{finding.Code} {finding.Key}")));
}
