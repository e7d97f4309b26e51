using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Comparison;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Scenarios.Tests.FiguresBuilder;
using static PlaceSufficiency.Scenarios.Tests.ScenarioWorld;

namespace PlaceSufficiency.Scenarios.Tests.Comparison;

/// <summary>Two planned years, 2021/22 and 2022/23. Nothing is done in the baseline; in the other run a scheme of £150,000 opens in 2022/23.</summary>
public class RunComparisonTests
{
    private static readonly Horizon _horizon = new(TinyWorld.BaseYear, Year2);

    private static readonly RunSummary _baseline = new("do-nothing", _horizon, None with
    {
        Years =
        [
            Line(TinyWorld.BaseYear, placed: 90, inmss: 9),
            Line(Year1, placed: 10, unplaced: 2, inmss: 3) with { InmssSpend = new Pounds(180_000), SpecialPlaces = 7, MedianTravel = Duration.FromSeconds(630) },
            Line(Year2, placed: 11, unplaced: 4, inmss: 4, overNumber: 1) with { InmssSpend = new Pounds(240_000), SpecialPlaces = 7, Over45Minutes = 2 },
        ],
        Placements = [Fact(TinyWorld.BaseYear, 90, minutes: 99), Fact(Year1, 10, minutes: 10), Fact(Year2, 9, minutes: 20), Fact(Year2, 2, minutes: 50), Fact(Year2, 4)],
        Budget =
        [
            Amount(2021, BudgetLine.HighNeedsBlock, 100_000), Amount(2022, BudgetLine.HighNeedsBlock, 200_000), Amount(2022, BudgetLine.HighNeedsBlock, 50_000),
            Amount(2022, BudgetLine.Transport, 30_000), Amount(2022, BudgetLine.Priced, 999),
        ],
    }, [], Case().Schemes);

    private static readonly RunSummary _extension = new("extension", _horizon, None with
    {
        Years = [Line(Year1, placed: 10, unplaced: 2, inmss: 3) with { SpecialPlaces = 7 }, Line(Year2, placed: 14, unplaced: 1, inmss: 2) with { SpecialPlaces = 11 }],
        Placements = [Fact(Year1, 10, minutes: 10), Fact(Year2, 14, minutes: 12)],
        Budget = [Amount(2021, BudgetLine.HighNeedsBlock, 100_000), Amount(2022, BudgetLine.HighNeedsBlock, 280_000), Amount(2023, BudgetLine.Transport, 40_000)],
    }, [], [Case().Schemes[0] with { Opens = Year2 }, Case().Schemes[1]]);

    [Fact]
    public void Pupils_are_compared_by_academic_year_and_summed_over_the_planned_years()
    {
        RunComparison comparison = RunComparison.Of([_baseline, _extension]);

        Assert.Equal(new ComparedValue("extension", RunMeasure.Unplaced, ComparedPeriod.Of(Year2), 1, -3), comparison.Value("extension", RunMeasure.Unplaced, ComparedPeriod.Of(Year2)));
        Assert.Equal((6m, 3m, -3m), Over(comparison, RunMeasure.Unplaced));
        Assert.Equal((21m, 24m, 3m), Over(comparison, RunMeasure.Placed));
        Assert.Equal((7m, 5m, -2m), Over(comparison, RunMeasure.InmssPupils));
        Assert.Equal((420_000m, 0m, -420_000m), Over(comparison, RunMeasure.InmssSpend));
        Assert.Equal((1m, 0m, -1m), Over(comparison, RunMeasure.OverNumber));
        Assert.Equal((2m, 0m, -2m), Over(comparison, RunMeasure.Over45Minutes));
    }

    [Fact]
    public void Special_places_over_the_horizon_are_those_of_the_last_year() =>
        Assert.Equal((7m, 11m, 4m), Over(RunComparison.Of([_baseline, _extension]), RunMeasure.SpecialPlaces));

    [Fact]
    public void Money_is_compared_by_financial_year_and_prices_are_not_spending()
    {
        RunComparison comparison = RunComparison.Of([_baseline, _extension]);

        Assert.Equal(30_000, comparison.Value("extension", RunMeasure.HighNeedsBlock, ComparedPeriod.Of(Financial(2022))).Difference);
        Assert.Equal((350_000m, 380_000m, 30_000m), Over(comparison, RunMeasure.HighNeedsBlock));
        Assert.Equal((30_000m, 40_000m, 10_000m), Over(comparison, RunMeasure.Transport));
    }

    [Fact]
    public void Only_schemes_that_open_cost_capital()
    {
        RunComparison comparison = RunComparison.Of([_baseline, _extension]);

        Assert.Equal([100_000, 50_000, 0], _horizon.FinancialYears.Select(year => comparison.Value("extension", RunMeasure.Capital, ComparedPeriod.Of(year)).Value));
        Assert.Equal((0m, 150_000m, 150_000m), Over(comparison, RunMeasure.Capital));
    }

