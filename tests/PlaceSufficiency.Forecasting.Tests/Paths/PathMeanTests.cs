using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Paths;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Paths;

/// <summary>Means and spreads of thousands of paths against what their distributions give by hand; bounds are five standard errors.</summary>
public class PathMeanTests
{
    private const int Paths = 4_000;

    private static readonly AcademicYear _first = TinyWorld.BaseYear.Next;

    [Fact]
    public void Leavers_of_known_rates_are_binomial()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(100, 3).WithLeavers(0.2m, 3).With(DemandUncertainty.RatesKnown);

        (double mean, double variance) = Moments(planningCase, counts => counts.Stock(_first));

        Assert.InRange(mean, 79.68, 80.32); // 100 times 0.8; standard deviation 4
        Assert.InRange(variance, 14.2, 17.8); // 100 times 0.2 times 0.8
    }

    [Fact]
    public void Joiners_of_known_rates_have_their_mean_as_variance()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(1, 3).WithJoiners(12, 5).With(DemandUncertainty.RatesKnown);

        (double mean, double variance) = Moments(planningCase, counts => counts.Joiners(_first));

        Assert.InRange(mean, 11.73, 12.27);
        Assert.InRange(variance, 10.6, 13.4);
    }

    [Fact]
    public void A_rate_seen_for_three_years_adds_a_third_of_the_mean_to_the_variance()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(1, 3).WithJoiners(12, 5).With(DemandUncertainty.RatesKnown with { YearsObserved = 3 });

        (double mean, double variance) = Moments(planningCase, counts => counts.Joiners(_first));

        Assert.InRange(mean, 11.68, 12.32);
        Assert.InRange(variance, 14.2, 17.8); // 12 for whole pupils and 12 / 3 for the rate
    }

    [Fact]
    public void Noise_of_the_years_observed_leaves_the_rate_unsure()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(1, 3).WithJoiners(10_000, 5)
            .With(DemandUncertainty.RatesKnown with { JoinerNoise = 0.2m, YearsObserved = 4 });

        (double mean, double variance) = Moments(planningCase, counts => counts.Joiners(_first));

        Assert.InRange(Math.Sqrt(variance) / mean, 0.213, 0.241); // 0.04 of the year's own, 0.01 of four years' mean, a little of 10,000 pupils
    }

    [Fact]
    public void Drift_widens_from_year_to_year_and_leaves_the_mean_where_it_is()
    {
        PlanningCase planningCase = TinyWorld.Case(5).WithPupils(1, 3).WithJoiners(400, 5)
            .With(DemandUncertainty.RatesKnown with { JoinerDrift = 0.1m });

        (double early, double narrow) = Moments(planningCase, counts => counts.Joiners(_first));
        (double late, double wide) = Moments(planningCase, counts => counts.Joiners(_first.PlusYears(4)));

        Assert.InRange(early, 396, 404);
        Assert.InRange(late, 392, 408);
        Assert.InRange(Math.Sqrt(narrow - early) / early, 0.093, 0.107); // one step of 0.1
        Assert.InRange(Math.Sqrt(wide - late) / late, 0.21, 0.24); // five steps: exp(0.05) - 1 is 0.226 squared
    }

    [Fact]
    public void A_change_of_phase_meets_the_shares_and_few_change_level()
    {
        PlanningCase planningCase = TinyWorld.Case(1)
            .WithPupils(60, 6, need: PrimaryNeed.ASD, level: ProvisionLevel.Mainstream)
            .WithPupils(40, 6, need: PrimaryNeed.ASD, level: ProvisionLevel.Special)
            .WithLevels(PrimaryNeed.ASD, Phase.Secondary, (ProvisionLevel.Mainstream, 0.3m), (ProvisionLevel.Special, 0.7m))
            .With(DemandUncertainty.RatesKnown);

        (double mean, double variance) = Moments(planningCase, counts => Enum.GetValues<Sex>().Sum(sex => counts.Stock(_first, YearGroup.Of(7), PrimaryNeed.ASD, ProvisionLevel.Special, sex)));

        Assert.InRange(mean, 69.7, 70.3); // every special pupil stays; each of 60 goes with chance a half
        Assert.InRange(variance, 13.3, 16.7); // 60 times a half times a half
    }

    [Fact]
    public void A_scaling_of_half_halves_the_joiners_that_totals_ask_for()
    {
        PlanningCase planningCase = TinyWorld.Case(2).WithPupils(50, 3).WithJoiners(1, 5).WithTotals(90, 130).WithScaling(0.5m).With(DemandUncertainty.RatesKnown);

        (double mean, _) = Moments(planningCase, counts => counts.Stock(_first.Next));

        Assert.InRange(mean, 89.6, 90.4); // 50 and half of 40 and of 40
    }

    [Fact]
    public void Paths_that_set_totals_aside_follow_the_joiners()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(50, 3).WithJoiners(20, 5).WithTotals(500)
            .With(DemandUncertainty.RatesKnown with { Totals = TotalsRole.SetAside });

        (double mean, _) = Moments(planningCase, counts => counts.Stock(_first));

        Assert.InRange(mean, 69.6, 70.4);
    }

    [Fact]
    public void Totals_that_drift_wander_around_the_stated_ones()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(500, 3).WithJoiners(1, 5).WithTotals(1000)
            .With(DemandUncertainty.RatesKnown with { TotalDrift = 0.05m });

        (double mean, double variance) = Moments(planningCase, counts => counts.Stock(_first));

        Assert.InRange(mean, 996, 1004);
        Assert.InRange(Math.Sqrt(variance) / mean, 0.047, 0.053);
    }

    [Fact]
    public void A_trend_and_more_residents_multiply_joiners_and_the_central_forecast_follows()
    {
        PlanningCase planningCase = TinyWorld.Case(2).WithPupils(1, 3).WithJoiners(100, 5).WithPupils(1000, 3, need: PrimaryNeed.SEMH).WithLeavers(0.1m, 4).With(DemandUncertainty.RatesKnown);
        planningCase = planningCase.WithDemand(demand => demand with
        {
            Trend = new RateTrend(0.2m, -0.1m, 0.5m),
            Population = PopulationOutlook.Still with { Joiners = JoinersFollow.Residents, Projection = [new(null, _first.Next, YearGroup.Of(5).Age, 400)] },
        });
        double joiners = 100 * 2 * Math.Exp(0.2 + 0.1); // two years' steps, and twice the residents
        double leavers = 1001 * 0.1 * Math.Exp(-0.1 - 0.05); // year group 4 leaves after the first planned year

        (double joined, _) = Moments(planningCase, counts => counts.Joiners(_first.Next));
        (double left, _) = Moments(planningCase, counts => counts.Leavers(_first));
        DemandPath central = Forecaster.Forecast(planningCase);

        Assert.InRange(joined, joiners - 1.5, joiners + 1.5);
        Assert.InRange(left, leavers - 1, leavers + 1);
        Assert.Equal(((int)Math.Round(joiners), (int)Math.Round(leavers)), (central.JoinersIn(_first.Next), central.LeaversBefore(_first.Next)));
    }

    [Fact]
    public void Joiners_live_where_residents_of_their_age_do()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(1, 3).WithJoiners(40, 5);
        planningCase = planningCase with { Areas = [planningCase.Areas[0], TinyWorld.Area(TinyWorld.South, 100_000, 300)] };
        PathForecaster forecaster = new(planningCase);

        var joiners = Enumerable.Range(0, 500).SelectMany(path => forecaster.Path(3, path).Stays.Where(stay => stay.FirstYear == _first)).ToArray();

        Assert.InRange(joiners.Where(stay => stay.Area == TinyWorld.South).Sum(stay => stay.Pupils) / (double)joiners.Sum(stay => stay.Pupils), 0.735, 0.765);
    }

    [Fact]
    public void Who_must_join_but_cannot_is_a_finding()
    {
        PathForecaster forecaster = new(TinyWorld.Case(1).WithPupils(5, 3).WithTotals(9));

        var thrown = Assert.Throws<Domain.Findings.FindingsException>(() => forecaster.Counts(1, 0));

        Assert.Equal("joiners-without-profile", Assert.Single(thrown.Findings).Code);
    }

    private static (double Mean, double Variance) Moments(PlanningCase planningCase, Func<PathCounts, int> measure)
    {
        PathForecaster forecaster = new(planningCase);
        double[] drawn = [.. Enumerable.Range(0, Paths).Select(path => (double)measure(forecaster.Counts(1, path)))];
        double mean = drawn.Average();
        return (mean, drawn.Sum(value => (value - mean) * (value - mean)) / (Paths - 1));
    }
}
