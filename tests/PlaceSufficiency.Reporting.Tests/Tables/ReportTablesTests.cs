using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Tests.Tables;

public class ReportTablesTests
{
    [Fact]
    public void The_balance_reads_years_across_and_adds_up()
    {
        ReportTable balance = BalanceTable.Of(TinyReport.Case, TinyReport.Figures).ForPeople(brief: true).Single();

        Assert.Equal(
            [
                "Balance of specialist places: below 0 is a shortage (places)",
                "Phase | Need group | 2020/21 | 2021/22",
                "primary | other needs | 10 | 6",
                "secondary | SEMH | 0 | -1",
                "All |  | 10 | 5",
            ],
            PlainText.Of(balance));
    }

    [Fact]
    public void Unplaced_pupils_have_their_phase_need_and_cause_and_a_column_for_years_without_any()
    {
        IReadOnlyList<ReportTable> tables = UnplacedTable.Of(TinyReport.Case, TinyReport.Figures).ForPeople(brief: true);

        Assert.Equal(
            [
                "Pupils with no suitable place, by phase and need (pupils)", "Phase | Need | 2020/21 | 2021/22", "secondary | SEMH | 0 | 1", "All |  | 0 | 1",
                "Why pupils have no suitable place (pupils)", "Cause | 2020/21 | 2021/22", "full | 0 | 1",
            ],
            tables.SelectMany(PlainText.Of));
    }

    [Fact]
    public void Kinds_come_in_the_fields_order_with_the_unplaced_last()
    {
        ReportTable kinds = KindTable.Of(TinyReport.Case, TinyReport.Figures).ForPeople(brief: true).Single();

        Assert.Equal(
            [
                "Pupils by kind of provision (pupils)", "Kind of provision | 2020/21 | 2021/22",
                "resourced provision | 2 | 3", "special school | 8 | 8", "unplaced | 0 | 1", "All | 10 | 12",
            ],
            PlainText.Of(kinds));
    }

    [Fact]
    public void Inmss_shows_pupils_girls_and_thousands_of_pounds()
    {
        ReportTable inmss = InmssTable.Of(TinyReport.Case, TinyReport.Figures).ForPeople(brief: true).Single();

        Assert.Equal(
            [
                "Independent and non-maintained special schools (INMSS)", "Measure | 2020/21 | 2021/22",
                "Pupils | 0 | 2", "Of these, girls (pupils) | 0 | 1", "Spend (£000) | 0 | 120",
            ],
            PlainText.Of(inmss));
    }

    [Fact]
    public void Special_schools_show_places_imports_pupils_over_number_and_empty_places_each_year()
    {
        ReportTable use = ProvisionUseTable.OfSpecialSchools(TinyReport.Case, TinyReport.Figures);

        Assert.Equal(
            [
                "Use of special schools",
                "Year | Id | Provision | Places | Imports (pupils) | Pupils | Over-number (pupils) | Empty (places)",
                "2020/21 | hilltop-special | hilltop-special | 10 | 0 | 8 | 0 | 2",
                "2021/22 | hilltop-special | hilltop-special | 7 | 1 | 8 | 2 | 0",
            ],
            PlainText.Of(use));
    }

    [Fact]
    public void Spending_leaves_out_what_is_only_priced()
    {
        ReportTable spending = CostTable.OfSpending(TinyReport.Case, TinyReport.Figures).ForPeople(brief: true).Single();

        Assert.Equal(
            [
                "Spending by budget line and financial year (£000)", "Budget line | 2021-22 | 2022-23",
                "high needs block | 67 | 40", "capital | 1,000 | 0", "All | 1,067 | 40",
            ],
            PlainText.Of(spending));
        Assert.Equal(
            ["Priced, not spent (£000)", "Item | 2021-22 | 2022-23", "over-number | 28 | 0", "All | 28 | 0"],
            PlainText.Of(CostTable.OfPrices(TinyReport.Case, TinyReport.Figures).ForPeople(brief: false).Single()));
    }

    [Fact]
    public void Travel_and_demand_have_a_line_a_measure()
    {
        Assert.Equal(
            [
                "Travel, one way", "Measure | 2020/21 | 2021/22", "Median (minutes) | 10 | 11", "90th percentile (minutes) | 20 | 20",
                "Over 45 minutes (pupils) | 0 | 1", "Over 75 minutes (pupils) | 0 | 0",
            ],
            PlainText.Of(TravelTable.Of(TinyReport.Case, TinyReport.Figures).ForPeople(brief: true).Single()));
        Assert.Equal(
            [
                "Pupils with a plan", "Measure | 2020/21 | 2021/22", "Stock (pupils) | 10 | 12", "Joiners (pupils) | 0 | 3", "Leavers (pupils) | 0 | 1",
                "With a suitable place (pupils) | 10 | 11", "With none (pupils) | 0 | 1", "Over-number (pupils) | 0 | 2",
            ],
            PlainText.Of(DemandTable.Of(TinyReport.Case, TinyReport.Figures).ForPeople(brief: true).Single()));
    }

    [Fact]
    public void Schemes_that_do_not_open_are_left_out_and_ids_are_for_programs()
    {
        ReportTable schemes = SchemeTable.Of(TinyReport.Case);

        Assert.Equal(["wing"], schemes.Rows.Select(row => CellText.ForPeople(row[0])));
        Assert.Equal(
            [
                "Capital schemes", "Scheme | Provision | Opens | Decided by | By the last year (places) | In the end (places) | Capital (£)",
                "New wing | hilltop-special | 2021/22 | scenario | 4 | 4 | £1,000,000",
            ],
            PlainText.Of(schemes.ForPeople(brief: true).Single()));
    }

    [Fact]
    public void Tiers_show_cost_in_pounds_and_the_gap_in_hundredths()
    {
        Assert.Equal(
            [
                "What the plan minimised, in this order", "Tier | Unit | Value | Bound | Gap (%)",
                "unplaced | pupil-years | 1 | 1.00 | 0.0000", "cost | £ | 106,500.50 | 106,490.00 | 0.0099",
            ],
            PlainText.Of(TierTable.Of(TinyReport.Audit)));
    }

    [Fact]
    public void Two_provisions_of_one_name_are_told_apart_by_their_ids()
    {
        var twins = TinyReport.Case with { Provisions = [.. TinyReport.Case.Provisions.Select(provision => provision with { Name = "St Mary's", Kind = ProvisionKind.SpecialSchool })] };

        ReportTable pupils = ProvisionUseTable.OfSpecialSchools(twins, TinyReport.Figures).ForPeople(brief: true)[1];

        Assert.Equal(["St Mary's (hilltop-special)", "St Mary's (riverside-base)"], pupils.Rows.Select(row => CellText.ForPeople(row[0])));
    }

    [Fact]
    public void Every_table_has_a_key_of_its_own_and_rows_as_wide_as_its_columns()
    {
        IReadOnlyList<ReportTable> tables = ReportTables.Of(TinyReport.Case, TinyReport.Audit);

        Assert.Equal(tables.Count, tables.Select(table => table.Key).Distinct().Count());
        Assert.All(tables.SelectMany(table => table.ForPeople(brief: false).Append(table)), table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
    }
}
