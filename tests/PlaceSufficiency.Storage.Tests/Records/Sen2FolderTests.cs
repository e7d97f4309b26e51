using System.Globalization;
using NodaTime;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Storage.Tests.Records;

/// <summary>A return made up for these tests, in the shape of the guide's modules: nobody in it is a child.</summary>
public sealed class Sen2FolderTests : IDisposable
{
    private static readonly AcademicYear _first = AcademicYear.OfCensus(2023);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("place-sufficiency-");
    private readonly Dictionary<string, string> _modules = new()
    {
        ["person.csv"] = "persontableid,NativeId,personorderseqcolumn,sourceid,sen2tableid,surname,forename,personbirthdate,sex,ethnicity,postcode,upn,uniquelearnernumber,upnunknown\n",
        ["requests.csv"] = "requeststableid,NativeId,requestsorderseqcolumn,sourceid,persontableid,receiveddate,requestoutcome\n",
        ["assessment.csv"] = "assessmenttableid,NativeId,assessmentorderseqcolumn,sourceid,requeststableid,assessmentoutcome,week20\n",
        ["namedplan.csv"] = "namedplantableid,NativeId,namedplanorderseqcolumn,sourceid,assessmenttableid,startdate,planres,planwbp,pb,oa,dp,ceasedate,ceasereason\n",
        ["activeplans.csv"] = "activeplanstableid,NativeId,activeplansorderseqcolumn,sourceid,requeststableid,transferla,res,wbp,lastreview\n",
        ["placementdetail.csv"] = "placementdetailtableid,NativeId,sourceid,activeplanstableid,urn,ukprn,sensetting,placementrank,entrydate,leavingdate,senunitindicator,resourcedprovisionindicator\n",
        ["senneed.csv"] = "senneedtableid,NativeId,sourceid,activeplanstableid,sentyperank,sentype\n",
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, InlineData(2023, 19), InlineData(2024, 18), InlineData(2025, 16), InlineData(2026, 15)]
    public void The_census_is_on_the_third_Thursday_of_January(int year, int day) =>
        Assert.Equal(new LocalDate(year, 1, day), Sen2Folder.CensusDay(AcademicYear.OfCensus(year)));

    [Fact]
    public void Plans_become_years_between_Januaries()
    {
        Add(1, born: "2015-03-02", "F", start: "2020-05-01"); // stays: 7 on 31 August 2022, year group 3
        Add(2, born: "2006-01-09", "M", start: "2019-05-01", ceased: "2023-07-31", reason: "3"); // leaves
        Add(3, born: "2018-11-30", "M", start: "2023-01-20", sensetting: "OLA"); // joins the day after the census of 2023
        Add(4, born: "2012-01-01", "M", start: "2018-01-01", ceased: "2022-12-31", reason: "5"); // gone before

        PlanRecords records = Read().Records;

        Assert.Equal(
            [("3", "4", LeavingReason.Any), ("12", null, LeavingReason.PhaseEnd), (null, "0", LeavingReason.Any)],
            records.Rows.Select(row => (row.Before?.YearGroup.ToString(), row.After?.YearGroup.ToString(), row.LeftFor)));
        Assert.Equal([Sex.Female, Sex.Male, Sex.Male], records.Rows.Select(row => (row.Before ?? row.After)!.Sex));
        Assert.Equal(("ASD", "school"), (records.Rows[0].Before!.Need, records.Rows[0].Before!.Setting));
        Assert.Equal("OLA", records.Rows[2].After!.Setting);
    }

    [Fact]
    public void A_unit_a_known_school_and_another_are_told_apart()
    {
        Add(1, born: "2015-03-02", "F", start: "2020-05-01", urn: "100001");
        Add(2, born: "2015-03-02", "F", start: "2020-05-01", urn: "100002");
        Add(3, born: "2015-03-02", "F", start: "2020-05-01", urn: "100003", unit: "true");
        RecordCodes codes = CodesFile.Own with { Settings = CodesFile.Own.Settings.Add("100001", ProvisionLevel.Special) };

        Assert.Equal(["100001", "school", "resourced"], Read(codes).Records.Rows.Select(row => row.Before!.Setting));
    }

