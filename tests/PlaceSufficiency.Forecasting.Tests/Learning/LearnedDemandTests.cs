using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Flows;
using PlaceSufficiency.Forecasting.Learning;
using PlaceSufficiency.Forecasting.Paths;
using static PlaceSufficiency.Forecasting.Tests.Learning.SmallRecords;

namespace PlaceSufficiency.Forecasting.Tests.Learning;

public class LearnedDemandTests
{
    [Fact]
    public void A_level_seen_twice_alike_stands_and_one_that_jumps_is_followed_in_part()
    {
        Assert.Equal(0.3, LocalLevel.Last([0.3, 0.3], [1_000_000, 1_000_000], 0.1, 0.1, 0), 9);
        Assert.Equal(1 / 1.5, LocalLevel.Last([0, 1], [1_000_000_000, 1_000_000_000], 0.1, 0.1, 0), 3); // unsure 0.02 of 0.03
        Assert.Equal(0.05, LocalLevel.Last([0, 0.05], [1_000, 1_000], 0.1, 0.1, 0.05), 9); // on its trend
    }

    [Fact]
    public void Leavers_of_year_groups_to_10_are_pooled_and_borrow_thirty_pupils_of_England()
    {
        PlanRecords records = Of(Stay(150, 0, 3), Leave(20, 0, 9), Join(1, 0, 1));

        DemandAssumptions learned = LearnedDemand.Of(records, Codes);

        // (20 + 30 times 0.0297) of (170 + 30), moved to the level of the one year: 20 left where 170 times that was expected
        double pooled = (20 + (30 * 0.0297)) / 200;
        Assert.Equal(20.0 / 170, (double)learned.LeaverShares[YearGroup.Of(-4)], 4);
        Assert.Equal((30 * 0.0433 / 30) * (20 / (170 * pooled)), (double)learned.LeaverShares[YearGroup.Of(11)], 4);
        Assert.Equal(1, learned.LeaverShares[YearGroup.Oldest]);
    }

    [Fact]
    public void Joiners_are_as_many_as_joined_and_borrow_ten_of_Englands_ages()
    {
        PlanRecords records = Of(Stay(100, 0, 3), Join(30, 0, 5, "A", Sex.Male), Join(10, 0, 5, "S", Sex.Female));

        DemandAssumptions learned = LearnedDemand.Of(records, Codes);

        Assert.Equal(40, (double)learned.Joiners.Values.Sum(), 2);
        Assert.Equal((40 + (10 * 16_297 / 248_491.0)) * 40 / 50, (double)OfYearGroup(learned, 5), 0);
        Assert.InRange(OfYearGroup(learned, 4), 0.1m, 1m);
        Assert.True(
            learned.Joiners[(YearGroup.Of(5), PrimaryNeed.SEMH, Sex.Female)] > learned.Joiners[(YearGroup.Of(5), PrimaryNeed.SEMH, Sex.Male)], "Girls joined with SEMH.");
    }

    [Fact]
    public void Needs_and_levels_that_change_within_a_phase_are_learned_and_borrow_thirty_pupils()
    {
        PlanRecords records = Of(
            Stay(30, 0, 3), Stay(20, 0, 6), Enumerable.Repeat(new PlanYear(First, At(3), At(4, "S")), 10), Enumerable.Repeat(new PlanYear(First, At(3, "S"), At(4, "S", "spec")), 20), Join(5, 0, 1), Leave(1, 0, 1));

        var reviews = LearnedDemand.Of(records, Codes).Reviews;

        // Of 40 with A 10 change, of 60 in all 10; of 60 in mainstream 20 change. Those who change phase (year group 6) are not reviewed.
        decimal need = (10 + (30 * 10 / 60m)) / 70;
        decimal level = (20 + (30 * 20 / 60m)) / 90;
        Assert.Equal(
            [new ReviewChange(PrimaryNeed.ASD, null, null, PrimaryNeed.SEMH, null, Math.Round(need, 5)), new ReviewChange(null, null, ProvisionLevel.Mainstream, null, ProvisionLevel.Special, Math.Round(level, 5))],
            reviews);
    }

