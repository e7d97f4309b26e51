using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Storage.Tests.Records;

public sealed class TransitionsFileTests : IDisposable
{
    private const string Header = "calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("place-sufficiency-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Joining_staying_and_leaving_are_told_apart()
    {
        PlanRecords records = Read(Header + "2013,NONSEND,NONSEND,0,B,X,1\n2013,B,X,5,C,X,6\n2013,B,Y,13,NONSEND,NONSEND,14\n").Records;

        Assert.Equal(
            [(null, 1), (5, 6), (13, null)],
            records.Rows.Select(row => (row.Before?.YearGroup.Value, row.After?.YearGroup.Value)));
        Assert.Equal((AcademicYear.Parse("2012/13"), "C", "X"), (records.Rows[1].Year, records.Rows[1].After!.Setting, records.Rows[1].After!.Need));
        Assert.True(Assert.Single(records.Reconciliations).IsWhole);
    }

    [Fact]
    public void Every_row_read_is_used_or_set_aside_for_a_reason()
    {
        RecordReading reading = Read(Header +
            "2013,B,X,5,B,X,6\n2013,NONSEND,NONSEND,5,NONSEND,NONSEND,6\n2013,B,X,5,B,X,7\n2013,B,X,20,B,X,21\n20x3,B,X,5,B,X,6\n2013,B,X,5\n2013,B,X,20,NONSEND,NONSEND,21\n");

        var rows = Assert.Single(reading.Records.Reconciliations);
        Assert.Equal((7, 2, 5), (rows.RowsRead, rows.RowsUsed, rows.SetAside.Sum(aside => aside.Rows)));
        Assert.Equal(
            ["a plan in neither January", "a year group that does not move on by one", "a year that is no number", "an age outside 0 to 25", "cells not as many as the header's"],
            rows.SetAside.Select(aside => aside.Reason).Order(StringComparer.Ordinal));
        Assert.Equal(5, reading.Findings.Count(finding => finding.Code == "rows-set-aside"));
        Assert.Contains("1 of 7 rows are set aside: an age outside 0 to 25.", reading.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void A_header_over_other_data_is_refused()
    {
        Finding[] found = Refused("calendar-year,academic-year-1,need-1,setting-1,setting-2,need-2,academic-year-2\n2013,B,X,5,B,X,6\n2013,C,X,6,B,X,7\n");

        Assert.Equal(
            "transitions.csv:2 academic-year-1 'B': The header says that this column holds whole numbers, but 2 of 2 rows hold something else. Maybe the header is of another version of the file, or its columns were moved.",
            Assert.Single(found).ToString());
    }

    [Fact]
    public void A_missing_column_is_named_with_what_may_be_meant()
    {
        Finding[] found = Refused(Header.Replace("need-2", "needs-2", StringComparison.Ordinal) + "2013,B,X,5,B,X,6\n");

        Assert.Equal("transitions.csv:1 need-2: The header has no such column. Maybe 'needs-2' was meant.", Assert.Single(found).ToString());
    }

    [Fact]
    public void A_missing_file_is_a_finding() =>
        Assert.Equal("missing-file", Assert.Single(Assert.Throws<FindingsException>(() => TransitionsFile.Read(Path.Combine(_folder.FullName, "none.csv"), null)).Findings).Code);

    [Fact]
    public void Residents_are_read_by_year_and_year_group()
    {
        string population = Write("population.csv", "calendar-year,academic-year,population\n2013,-5,9\n2013,0,7\n2014,0,8\n2014,0,9\n2014,x,9\n");

        PlanRecords records = TransitionsFile.Read(Write("transitions.csv", Header + "2013,B,X,5,B,X,6\n"), population).Records;

        Assert.Equal([(AcademicYear.Parse("2012/13"), 7), (AcademicYear.Parse("2013/14"), 8)], records.Residents.Select(pair => (pair.Key.Year, pair.Value)));
        Assert.Equal((5, 2, true), (records.Reconciliations[1].RowsRead, records.Reconciliations[1].RowsUsed, records.Reconciliations[1].IsWhole));
    }

    [Fact]
    public void Codes_say_what_needs_and_settings_mean()
    {
        RecordCodes codes = CodesFile.Read(Write("codes.csv", "kind,code,meaning\nneed,T,ASD\nsetting,B,special\n"));

        Assert.Equal((PrimaryNeed.ASD, PrimaryNeed.SEMH), (codes.Needs["T"], codes.Needs["SEMH"]));
        Assert.Equal((ProvisionLevel.Special, ProvisionLevel.Mainstream), (codes.Settings["B"], codes.Settings["mainstream"]));
    }

    [Fact]
    public void A_need_that_does_not_exist_is_a_finding()
    {
        string file = Write("codes.csv", "kind,code,meaning\nneed,T,ASDD\nneeds,B,special\n");

        Finding[] found = [.. Assert.Throws<FindingsException>(() => CodesFile.Read(file)).Findings];

        Assert.Equal(["unknown-need", "unknown-kind-of-code"], found.Select(finding => finding.Code));
        Assert.Equal("'ASD' was meant.", found[0].Maybe);
    }

    [Fact]
    public void Settings_and_needs_that_the_valid_states_do_not_have_are_refused()
    {
        const string Rows = "2013,B,X,5,B,X,6\n2013,NONSEND,NONSEND,5,B,XX,6\n2013,D,Y,5,NONSEND,NONSEND,6\n";

        Assert.Equal(
            ["transitions.csv need 'XX': The valid states have no such need; 1 of 4 states have it. Maybe 'X' was meant.", "transitions.csv setting 'D': The valid states have no such setting; 1 of 4 states have it. Maybe 'B' was meant."],
            Against(Header + Rows));
        Assert.All(Against("calendar-year,need-1,setting-1,academic-year-1,need-2,setting-2,academic-year-2\n2013,B,X,5,B,X,6\n"), finding =>
            Assert.EndsWith("Maybe need and setting have changed columns in the header.", finding, StringComparison.Ordinal));
    }

    [Fact]
    public void States_that_the_valid_states_do_not_expect_are_said_and_used()
    {
        RecordReading reading = ValidStatesFile.Checked(Read(Header + "2013,B,Y,5,B,X,6\n2013,B,X,11,B,X,12\n2013,C,Y,11,C,Y,12\n"), ValidStates());

        Assert.Equal(3, reading.Records.Rows.Length);
        Assert.Equal(
            ["The valid states do not have setting B with need Y; 1 of 6 states are so, and are used.", "The valid states do not have setting B with year groups outside 0 to 11; 1 of 6 states are so, and are used."],
            reading.Findings.Select(finding => finding.Message).Order(StringComparer.Ordinal));
    }

    private string[] Against(string text) =>
        [.. Assert.Throws<FindingsException>(() => ValidStatesFile.Checked(Read(text), ValidStates())).Findings.Select(finding => finding.ToString().Replace("Error need-not-valid ", string.Empty).Replace("Error setting-not-valid ", string.Empty)).Order(StringComparer.Ordinal)];

    private string ValidStates() => Write("valid-states.csv", "setting,setting-group,min-academic-year,max-academic-year,needs\nB,special,0,11,\"X\"\nC,special,0,20,\"X,Y\"\n");

    private RecordReading Read(string text) => TransitionsFile.Read(Write("transitions.csv", text), null);

    private Finding[] Refused(string text) => [.. Assert.Throws<FindingsException>(() => Read(text)).Findings];

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
