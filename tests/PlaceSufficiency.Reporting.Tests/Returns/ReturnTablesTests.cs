using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Returns;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Returns;

namespace PlaceSufficiency.Reporting.Tests.Returns;

public class ReturnTablesTests
{
    [Fact]
    public void Where_bands_stand_across_their_names_head_the_columns_for_people_and_for_programs()
    {
        ReturnLayout layout = new(
            1, "Test", "test", "bands",
            [new ReturnBand("Under 5", YearGroup.Of(-4), YearGroup.Of(0), 1), new ReturnBand("5 to 10, primary", YearGroup.Of(1), YearGroup.Of(6), 1)],
            [new ReturnGroup("Special schools", [ProvisionKind.SpecialSchool])]);
        AcademicYear year = AcademicYear.StartingIn(2026);
        ReturnCounts counts = new([new ReturnCount("Tiny", 0, 0, year, 2), new ReturnCount("Tiny", 1, 0, year, 3)], [year], new Dictionary<AcademicYear, int>());

        ReportTable table = ReturnTables.AsAsked(layout, counts);

        Assert.Equal(["year", "provision", "under_5_pupils", "5_to_10_primary_pupils", "all_pupils"], table.Columns.Select(column => column.CsvHeader));
        Assert.Equal(["Year", "Provision", "Under 5 (pupils)", "5 to 10, primary (pupils)", "All (pupils)"], table.Columns.Select(column => column.HeadingWithUnit));
        Assert.Equal(["2026/27 Special schools 2 3 5", "2026/27 All 2 3 5"], table.Rows.Select(row => string.Join(' ', row.Select(CellText.ForPeople))));
    }
}
