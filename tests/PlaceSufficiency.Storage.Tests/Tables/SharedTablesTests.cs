using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Tests.Tables;

public class SharedTablesTests
{
    [Fact]
    public void A_table_of_the_same_bytes_in_two_cases_is_read_once()
    {
        using TempCase one = new();
        using TempCase other = new();
        SharedTables shared = new();

        Assert.Same(Stock(one, shared), Stock(other, shared));
        Assert.NotSame(Stock(one, null), Stock(other, null));
    }

    [Fact]
    public void A_table_of_other_bytes_is_read_for_itself()
    {
        using TempCase one = new();
        using TempCase other = new();
        SharedTables shared = new();
        int pupils = CaseReader.Read(one.PathOf("base.yaml"), shared).Case.Stock.Sum(cell => cell.Pupils);

        other.Replace("tables/stock.csv", "oak-special,2", "oak-special,3");

        Assert.Equal(pupils + 1, CaseReader.Read(other.PathOf("base.yaml"), shared).Case.Stock.Sum(cell => cell.Pupils));
    }

    [Fact]
    public void What_is_wrong_with_a_table_is_said_of_every_case_that_has_it()
    {
        using TempCase one = new();
        using TempCase other = new();
        one.Write("tables/leavers.csv", string.Empty);
        other.Write("tables/leavers.csv", string.Empty);
        SharedTables shared = new();

        Assert.Equal("empty-file tables/leavers.csv", Wrong(one, shared));
        Assert.Equal("empty-file tables/leavers.csv", Wrong(other, shared));
    }

    private static object Stock(TempCase files, SharedTables? shared)
    {
        (CaseFolder folder, _) = CaseFolder.Around(files.PathOf("base.yaml"), shared);
        FindingList findings = new();
        object rows = TableReader.Read(StockTable.Table, folder, findings).Rows;
        Assert.True(findings.IsEmpty);
        return rows;
    }

    private static string Wrong(TempCase files, SharedTables shared)
    {
        Finding finding = Assert.Single(Assert.Throws<FindingsException>(() => CaseReader.Read(files.PathOf("base.yaml"), shared)).Findings);
        return $"{finding.Code} {finding.File}";
    }
}
