using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Scenarios.Returns;
using PlaceSufficiency.Storage.Returns;

namespace PlaceSufficiency.Storage.Tests.Returns;

public sealed class ReturnLayoutsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("place-sufficiency-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_layouts_that_come_with_the_program_are_read()
    {
        Assert.Equal(["scap", "send-reform"], ReturnLayouts.Known);
        ReturnLayout scap = ReturnLayouts.Of("scap");
        Assert.Equal([(0, 6, 5), (7, 11, 7)], scap.Bands.Select(band => (band.From.Value, band.To.Value, band.Years)));
        Assert.Contains(scap.Groups, group => group.Kinds.SequenceEqual([ProvisionKind.ResourcedProvision, ProvisionKind.SenUnit]));
    }

    [Fact]
    public void A_reform_plan_counts_every_pupil_of_every_kind_and_age_once()
    {
        ReturnLayout plan = ReturnLayouts.Of("send-reform");

        Assert.Equal(Enum.GetValues<ProvisionKind>().Order(), plan.Groups.SelectMany(group => group.Kinds).Order());
        Assert.Equal(LevelSet.All, plan.Groups[^1].UnplacedLevels);
        Assert.Equal(Domain.Pupils.YearGroup.All, plan.Bands.SelectMany(band => Domain.Pupils.YearGroup.All.Where(group => group >= band.From && group <= band.To)));
    }

    [Fact]
    public void Next_years_layout_is_an_edit_of_a_file()
    {
        string path = File("next.yaml", ReturnLayouts.Text("scap").Replace("years: 7", "years: 8", StringComparison.Ordinal).Replace("Alternative provision", "Other", StringComparison.Ordinal));

        ReturnLayout layout = ReturnLayouts.Read(path);

        Assert.Equal(8, layout.Bands[1].Years);
        Assert.Equal("Other", layout.Groups[^1].Name);
    }

    [Fact]
    public void What_is_wrong_with_a_layout_is_found_with_its_place()
    {
        string path = File("bad.yaml", ReturnLayouts.Text("scap").Replace("kinds: [inmss]", "kinds: [special-school]", StringComparison.Ordinal).Replace("across: years", "across: yaers", StringComparison.Ordinal));

        FindingsException exception = Assert.Throws<FindingsException>(() => ReturnLayouts.Read(path));

        Assert.Equal(["across", "groups[3].kinds"], exception.Findings.Select(finding => finding.Key).Order(StringComparer.Ordinal));
        Assert.All(exception.Findings, finding => Assert.EndsWith("bad.yaml", finding.File, StringComparison.Ordinal));
        Assert.Throws<FindingsException>(() => ReturnLayouts.Read(Path.Combine(_folder, "none.yaml")));
        Assert.Contains("'send-reform'", Assert.Throws<FindingsException>(() => ReturnLayouts.Of("send-refrm")).Findings[0].Maybe, StringComparison.Ordinal);
    }

    [Fact]
    public void Planning_areas_are_read_by_column()
    {
        string path = File("areas.csv", "area_id,primary,secondary\nnorth,P1,S1\nsouth,P2,S1\n");

        var areas = PlanningAreasFile.Read(path);

        Assert.Equal("P2", areas["primary"][new PlanningAreaId("south")]);
        Assert.Equal("S1", areas["secondary"][new PlanningAreaId("north")]);
        Assert.Throws<FindingsException>(() => PlanningAreasFile.Read(File("bad.csv", "area_id,primary\nnorth,P1\n")));
    }

    private string File(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
