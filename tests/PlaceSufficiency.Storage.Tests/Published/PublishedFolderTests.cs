using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Storage.Tests.Published;

public sealed class PublishedFolderTests : IDisposable
{
    private static readonly AcademicYear _base = AcademicYear.StartingIn(2020);

    private readonly SmallAuthority _published = new();

    public void Dispose() => _published.Dispose();

    [Theory]
    [InlineData("Smallton")]
    [InlineData("smallton")]
    [InlineData("E06000999")]
    public void Naming_the_authority_is_enough(string authority)
    {
        PublishedTables read = Read(authority);

        Assert.Equal(("Smallton", "E06000999"), (read.Authority, read.AuthorityCode));
        Assert.Equal([1, 3, 3, 1, 0], read.BaseAgeBands.Select(band => band.Plans));
        Assert.Equal(8, read.BasePlacements.Values.Sum());
    }

    [Fact]
    public void Every_placement_falls_into_its_class()
    {
        PublishedTables read = Read();

        Assert.Equal(
            [(PublishedPlacement.Mainstream, 3), (PublishedPlacement.ResourcedProvisionOrUnit, 1), (PublishedPlacement.SpecialAcademyFree, 2), (PublishedPlacement.Inmss, 1), (PublishedPlacement.NotInEducation, 1)],
            read.BasePlacements.Where(pair => pair.Value > 0).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void Tables_by_need_leave_totals_out_and_keep_what_is_not_recorded()
    {
        NeedYearTables read = Read().NeedYear;

        Assert.Equal(AcademicYear.StartingIn(2024), read.Year);
        Assert.Equal(4, read.NeedByPlacement.Values.Sum());
        Assert.Equal(1, read.NeedByPlacement[(null, PublishedPlacement.Mainstream)]);
        Assert.Equal(1, read.NeedByAge[(null, 2)]);
        Assert.Equal(2, read.PlacementBySex[(PublishedPlacement.SpecialAcademyFree, null)]);
        Assert.Equal(2, read.PlacementByAge[(PublishedPlacement.SpecialAcademyFree, 12)]);
        Assert.Equal(1, read.NeedBySex[(PrimaryNeed.ASD, Sex.Female)]);
    }

    /// <summary>
    /// By band from the 2022 release where no band is withheld, a band without a row being empty where the others add up to all; the Januaries
    /// after it from the 2025 release. Another authority of the same name is not read.
    /// </summary>
    [Fact]
    public void The_history_holds_every_january_of_both_releases()
    {
        const string Bands = "time_period,new_la_code,la_name,characteristic_age,";
        _published.Put("sen2/release-2022/sen2_age_caseload.csv", Bands + "Total_all",
        [
            "2019,E06000999,Smallton,Total,4", "2019,E06000999,Smallton,Age 5 to 25,4",
            "2020,E06000999,Smallton,Total,5", "2020,E06000999,Smallton,Under 5,c", "2020,E06000999,Smallton,Age 5 to 25,4",
            "2021,E06000999,Smallton,Total,8", "2021,E06000999,Smallton,Under 5,1", "2021,E06000999,Smallton,Age 5 to 25,7",
            "2021,E06000998,Smallton,Total,77",
        ]);
        _published.Put("sen2/release-2022/sen2_age_new_plans.csv", Bands + "Total_new_all",
            ["2020,E06000999,Smallton,Total,3", "2020,E06000999,Smallton,Under 5,1", "2020,E06000999,Smallton,Age 5 to 25,2"]);

        PublishedHistory[] read = [.. Read("E06000999").History];

        Assert.Equal(
            ["2018/19 -4..20: 4 + - -", "2018/19 -4..0: 0 + - -", "2018/19 1..20: 4 + - -", "2019/20 -4..20: 5 + - -", "2020/21 -4..20: 8 + 3 -", "2020/21 -4..0: 1 + 1 -", "2020/21 1..20: 7 + 2 -", "2023/24 -4..20: 3 + - -", "2024/25 -4..20: 4 + - -"],
            read.Select(row => $"{row.Count.Year} {row.Count.From}..{row.Count.To}: {row.Count.Plans} + {row.Count.NewPlans?.ToString() ?? "-"} {row.Count.Ceased?.ToString() ?? "-"}"));
        Assert.Equal(("2019-01-17", "2025-01-16"), (read[0].Date, read[^1].Date));
    }

    [Fact]
    public void Two_rows_of_one_band_and_year_are_refused()
    {
        _published.Put("sen2/release-2022/sen2_age_new_plans.csv", "time_period,new_la_code,la_name,characteristic_age,Total_new_all",
            ["2020,E06000999,Smallton,Total,3", "2020,E06000999,Smallton,Total,4"]);

        Finding found = Assert.Single(Assert.Throws<FindingsException>(() => Read()).Findings);

        Assert.Equal(("published-twice", "sen2_age_new_plans.csv", 3, "Total"), (found.Code, found.File, found.Row, found.Value));
    }

    [Fact]
    public void New_and_ceased_plans_stand_under_the_january_after_them()
    {
        _published.Put("sen2/release-2025-open-authorities/newplans.csv", "time_period,la_name,new_la_code,breakdown_topic,breakdown,new_ehc_plans",
            ["2024,Smallton,E06000999,New EHC plans,New EHC plans,2", "2024,Smallton,E06000999,Age when plan started,age 4,2", "2024,Smallton,E06000999,Sex,Male,2"]);
        _published.Put("sen2/release-2025-open-authorities/ceased_plans.csv", "time_period,la_name,new_la_code,breakdown_topic,breakdown,total_ceased",
            ["2024,Smallton,E06000999,All ceased EHC plans,All ceased EHC plans,1", "2023,Smallton,E06000999,Age plan ceased,age 12,1", "2024,Smallton,E06000999,Age plan ceased,age 12,1"]);

        Domain.Demand.HistoryCount last = Read().History[^1].Count;

        Assert.Equal((AcademicYear.StartingIn(2024), 4, 2, 1), (last.Year, last.Plans, last.NewPlans, last.Ceased));
    }

    [Fact]
    public void Flows_are_of_the_last_years()
    {
        PlanFlowTables read = Read().Flows;

        Assert.Equal([2022, 2023, 2024], read.NewYears);
        Assert.Equal(2 + 3 + 4, read.NewByAgeAtYearEnd[4]);
        Assert.Equal([2023, 2024], read.CeasedYears);
        Assert.Equal(2, read.CeasedByAge[12]);
        Assert.Equal(2, read.CeasedByAge.Values.Sum());
        Assert.Equal(3, read.CaseloadByAge[11]);
    }

    [Fact]
    public void Areas_are_those_of_the_authority_in_order_of_their_codes()
    {
        PublishedTables read = Read();

        Assert.Equal(["E1", "E2"], read.Areas.Select(area => area.Area.Id.Value));
        Assert.Equal(new GridReference(441000, 112000), read.Areas[0].Area.Centroid);
        Assert.Equal([1, 10], read.Areas.Select(area => area.DeprivationDecile));
        Assert.Equal(26 * 2, read.Areas[1].Area.Population.Sum());
    }

    [Fact]
    public void Every_base_year_margin_is_carried_into_the_case()
    {
        PublishedTables read = Read();

        Assert.Equal(8, read.Figures.Where(figure => figure is { Table: "plans-by-age-band", Key1: "2021" }).Sum(figure => figure.Count));
        Assert.Equal(8, read.Figures.Where(figure => figure is { Table: "plans-by-placement", Key1: "2021" }).Sum(figure => figure.Count));
        Assert.Equal("2021-01-21", read.Figures.First(figure => figure.Key1 == "2021").Date);
    }

    [Fact]
    public void An_authority_that_is_not_there_is_named()
    {
        FindingsException refused = Assert.Throws<FindingsException>(() => Read("Smalltown"));

        Assert.Equal(("published-authority", "Smalltown"), (refused.Findings[0].Code, refused.Findings[0].Value));
    }

    [Fact]
    public void Placements_that_do_not_add_up_to_all_plans_are_refused()
    {
        string columns = string.Join(',', PlacementNames.Columns.Keys);
        string counts = string.Join(',', PlacementNames.Columns.Keys.Select((_, i) => i == 0 ? "7" : "0"));
        _published.Put("sen2/release-2025-open-authorities/caseload.csv", $"time_period,la_name,new_la_code,breakdown_topic,breakdown,ehcplans,{columns}",
            [$"202021,Smallton,E06000999,All EHC plans,All EHC plans,8,{counts}"]);

        Finding finding = Assert.Single(Assert.Throws<FindingsException>(() => Read()).Findings);

        Assert.Equal("published-total", finding.Code);
        Assert.Contains("add up to 7, not to all 8 plans", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placement_that_is_not_known_is_refused_so_that_nobody_is_dropped()
    {
        _published.Put("sen2/release-2025-open-authorities/sen_needs_all_plans.csv", "time_period,la_name,new_la_code,breakdown_topic,breakdown,number_asd,number_need_unknown",
            ["202425,Smallton,E06000999,Type of placement,Mainstream - academies,4,0"]);

        Finding finding = Assert.Single(Assert.Throws<FindingsException>(() => Read()).Findings);

        Assert.Equal(("published-breakdown", "'Mainstream - academy' was meant."), (finding.Code, finding.Maybe));
    }

    private PublishedTables Read(string authority = "Smallton") => PublishedFolder.Read(_published.Folder.FullName, authority, _base, []);
}