    [Fact]
    public void Every_row_of_every_module_is_used_or_set_aside_and_nobody_is_named()
    {
        Add(1, born: "2015-03-02", "F", start: "2020-05-01");
        Add(2, born: "soon", "F", start: "2020-05-01");
        Add(3, born: "2015-03-02", "F", start: "2020-05-01", ceased: "2019-01-01");
        Row("namedplan.csv", "NP9,n,1,s,A-missing,2020-01-01,,,,,,,");
        Row("senneed.csv", "SN9,n,s,AP1,2,SLCN");
        Row("person.csv", "P1,n,1,s,t,Surname1,Forename1,2015-03-02,F,WBRI,SO14 1AA,Z100000000001,,");

        RecordReading reading = Read();

        Assert.All(reading.Records.Reconciliations, file => Assert.True(file.IsWhole, file.File));
        var plans = reading.Records.Reconciliations.Single(file => file.File == "namedplan.csv");
        Assert.Equal((4, 1), (plans.RowsRead, plans.RowsUsed));
        Assert.Equal(
            ["a date of birth or of start that is no date", "a plan that ceases before it starts", "no person, request or assessment of the row"],
            plans.SetAside.Select(aside => aside.Reason).Order(StringComparer.Ordinal));
        Assert.Equal(1, reading.Records.Reconciliations.Single(file => file.File == "person.csv").SetAside.Sum(aside => aside.Rows));
        string everything = string.Join('\n', reading.Findings) + string.Join('\n', reading.Records.Rows);
        Assert.All((string[])["Surname", "Forename", "SO14", "Z1000", "P1", "NP9"], identifier => Assert.DoesNotContain(identifier, everything, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_read_does_not_depend_on_the_key()
    {
        Add(1, born: "2015-03-02", "F", start: "2020-05-01");
        Add(2, born: "2006-01-09", "M", start: "2019-05-01", ceased: "2023-07-31", reason: "3");

        Assert.Equal(Read(key: 1).Records.Rows, Read(key: 2).Records.Rows);
    }

    [Fact]
    public void A_missing_module_and_a_missing_column_are_findings()
    {
        _modules.Remove("senneed.csv");
        _modules["namedplan.csv"] = _modules["namedplan.csv"].Replace("ceasedate", "ceased-date", StringComparison.Ordinal);

        Finding[] found = [.. Assert.Throws<FindingsException>(() => Read()).Findings];

        Assert.Equal(
            ["namedplan.csv:1 ceasedate: The header has no such column. Maybe 'ceased-date' was meant.", "senneed.csv There is no such file."],
            found.Select(finding => finding.ToString()).Order(StringComparer.Ordinal));
    }

    private void Add(int number, string born, string sex, string start, string ceased = "", string reason = "", string urn = "100009", string sensetting = "", string unit = "false")
    {
        string n = number.ToString(CultureInfo.InvariantCulture);
        Row("person.csv", $"P{n},n,{n},s,t,Surname{n},Forename{n},{born},{sex},WBRI,SO14 1AA,Z10000000000{n},,");
        Row("requests.csv", $"R{n},n,1,s,P{n},2019-01-01,Y");
        Row("assessment.csv", $"A{n},n,1,s,R{n},Y,0");
        Row("namedplan.csv", $"NP{n},n,1,s,A{n},{start},,,,,,{ceased},{reason}");
        Row("activeplans.csv", $"AP{n},n,1,s,R{n},,,,");
        Row("placementdetail.csv", $"PD{n},n,s,AP{n},{(sensetting.Length > 0 ? string.Empty : urn)},,{sensetting},1,,,{unit},false");
        Row("senneed.csv", $"SN{n},n,s,AP{n},1,ASD");
    }

    private void Row(string module, string row) => _modules[module] += row + "\n";

    private RecordReading Read(RecordCodes? codes = null, byte key = 7)
    {
        foreach ((string module, string text) in _modules)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, module), text);
        }

        return Sen2Folder.Read(_folder.FullName, _first, _first.Next, codes ?? CodesFile.Own, [key]);
    }
}
