using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tests.Cases;

public class TinyCaseTests
{
    private static readonly LoadedCase _base = CaseReader.Read(Path.Combine(Repository.Tiny, "base.yaml"));
    private static readonly AcademicYear _2026 = AcademicYear.Parse("2026/27");

    [Fact]
    public void It_is_read_without_a_warning() => Assert.Empty(_base.Findings);

    [Fact]
    public void What_stands_in_the_tables_stands_in_the_case()
    {
        PlanningCase tiny = _base.Case;
        Provision oak = tiny.Provision(new ProvisionId("oak-special"));
        Provision elm = tiny.Provision(new ProvisionId("elm-base"));

        Assert.Equal(("Tiny", "2024/25", "2026/27"), (tiny.Authority, $"{tiny.Horizon.BaseYear}", $"{tiny.Horizon.LastYear}"));
        Assert.Equal(["north", "south"], tiny.Areas.Select(area => area.Id.Value));
        Assert.Equal([260, 0], tiny.Areas.Select(area => area.Population.Sum()));
        Assert.Equal(new Designation(NeedSet.Of(PrimaryNeed.ASD, PrimaryNeed.SLD, PrimaryNeed.SLCN), YearGroup.Of(0), YearGroup.Of(11), SexAdmitted.Mixed, LevelSet.Of(ProvisionLevel.Special)), oak.Designation);
        Assert.Equal((4, 3, 2), (tiny.PlacesIn(oak, _2026), tiny.PlacesIn(elm, _2026), tiny.PlacesForResidents(elm, _2026)));
        Assert.Equal(4, tiny.Stock.Sum(cell => cell.Pupils));
        Assert.Contains(new StockCell(new("south"), PrimaryNeed.SLD, ProvisionLevel.Special, Sex.Female, YearGroup.Of(10), oak.Id, 1), tiny.Stock);
        Assert.Equal(1m, tiny.Demand.Joiners[(YearGroup.Of(7), PrimaryNeed.ASD, Sex.Male)]);
        Assert.Equal(1m, tiny.Demand.LeaverShares[YearGroup.Of(11)]);
        Assert.Equal(1m, tiny.Demand.LevelShares[(PrimaryNeed.SLCN, Phase.Secondary, ProvisionLevel.Special)]);
        Assert.Empty(tiny.Demand.StatedTotals);
        Assert.Equal(new Pounds(12000), tiny.Prices[PriceItem.PlaceFunding, oak, FinancialYear.Parse("2026-27")]);
        Assert.Equal(Pounds.Zero, tiny.Prices[PriceItem.Fee, oak, FinancialYear.Parse("2026-27")]);
        Assert.Equal(["autism", "all other needs"], tiny.NeedGroups.Select(group => group.Name));
        Assert.Equal([ObjectiveTier.Unplaced, ObjectiveTier.OverNumber, ObjectiveTier.Cost], tiny.Objective);
    }

    [Fact]
    public void A_journey_is_as_long_as_the_readme_says()
    {
        var journey = _base.Case.JourneyTo(_base.Case.Provision(new ProvisionId("yew-inmss")), new("north"));

        Assert.Equal((6.0, 17.0), (journey.Distance.Kilometres, journey.Time.TotalMinutes));
    }

    [Fact]
    public void The_annexe_adds_one_place_and_its_capital()
    {
        LoadedCase annexe = CaseReader.Read(Path.Combine(Repository.Tiny, "annexe.yaml"));

        Assert.Equal(("Tiny, with the annexe", "Tiny, places as they stand"), (annexe.Case.Name, annexe.BaseCase.Name));
        Assert.Equal(["scheme/oak-annexe/opens: not opened -> 2026/27"], annexe.ChangeLog.Select(line => line.ToString()));
        Assert.Equal(5, annexe.Case.PlacesIn(annexe.Case.Provision(new ProvisionId("oak-special")), _2026));
        CapitalScheme scheme = Assert.Single(annexe.Case.Schemes);
        Assert.Equal([new Pounds(20000), new Pounds(4000)], annexe.Case.Horizon.FinancialYears.Take(2).Select(scheme.CapitalIn));
    }

    [Fact]
    public void Every_file_that_was_read_is_listed_with_its_sha_256()
    {
        LoadedCase annexe = CaseReader.Read(Path.Combine(Repository.Tiny, "annexe.yaml"));

        Assert.Equal(
            ["annexe.yaml", "base.yaml", .. new[] { "areas", "joiners", "leavers", "levels", "places", "population", "prices", "providers", "provisions", "scheme_years", "schemes", "stock" }.Select(name => $"tables/{name}.csv")],
            annexe.Inputs.Select(input => input.Path));
        Assert.All(annexe.Inputs, input => Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Tiny, input.Path)), input.Bytes.ToArray()));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", new InputFile("x", Array.Empty<byte>()).Sha256);
    }

    [Fact]
    public void The_fingerprint_changes_with_any_figure_and_not_with_line_ends_or_the_folder()
    {
        using TempCase files = new();
        string copied = CaseReader.Read(files.PathOf("base.yaml")).Fingerprint;
        string otherEnds = CaseReader.Read(files.Replace("tables/stock.csv", "\n", "\r\n").PathOf("base.yaml")).Fingerprint;
        string otherFigure = CaseReader.Read(files.Replace("tables/stock.csv", "oak-special,2", "oak-special,3").PathOf("base.yaml")).Fingerprint;

        Assert.Equal(_base.Fingerprint, copied);
        Assert.Equal(_base.Fingerprint, otherEnds);
        Assert.NotEqual(_base.Fingerprint, otherFigure);
    }

    [Fact]
    public void The_scenario_files_of_a_folder_start_with_the_base() =>
        Assert.Equal(["base.yaml", "annexe.yaml", "inmss-closed.yaml"], CaseReader.ScenarioFilesIn(Repository.Tiny).Select(Path.GetFileName));
}
