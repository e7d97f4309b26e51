using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Published.Series;

namespace PlaceSufficiency.Storage.Tests.Published.Series;

public sealed class PublishedSeriesReaderTests : IDisposable
{
    private static readonly AcademicYear _year = AcademicYear.OfCensus(2024);

    private readonly SeriesFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Both_layouts_give_the_same_series()
    {
        SeriesReading old = _files.Caseload(("2024", "E06000099", "Total", "7"), ("2024", "E06000099", "Under 5", "2"), ("2024", "E06000099", "Age 5 to 25", "5"));
        SeriesReading modern = PublishedSeriesReader.Read(
            _files.Put("new.csv.gz", SeriesFiles.Head2025 + "ehcplans",
                SeriesFiles.Row("202324", "E06000099", "Place 99", "All EHC plans,All EHC plans", "7"),
                SeriesFiles.Row("202324", "E06000099", "Place 99", "Child or young persons age,under 5", "2"),
                SeriesFiles.Row("202324", "E06000099", "Place 99", "Child or young persons age,age 5 and over", "5"),
                SeriesFiles.Row("202324", "E06000099", "Place 99", "Sex,Male", "4")),
            null, null);

        Assert.Equal([2, 5], old.Series.Places.Single().Plans[_year].ByBand);
        Assert.Equal([2, 5], modern.Series.Places.Single().Plans[_year].ByBand);
        Assert.Equal([(0, 4), (5, 25)], modern.Series.Bands.Select(band => (band.From, band.To)));
        Assert.Equal([new RowsSetAside("broken down by something else than age: Sex", 1)], modern.Reconciliations[0].SetAside);
    }

    [Fact]
    public void A_year_without_new_plans_among_years_with_them_is_said()
    {
        SeriesReading read = PublishedSeriesReader.Read(
            _files.Put("caseload.csv", SeriesFiles.Head2022 + "Total_all", [.. Enumerable.Range(2019, 4).Select(year => SeriesFiles.Row($"{year}", "E06000099", "Place 99", "Total", "70"))]),
            _files.Put("new.csv", SeriesFiles.Head2022 + "Total_new_all", SeriesFiles.Row("2018", "E06000099", "Place 99", "Total", "7"), SeriesFiles.Row("2020", "E06000099", "Place 99", "Total", "7")),
            null);

        Finding found = Assert.Single(read.Findings, finding => finding.Code == "published-gap");
        Assert.Equal(("new.csv", "2019"), (found.File, found.Value));
    }