    [Fact]
    public void Travel_over_the_horizon_is_that_of_all_pupil_years()
    {
        // 21 pupil-years in order: 10 of 10 minutes, 9 of 20, 2 of 50. The 11th is the median; the 19th (0.9 x 21 = 18.9) the 90th percentile.
        RunComparison comparison = RunComparison.Of([_baseline]);

        Assert.Equal(20, comparison.Value("do-nothing", RunMeasure.MedianTravel, ComparedPeriod.Horizon).Value);
        Assert.Equal(20, comparison.Value("do-nothing", RunMeasure.NinetiethPercentileTravel, ComparedPeriod.Horizon).Value);
        Assert.Equal(10.5m, comparison.Value("do-nothing", RunMeasure.MedianTravel, ComparedPeriod.Of(Year1)).Value);
    }

    [Fact]
    public void The_median_of_an_even_number_is_halfway_between_the_two_in_the_middle()
    {
        RunSummary even = _baseline with { Figures = None with { Placements = [Fact(Year1, 2, minutes: 11), Fact(Year2, 2, minutes: 20)] } };

        Assert.Equal(15.5m, RunComparison.Of([even]).Value("do-nothing", RunMeasure.MedianTravel, ComparedPeriod.Horizon).Value);
        Assert.Equal(0, RunComparison.Of([even with { Figures = None }]).Value("do-nothing", RunMeasure.MedianTravel, ComparedPeriod.Horizon).Value);
    }

    [Fact]
    public void Extra_pupils_cost_revenue_and_capital_apart()
    {
        // 24 - 21 = 3 pupil-years; (380,000 + 40,000) - (350,000 + 30,000) = 40,000; a third of it is 13,333.33; 150,000 / 3 = 50,000.
        PlacementGain gain = Assert.Single(RunComparison.Of([_baseline, _extension]).Gains);

        Assert.Equal(
            new PlacementGain("extension", 3, true, new Pounds(40_000), new Pounds(150_000), new Pounds(13_333.33m), new Pounds(50_000)), gain);
    }

    [Fact]
    public void When_nobody_extra_is_placed_there_is_no_cost_of_one()
    {
        PlacementGain fewer = Assert.Single(RunComparison.Of([_extension, _baseline]).Gains);

        Assert.Equal((-3, null, null), (fewer.ExtraPlaced, fewer.RevenuePerExtra, fewer.CapitalPerExtra));
        Assert.Equal(new Pounds(-40_000), fewer.ExtraRevenue);
        Assert.Null(Assert.Single(RunComparison.Of([_baseline, _baseline with { Name = "again" }]).Gains).RevenuePerExtra);
    }

    [Fact]
    public void Another_demand_is_told()
    {
        RunSummary more = _baseline with { Name = "more", Figures = None with { Years = [Line(Year1, placed: 20), Line(Year2, placed: 21)] } };

        Assert.False(Assert.Single(RunComparison.Of([_baseline, more]).Gains).SameDemand);
    }

    [Fact]
    public void Runs_over_other_years_are_compared_in_the_years_they_share_only()
    {
        RunSummary longer = _baseline with { Name = "longer", Horizon = new Horizon(TinyWorld.BaseYear, Year3), Figures = None with { Years = [Line(Year1, unplaced: 5), Line(Year3, unplaced: 9)] } };

        RunComparison comparison = RunComparison.Of([_baseline, longer]);
        Assert.Equal(3, comparison.Value("longer", RunMeasure.Unplaced, ComparedPeriod.Of(Year1)).Difference);
        Assert.Null(comparison.Value("longer", RunMeasure.Unplaced, ComparedPeriod.Of(Year3)).Difference);
        Assert.Null(comparison.Value("longer", RunMeasure.Unplaced, ComparedPeriod.Horizon).Difference);
        Assert.Empty(comparison.Gains);
    }

    [Fact]
    public void Figures_come_by_measure_then_year_then_run()
    {
        RunComparison comparison = RunComparison.Of([_baseline, _extension]);

        Assert.Equal(
            [
                "do-nothing 2021/22", "extension 2021/22", "do-nothing 2022/23", "extension 2022/23", "do-nothing horizon", "extension horizon",
            ],
            comparison.Values.Where(value => value.Measure == RunMeasure.Placed).Select(value => $"{value.Run} {value.Period}"));
        Assert.Equal(Enum.GetValues<RunMeasure>(), comparison.Values.Select(value => value.Measure).Distinct());
    }

    [Fact]
    public void Two_runs_of_one_name_are_refused() => Assert.Throws<ArgumentException>(() => RunComparison.Of([_baseline, _baseline]));

    private static BudgetAmount Amount(int startYear, BudgetLine line, decimal pounds) =>
        new(Financial(startYear), line, null, ProvisionKind.SpecialSchool, new Pounds(pounds));

    private static (decimal Baseline, decimal Extension, decimal? Difference) Over(RunComparison comparison, RunMeasure measure)
    {
        ComparedValue extension = comparison.Value("extension", measure, ComparedPeriod.Horizon);
        return (comparison.Value("do-nothing", measure, ComparedPeriod.Horizon).Value, extension.Value, extension.Difference);
    }
}
