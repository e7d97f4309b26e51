using System.Collections.Immutable;
using System.Xml.Linq;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Tests.Browser;
using PlaceSufficiency.Reporting.TradeOffs;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Reporting.Tests.TradeOffs;

/// <summary>
/// Unplaced pupil-years against capital: 10 for nothing, 7 for two millions, 7 for three and 5 for four; at one million nothing is opened, and at four no plan is
/// below 4.
/// </summary>
public class TradeOffReportTests(Chromium chromium)
{
    private static readonly TradeOffReport _report = Report("capital.total", ObjectiveTier.Unplaced,
        Point(0, 0, 10), Point(1_000_000, 0, 10) with { PlanOf = 0 }, Point(2_000_000, 2_000_000, 7, "annexe"), Point(3_000_000, 3_000_000, 7, "wing"), Point(4_000_000, 4_000_000, 5, "annexe", "wing", bound: 4));

    [Fact]
    public void A_million_buys_pupil_years() => Assert.Equal(
        [
            "Limit (£)|Taken (£)|Unplaced (pupil years)|Each £1m buys|Gap (%)|Proven|Remark",
            "£0|£0|10||0.00|yes|",
            "£1,000,000|£0|10||0.00|yes|same plan",
            "£2,000,000|£2,000,000|7|1.50|0.00|yes|",
            "£3,000,000|£3,000,000|7||0.00|yes|dominated",
            "£4,000,000|£4,000,000|5|1.00|20.00|no|",
        ],
        Lines(TradeOffTables.Of(_report.Curve).ForPeople(brief: true)[0]));

    [Fact]
    public void Programs_are_told_the_bound_and_which_point_dominates()
    {
        string[] lines = TradeOffFiles.Of(_report).Single(file => file.Name == "trade-off.csv").Text.Split("\r\n");

        Assert.Equal(
            "limit_pounds,used_pounds,value_pupil_years,buys,gap_percent,proven,remark,bound_pupil_years,gives_pounds,dominated_by_pounds,same_plan_as_pounds", lines[0]);
        Assert.Equal("1000000.00,0.00,10,,0,yes,same plan,10,0.00,,0.00", lines[2]);
        Assert.Equal("3000000.00,3000000.00,7,,0,yes,dominated,7,0.00,2000000.00,", lines[4]);
        Assert.Equal("4000000.00,4000000.00,5,1,20,no,,4,0.00,,", lines[5]);
    }

    [Fact]
    public void The_chart_has_the_curve_what_is_off_it_and_what_no_plan_can_beat() => Assert.Equal(
        [
            "Line|At a limit of|Capital (£m)|Unplaced (pupil years)",
            "best plans found|£0m|0.00|10", "best plans found|£2m|2.00|7", "best plans found|£4m|4.00|5",
            "dominated|£3m|3.00|7",
            "no plan is below||0.00|10", "no plan is below||1.00|10", "no plan is below||2.00|7", "no plan is below||3.00|7", "no plan is below||4.00|4",
        ],
        Lines(TradeOffTables.Drawn(_report.Curve)));

    [Fact]
    public void What_plans_open_stands_side_by_side_once_a_plan()
    {
        Assert.Equal(
            ["Scheme|£0|£2,000,000|£3,000,000|£4,000,000", "New wing|||2021/22|2021/22", "Annexe||2021/22||2021/22"],
            Lines(TradeOffTables.OpeningsSideBySide(_report)));
        Assert.Equal(
            ["limit_pounds,scheme_id,opens", "2000000.00,annexe,2021/22", "3000000.00,wing,2021/22", "4000000.00,annexe,2021/22", "4000000.00,wing,2021/22", ""],
            TradeOffFiles.Of(_report).Single(file => file.Name == "openings.csv").Text.Split("\r\n"));
    }

    [Fact]
    public void The_curve_is_said_in_sentences() => Assert.Equal(
        [
            "Unplaced is 10 pupil-years with £0 of capital, and 5 pupil-years with £4,000,000 of capital.",
            "The step to £2,000,000 saves 1.50 pupil-years for each £1m. The step to £4,000,000 saves 1 pupil-year for each £1m.",
            "At each point the plan minimises unplaced, then over-number, then cost; nothing but the limit differs.",
            "1 of 5 points is not proven best: read its gap before quoting what a step buys.",
            "The curve says nothing at £5,000,000: no plan was found there that passed its audit.",
        ],
        TradeOffWords.Of(_report with { Failed = [new FailedPoint(5_000_000, "Too hard.", [])] }));