    [Fact]
    public void Reasons_that_records_tell_divide_the_share_that_leaves()
    {
        PlanRecords records = Of(Stay(100, 0, 3), Leave(15, 0, 9), Enumerable.Repeat(new PlanYear(First, At(9), null, LeavingReason.MovedOut), 5), Join(1, 0, 1));
        DemandAssumptions learned = LearnedDemand.Of(records, Codes);

        Assert.Equal((double)learned.LeaverShares[YearGroup.Of(7)] / 4, (double)learned.LeaverReasons[(YearGroup.Of(7), LeavingReason.MovedOut)], 4);
        Assert.DoesNotContain(learned.LeaverReasons.Keys, key => key.Reason == LeavingReason.Any);
    }

    [Fact]
    public void Published_tables_of_the_authority_are_borrowed_from_in_place_of_England()
    {
        PublishedAgeBand[] bands = [new("0 to 10", 0, 10), new("11 to 25", 11, 25)];
        PlanSeries Place(string code, PublishedLevel level) => new(
            code, code, level, "E12000008", Counts((2022, [100, 0]), (2023, [110, 0])), Counts((2023, [0, 200])), Counts((2023, [50, 0])));
        PublishedSeries series = new([.. bands], [.. bands], [.. bands], [Place("E06000001", PublishedLevel.Authority)]);
        double england = YearGroup.All.Where(each => each.Age >= 11).Sum(BorrowedRates.England.JoinerShare);

        BorrowedRates rates = BorrowedRates.Of(series, "E06000001");

        // 200 new plans, all from 11 on, and 200 of England's ages; 50 ceased where 100 x 0.0297 were expected, each with 30 of England's.
        Assert.Equal((1 + england) / 2, YearGroup.All.Where(each => each.Age >= 11).Sum(rates.JoinerShare), 9);
        Assert.Equal(1, YearGroup.All.Sum(rates.JoinerShare), 9);
        Assert.Equal(0.0297 * 80 / 32.97, rates.LeaverShare(YearGroup.Of(0)), 9);
        Assert.Equal(1, rates.LeaverShare(YearGroup.Oldest));
        Assert.NotEqual(
            LearnedDemand.Of(Of(Stay(50, 0, 3), Join(9, 0, 1), Leave(4, 0, 8)), Codes).Joiners, LearnedDemand.Of(Of(Stay(50, 0, 3), Join(9, 0, 1), Leave(4, 0, 8)), Codes, rates).Joiners);

        static ImmutableSortedDictionary<AcademicYear, BandedCount> Counts(params (int Census, int[] Plans)[] years) =>
            years.ToImmutableSortedDictionary(year => AcademicYear.OfCensus(year.Census), year => new BandedCount(year.Plans.Sum(), [.. year.Plans]));
    }

    [Fact]
    public void A_rate_of_joining_is_of_residents()
    {
        PlanRecords records = Of(Stay(100, 0, 3), Join(40, 0, 5), Stay(100, 1, 3), Join(40, 1, 5)).With(100, 0, 1, 2).With(400, 1, 2);
        PlanRecords more = records with { Residents = records.Residents.SetItems(Of().With(800, 3).Residents) };

        DemandAssumptions learned = LearnedDemand.Of(more, Codes);

        Assert.Equal(JoinersFollow.Residents, learned.Population.Joiners);
        Assert.All(learned.Population.Projection, row => Assert.Equal((First.PlusYears(3), 800), (row.Year, row.Persons)));
        Assert.InRange((double)learned.Joiners.Values.Sum(), 39, 43);
    }

    [Fact]
    public void Levels_borrow_from_all_phases_of_their_need()
    {
        PlanRecords records = Of(
            Stay(30, 0, 3), Enumerable.Repeat(new PlanYear(First, At(9), At(10, setting: "spec")), 10), Join(2, 0, 1), Leave(1, 0, 1));

        var levels = LearnedDemand.Of(records, Codes).LevelShares;

        // Secondary: (10 + 10 times 10/42) of 20 are special; post-16, which nobody is in: 10 of 42
        Assert.Equal((10 + (100 / 42m)) / 20, levels[(PrimaryNeed.ASD, Phase.Secondary, ProvisionLevel.Special)], 3);
        Assert.Equal(10 / 42m, levels[(PrimaryNeed.ASD, Phase.Post16, ProvisionLevel.Special)], 3);
    }

