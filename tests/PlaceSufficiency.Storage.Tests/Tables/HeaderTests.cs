namespace PlaceSufficiency.Storage.Tests.Tables;

public class HeaderTests
{
    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        using TempCase files = new();

        Assert.Empty(files.Write("tables/leavers.csv", "date,share_leaving,source,year_group\n2025-01,1,made up,11\n").Findings());
    }

    [Fact]
    public void An_unknown_column_and_the_missing_one_it_stands_for_are_both_named()
    {
        using TempCase files = new();

        Assert.Equal(
        [
            "Error unknown-column tables/leavers.csv:1 'share_leavin': The table has no such column. Maybe 'share_leaving' was meant.",
            "Error missing-column tables/leavers.csv:1 share_leaving: The column is missing. Share of its pupils whose plan ends before the next September.",
        ], files.Replace("tables/leavers.csv", "share_leaving", "share_leavin").Findings());
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused()
    {
        using TempCase files = new();

        Assert.Equal(
            ["Error duplicate-column tables/leavers.csv:1 date: The column stands twice in the header."],
            files.Write("tables/leavers.csv", "year_group,share_leaving,source,date,date\n11,1,made up,2025-01,2025-01\n").Findings());
    }

    [Fact]
    public void Rows_under_a_bad_header_are_checked_all_the_same()
    {
        using TempCase files = new();

        Assert.Equal(
        [
            "Error unknown-column tables/leavers.csv:1 'remark': The table has no such column.",
            "Error out-of-range tables/leavers.csv:2 share_leaving '2': A number from 0 to 1 is wanted.",
        ], files.Write("tables/leavers.csv", "year_group,share_leaving,source,date,remark\n11,2,made up,2025-01,x\n").Findings());
    }
}