    [Fact]
    public void A_curve_that_is_flat_says_so() => Assert.StartsWith(
        "Unplaced is the same at every point: 3 pupil-years with £0 of capital.",
        TradeOffWords.Of(Report("capital.total", ObjectiveTier.Unplaced, Point(0, 0, 3), Point(5, 0, 3) with { PlanOf = 0 }))[0], StringComparison.Ordinal);

    /// <summary>Placing one more pupil costs 62.50: 1,000 pence against 7,250.</summary>
    [Fact]
    public void Pupils_in_Inmss_are_counted_and_money_is_in_pounds()
    {
        TradeOffReport report = Report("inmss.cap.2021+", ObjectiveTier.Cost, Point(0, 0, 2, cost: 1_000), Point(1, 1, 1, cost: 7_250));

        Assert.Equal(
            ["Limit (pupils)|Taken (pupils)|Unplaced (pupil years)|Cost (£)|Each pupil buys (£)|Gap (%)|Proven|Remark", "0|0|2|£10||0.00|yes|", "1|1|1|£73|-62.50|0.00|yes|"],
            Lines(TradeOffTables.Of(report.Curve).ForPeople(brief: true)[0]));
        Assert.Contains("adds £62.50 for each pupil.", TradeOffWords.Of(report)[1], StringComparison.Ordinal);
        Assert.StartsWith("Cost is £10 with 0 pupils in INMSS in 2021/22 and each later year, and £73 with 1 pupil in INMSS", TradeOffWords.Of(report)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_well_formed_and_no_name_is_markup()
    {
        TradeOffReport hostile = _report with { Case = _report.Case with { Name = Pages.Hostile, Authority = Pages.Hostile, Schemes = [.. _report.Case.Schemes.Select(scheme => scheme with { Name = Pages.Hostile })] } };
        string page = TradeOffFiles.Of(hostile).Single(file => file.Name == "trade-off.html").Text;

        Assert.Equal("html", XDocument.Parse(page[page.IndexOf("<html", StringComparison.Ordinal)..].Replace("&nbsp;", " ", StringComparison.Ordinal)).Root!.Name.LocalName);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_draws_each_line_of_it()
    {
        await using OpenReport report = await chromium.Open(TradeOffFiles.Of(_report).Single(file => file.Name == "trade-off.html").Text);
        await report.ReadThrough();

        Assert.Equal(
            """[["best plans found","line",[0,10],[2,7],[4,5]],["dominated","line",[3,7]],["no plan is below","line",[0,10],[1,10],[2,7],[3,7],[4,4]]]""",
            await report.Series("#trade-off-curve figure"));
    }

    private static string[] Lines(ReportTable table) =>
        [string.Join('|', table.Columns.Select(column => column.HeadingWithUnit)), .. table.Rows.Select(row => string.Join('|', row.Select(CellText.ForPeople)))];

    private static TradeOffReport Report(string limit, ObjectiveTier against, params TradeOffPoint[] points) =>
        new("annexe", TinyReport.Case, "0123456789abcdef", "1.2.3", new TradeOffCurve(TradeOffLimit.Of(limit), against, points), []);

    private static TradeOffPoint Point(decimal limit, decimal used, int unplaced, params string[] opens) => Point(limit, used, unplaced, bound: unplaced, opens: opens);

    private static TradeOffPoint Point(decimal limit, decimal used, int unplaced, string first, string second, double bound) => Point(limit, used, unplaced, bound, opens: [first, second]);

    private static TradeOffPoint Point(decimal limit, decimal used, int unplaced, double? bound = null, long cost = 1, string[]? opens = null) => new(
        limit, limit, used, unplaced, [Tier(ObjectiveTier.Unplaced, unplaced, bound ?? unplaced), Tier(ObjectiveTier.OverNumber, 0, 0), Tier(ObjectiveTier.Cost, cost, cost)],
        [unplaced, 0, cost], (opens ?? []).ToImmutableSortedDictionary(id => new SchemeId(id), _ => TinyReport.PlannedYear));

    private static TierResult Tier(ObjectiveTier tier, long value, double bound) => new(
        tier, value, bound,
        new TierPrices(new Dictionary<(ProvisionId, AcademicYear), double>(), new Dictionary<AcademicYear, double>(), new Dictionary<ObjectiveTier, double>()));
}