    [Fact]
    public void The_last_stock_moves_on_and_nobody_is_lost()
    {
        PlanRecords records = Of(Stay(60, 0, 3), Stay(20, 0, 13), Stay(3, 0, 18), Join(9, 0, 1), Leave(4, 0, 14)).With(500, 0, 1, 2, 3, 4);
        PlanningCase planningCase = RecordedCase.Of(records, Codes, First.PlusYears(6));

        Assert.Equal(92, planningCase.Stock.Sum(cell => cell.Pupils));
        Assert.All(Enumerable.Range(0, 20), path =>
            Assert.Empty(ConservationCheck.Of(planningCase, DemandFlows.Of(new PathForecaster(planningCase).Path(1, path)))));
    }

    [Fact]
    public void A_backtest_knows_nothing_later_than_its_origin()
    {
        PlanRecords records = Of(Stay(90, 0, 3), Join(9, 0, 1), Leave(4, 0, 8), Stay(95, 1, 4), Join(9, 1, 1), Leave(4, 1, 8), Stay(101, 2, 5), Join(9, 2, 1), Leave(4, 2, 8));
        PlanRecords other = records with { Rows = [.. records.Rows, .. Join(50, 2, 1)] };

        var folds = RecordBacktest.Of(records, 1, 50, 2, TestContext.Current.CancellationToken);
        var changed = RecordBacktest.Of(other, 1, 50, 2, TestContext.Current.CancellationToken);

        Assert.Equal([(1, 1), (1, 2), (2, 1)], folds.Select(fold => (fold.Origin.YearsSince(First), fold.Ahead)));
        Assert.Equal(folds.Select(fold => (fold.Mean, fold.Low, fold.High, fold.Naive)), changed.Select(fold => (fold.Mean, fold.Low, fold.High, fold.Naive)));
        Assert.Equal([104, 110, 110], folds.Select(fold => fold.Actual));
        Assert.Equal([104, 160, 160], changed.Select(fold => fold.Actual));
    }

    [Fact]
    public void What_cannot_be_learned_from_is_refused_with_every_reason()
    {
        PlanRecords gap = Of(Stay(5, 0, 3), Join(1, 0, 1, "Q"), Stay(5, 2, 3));

        Assert.Equal(["records-year-missing", "unknown-need-code"], Refused(gap));
        Assert.Equal(["joiners-without-residents"], Refused(Of(Stay(5, 0, 3), Join(1, 0, 1)).With(0, 0, 1)));
        Assert.Equal(["rate-above-1"], Refused(Of(Stay(5, 0, 3), Join(12, 0, 1)).With(10, 0, 1)));
        Assert.Equal(["records-empty"], Refused(Of()));
    }

    [Fact]
    public void A_stock_that_joiners_and_leavers_do_not_explain_is_reported_by_year()
    {
        PlanRecords records = Of(Stay(10, 0, 3), Join(2, 0, 1), Stay(9, 1, 4), Leave(1, 1, 3), Join(1, 1, 1), Stay(14, 2, 5));

        Finding[] found = [.. RecordChecks.Of(records, Codes)];

        Assert.Equal(
            ["made-up.csv residual '2021/22': The year starts with 2 fewer plans than the year before ends with; joiners and leavers do not explain them.",
             "made-up.csv residual '2022/23': The year starts with 4 more plans than the year before ends with; joiners and leavers do not explain them."],
            found.Select(finding => finding.ToString()));
        Assert.All(found, finding => Assert.Equal(Severity.Warning, finding.Severity));
    }

    private static string[] Refused(PlanRecords records) =>
        [.. Assert.Throws<FindingsException>(() => LearnedDemand.Of(records, Codes)).Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code)];

    private static decimal OfYearGroup(DemandAssumptions learned, int yearGroup) =>
        learned.Joiners.Where(pair => pair.Key.YearGroup == YearGroup.Of(yearGroup)).Sum(pair => pair.Value);
}
