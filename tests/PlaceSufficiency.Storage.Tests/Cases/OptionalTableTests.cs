using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tests.Cases;

/// <summary>Tables that a case may have about how its demand moves on: reviews, reasons to leave, history.</summary>
public class OptionalTableTests
{
    private const string Reviews = "need,phase,level,to_need,to_level,share_per_year,source,date\n";
    private const string History = "academic_year,year_from,year_to,need,plans,new_plans,ceased_plans,source,date\n";

    [Fact]
    public void Reviews_and_history_are_read_and_blank_means_all()
    {
        using TempCase files = new();
        files.Write("tables/reviews.csv", Reviews + "ASD,,,SEMH,,0.02,made up,2025-01\n,primary,mainstream,,special,0.01,made up,2025-01\n");
        files.Write("tables/history.csv", History + "2023/24,,,,40,5,2,made up,2024-01\n2023/24,0,6,ASD,12,,,made up,2024-01\n");
        PlanningCase read = CaseReader.Read(files.PathOf("base.yaml")).Case;

        Assert.Equal(
            [new ReviewChange(null, Phase.Primary, ProvisionLevel.Mainstream, null, ProvisionLevel.Special, 0.01m), new ReviewChange(PrimaryNeed.ASD, null, null, PrimaryNeed.SEMH, null, 0.02m)],
            read.Demand.Reviews);
        Assert.Equal(
            [new HistoryCount(AcademicYear.StartingIn(2023), YearGroup.Youngest, YearGroup.Oldest, null, 40, 5, 2), new HistoryCount(AcademicYear.StartingIn(2023), YearGroup.Of(0), YearGroup.Of(6), PrimaryNeed.ASD, 12, null, null)],
            read.History);
    }

    [Fact]
    public void Reasons_of_a_year_group_add_up_to_its_share()
    {
        using TempCase files = new();
        files.Write("tables/leavers.csv", "year_group,reason,share_leaving,source,date\n11,phase-end,0.5,made up,2025-01\n11,moved-out,0.25,made up,2025-01\n11,,0.05,made up,2025-01\n");
        DemandAssumptions read = CaseReader.Read(files.PathOf("base.yaml")).Case.Demand;

        Assert.Equal(0.8m, read.LeaverShares[YearGroup.Of(11)]);
        Assert.Equal(
            [((YearGroup.Of(11), LeavingReason.PhaseEnd), 0.5m), ((YearGroup.Of(11), LeavingReason.MovedOut), 0.25m)],
            read.LeaverReasons.Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void More_joiners_than_residents_are_a_rate_above_1()
    {
        using TempCase files = new();
        files.Replace("base.yaml", "travel:\n", "demand: { population: { joiners: residents } }\ntravel:\n").Replace("tables/joiners.csv", "7,ASD,male,1,", "1,ASD,male,11,");

        Assert.Contains("Error rate-above-1 tables/joiners.csv:2 joiners_per_year '11': 11 pupils of year group 1 join a year, but only 10 of age 5 live there. Maybe the population is in thousands.", files.Findings());
    }

    [Fact]
    public void Joiners_as_stated_whom_nobody_lives_near_are_said()
    {
        using TempCase none = new();
        using TempCase few = new();

        Assert.Equal(
            ["Warning joiners-without-residents tables/joiners.csv:2 year_group '7': 1 pupils of year group 7 join a year, but nobody of age 11 lives there; their homes follow residents of all ages."],
            none.Replace("tables/population.csv", "north,11,10,", "north,11,0,").Findings());
        Assert.Equal(
            ["Warning rate-above-1 tables/joiners.csv:2 joiners_per_year '11': 11 pupils of year group 7 join a year, but only 10 of age 11 live there. Maybe the population is in thousands."],
            few.Replace("tables/joiners.csv", "7,ASD,male,1,", "7,ASD,male,11,").Findings());
    }

    [Theory]
    [InlineData("reviews", Reviews + "ASD,,,ASD,,0.1,made up,2025-01\n", "Error review-changes-nothing tables/reviews.csv:2 to_need: The row says neither another need nor another level. Maybe to_need or to_level was forgotten.")]
    [InlineData("reviews", Reviews + "ASD,,,SEMH,,0.6,made up,2025-01\n,,,SLD,,0.5,made up,2025-01\n", "Error rate-above-1 tables/reviews.csv:3 share_per_year '0.5': The shares that apply to pupils with need ASD in phase EarlyYears at level Mainstream add up to 1.1; more than all of them cannot change.")]
    [InlineData("leavers", "year_group,reason,share_leaving,source,date\n11,phase-end,0.7,made up,2025-01\n11,moved-out,0.4,made up,2025-01\n", "Error rate-above-1 tables/leavers.csv:3 share_leaving '0.4': The shares of year group 11 that leave for one reason or another add up to 1.1.")]
    [InlineData("history", History + "2023/24,6,0,,40,,,made up,2024-01\n", "Error year-groups-reversed tables/history.csv:2 year_to '0': Year group 6 is older than 0.")]
    [InlineData("history", History + "2023/24,0,6,,40,,,made up,2024-01\n2023/24,6,11,,40,,,made up,2024-01\n", "Error history-bands-overlap tables/history.csv:3 year_from '6': Year groups 6 to 11 are counted in line 2 too.")]
    public void What_cannot_be_is_said(string table, string text, string finding)
    {
        using TempCase files = new();

        Assert.Equal([finding], files.Write($"tables/{table}.csv", text).Findings());
    }
}