    [Fact]
    public void Flows_stand_under_the_january_they_lead_to_and_what_they_leave_unexplained_is_said()
    {
        SeriesReading read = PublishedSeriesReader.Read(
            _files.Put("caseload.csv", SeriesFiles.Head2025 + "ehcplans",
                SeriesFiles.Row("202122", "E06000045", "Southampton", "All EHC plans,All EHC plans", "1938"),
                SeriesFiles.Row("202223", "E06000045", "Southampton", "All EHC plans,All EHC plans", "2184"),
                SeriesFiles.Row("202324", "E06000045", "Southampton", "All EHC plans,All EHC plans", "2505"),
                SeriesFiles.Row("202425", "E06000045", "Southampton", "All EHC plans,All EHC plans", "2785")),
            _files.Put("new.csv", SeriesFiles.Head2025 + "new_ehc_plans",
                SeriesFiles.Row("2022", "E06000045", "Southampton", "New EHC plans,New EHC plans", "292"),
                SeriesFiles.Row("2023", "E06000045", "Southampton", "New EHC plans,New EHC plans", "297"),
                SeriesFiles.Row("2024", "E06000045", "Southampton", "New EHC plans,New EHC plans", "338")),
            _files.Put("ceased.csv", SeriesFiles.Head2025 + "total_ceased",
                SeriesFiles.Row("2022", "E06000045", "Southampton", "All ceased EHC plans,All ceased EHC plans", "86"),
                SeriesFiles.Row("2023", "E06000045", "Southampton", "All ceased EHC plans,All ceased EHC plans", "193"),
                SeriesFiles.Row("2024", "E06000045", "Southampton", "All ceased EHC plans,All ceased EHC plans", "111")));

        PlanSeries place = read.Series.Places.Single();
        Assert.Equal(292, place.NewPlans[AcademicYear.OfCensus(2023)].Total);
        Assert.Equal([(2022, 40), (2023, 217), (2024, 53)], place.Residuals.Select(pair => (pair.Key.StartYear, pair.Value)));
        Finding balance = Assert.Single(read.Findings, finding => finding.Code == "published-balance");
        Assert.Contains("+40 in 2022, +217 in 2023, +53 in 2024", balance.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_suppressed_band_is_what_the_total_leaves_and_several_leave_the_year_in_total_only()
    {
        SeriesReading read = _files.Caseload(
            ("2023", "E06000099", "Total", "9"), ("2023", "E06000099", "Under 5", "c"), ("2023", "E06000099", "Age 5 to 15", "4"), ("2023", "E06000099", "Age 16 to 25", "3"),
            ("2024", "E06000099", "Total", "9"), ("2024", "E06000099", "Under 5", "c"), ("2024", "E06000099", "Age 5 to 15", "c"), ("2024", "E06000099", "Age 16 to 25", "3"));

        PlanSeries place = read.Series.Places.Single();
        Assert.Equal([2, 4, 3], place.Plans[_year.Previous].ByBand);
        Assert.Equal((9, false), (place.Plans[_year].Total, place.Plans[_year].HasBands));
        Assert.Contains("hold 6 plans", Assert.Single(read.Findings).Message, StringComparison.Ordinal);
        Assert.Equal([new RowsSetAside("no figure published (c)", 3)], read.Reconciliations[0].SetAside);
        Assert.True(read.Reconciliations[0].IsWhole);
    }

    [Fact]
    public void A_code_given_anew_to_the_same_area_goes_on_as_one_series()
    {
        SeriesReading read = _files.Caseload(("2020", "E10000002", "Total", "5"), ("2021", "E06000060", "Total", "6"));

        PlanSeries place = Assert.Single(read.Series.Places);
        Assert.Equal(("E06000060", 2), (place.Code, place.Plans.Count));
    }

    [Theory]
    [InlineData("E06000059", "published-border", "its series begins in January 2020")]
    [InlineData("E10000021", "published-border", "now in North Northamptonshire and West Northamptonshire")]
    public void An_authority_with_other_borders_is_said(string code, string finding, string words)
    {
        Finding found = Assert.Single(_files.Caseload(("2020", code, "Total", "5"), ("2022", "E06000099", "Total", "5")).Findings);

        Assert.Equal((finding, code), (found.Code, found.Value));
        Assert.Contains(words, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_missing_in_the_middle_is_said()
    {
        Finding found = Assert.Single(_files.Caseload(("2019", "E06000099", "Total", "5"), ("2021", "E06000099", "Total", "6")).Findings);

        Assert.Equal(("published-gap", "2020"), (found.Code, found.Value));
    }

    [Fact]
    public void Ages_above_25_are_set_aside_and_said_and_stay_in_the_total()
    {
        SeriesReading read = _files.Caseload(("2024", "E06000099", "Total", "9"), ("2024", "E06000099", "Under 5", "8"), ("2024", "E06000099", "Age 26 to 30", "1"));

        Assert.Equal(["published-age-range", "published-bands-total"], read.Findings.Select(finding => finding.Code).Order());
        Assert.Equal(9, read.Series.Places.Single().Plans[_year].Total);
        Assert.Equal([new RowsSetAside("age outside 0 to 25: in the total only", 1)], read.Reconciliations[0].SetAside);
    }

    [Theory]
    [InlineData("20x4", "E06000099", "Total", "5", "published-period")]
    [InlineData("202325", "E06000099", "Total", "5", "published-period")]
    [InlineData("2024", "E06000099", "Year 7", "5", "published-age")]
    [InlineData("2024", "E06000099", "Total", "-5", "published-number")]
    [InlineData("2024", "E06000099", "Total", "5.5", "published-number")]
    [InlineData("2024", "E12000008", "Total", "5", "published-authority")]
    public void Rows_that_cannot_be_read_are_refused(string period, string code, string band, string count, string finding)
    {
        FindingsException refused = Assert.Throws<FindingsException>(() => _files.Caseload((period, code, band, count)));

        Assert.Equal(finding, Assert.Single(refused.Findings).Code);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        FindingsException refused = Assert.Throws<FindingsException>(() => _files.Caseload(
            ("2024", "E06000099", "Total", "5"), ("2024", "E06000098", "Total", "?"), ("20240", "E06000097", "Total", "5"), ("2024", "E06000096", "aged 7", "5")));

        Assert.Equal(["published-age", "published-number", "published-period"], refused.Findings.Select(finding => finding.Code).Order());
        Assert.Equal([3, 4, 5], refused.Findings.Select(finding => finding.Row!.Value).Order());
    }

    [Fact]
    public void Two_rows_for_one_figure_are_refused() => Assert.Equal(
        "published-twice",
        Assert.Single(Assert.Throws<FindingsException>(() => _files.Caseload(("2024", "E06000099", "Total", "5"), ("2024", "E06000099", "Total", "6"))).Findings).Code);

    [Fact]
    public void A_file_that_counts_something_else_is_refused_with_the_option_it_goes_with()
    {
        string file = _files.Put("new.csv", SeriesFiles.Head2022 + "Total_new_all", SeriesFiles.Row("2024", "E06000099", "Place", "Total", "5"));

        Finding found = Assert.Single(Assert.Throws<FindingsException>(() => PublishedSeriesReader.Read(file, null, null)).Findings);

        Assert.Equal(("published-layout", "it is the file of new plans, which goes with --new-plans."), (found.Code, found.Maybe));
    }

    [Theory]
    [InlineData("13", "0", "a rate of joining above 1")]
    [InlineData("2", "15", "a rate of leaving above 1")]
    public void Rates_above_1_are_said(string begun, string ceased, string words)
    {
        SeriesReading read = PublishedSeriesReader.Read(
            _files.Put("caseload.csv", SeriesFiles.Head2022 + "Total_all", SeriesFiles.Row("2023", "E06000099", "Place", "Total", "12"), SeriesFiles.Row("2024", "E06000099", "Place", "Total", "14")),
            _files.Put("new.csv", SeriesFiles.Head2022 + "Total_new_all", SeriesFiles.Row("2023", "E06000099", "Place", "Total", begun)),
            _files.Put("ceased.csv", SeriesFiles.Head2025 + "total_ceased", SeriesFiles.Row("2023", "E06000099", "Place", "All ceased EHC plans,All ceased EHC plans", ceased)));

        Assert.Contains(words, Assert.Single(read.Findings, finding => finding.Code == "published-rate").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Flows_of_a_place_without_a_caseload_are_set_aside_and_new_plans_without_any_plans_are_said()
    {
        SeriesReading read = PublishedSeriesReader.Read(
            _files.Put("caseload.csv", SeriesFiles.Head2022 + "Total_all", SeriesFiles.Row("2024", "E06000099", "Place", "Total", "0")),
            _files.Put("new.csv", SeriesFiles.Head2022 + "Total_new_all", SeriesFiles.Row("2023", "E06000099", "Place", "Total", "3"), SeriesFiles.Row("2023", "E06000001", "Elsewhere", "Total", "4")),
            null);

        Assert.Equal(new RowsSetAside("the place has no caseload", 1), Assert.Single(read.Reconciliations[1].SetAside));
        Assert.All(read.Reconciliations, file => Assert.True(file.IsWhole));
        Assert.Equal("published-new-without-plans", Assert.Single(read.Findings).Code);
    }
}
