using PlaceSufficiency.Cli.BuildCase;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Published;

namespace PlaceSufficiency.Cli.Tests.BuildCase;

/// <summary>The committed Southampton tables: their fit to published counts, and that they are what the builder makes.</summary>
public sealed class SouthamptonTablesTests
{
    private static readonly string _case = Path.Combine(Root(), "scenarios", "southampton");

    private static readonly Lazy<LoadedCase> _loaded = new(() => CaseReader.Read(Path.Combine(_case, "base.yaml")));

    private static readonly Lazy<IReadOnlyList<FittedProvision>> _rolls = new(() => CaseProvisions.Read(_case).Provisions);

    private static PlanningCase Case => _loaded.Value.Case;

    [Theory]
    [InlineData("0-4", 0, 4, 100)]
    [InlineData("5-10", 5, 10, 751)]
    [InlineData("11-15", 11, 15, 616)]
    [InlineData("16-19", 16, 19, 277)]
    [InlineData("20-24", 20, 24, 82)]
    public void Every_age_band_of_january_2021_is_met(string band, int from, int to, int plans)
    {
        Assert.Equal(plans, PublishedIn2021("plans-by-age-band").Single(pair => pair.Key == band).Value);
        Assert.Equal(plans, Case.Stock.Where(cell => cell.YearGroup.Age >= from && cell.YearGroup.Age <= to).Sum(cell => cell.Pupils));
    }

    [Fact]
    public void Every_placement_of_january_2021_is_met_and_nobody_is_dropped()
    {
        Dictionary<string, PublishedPlacement> placements = _rolls.Value.DistinctBy(roll => roll.Provision.Id).ToDictionary(roll => roll.Provision.Id.Value, roll => roll.Placement);
        Dictionary<string, int> stock = Case.Stock
            .GroupBy(cell => cell.Current is { } at ? Kebab(placements[at.Value]) : "not-in-education")
            .ToDictionary(group => group.Key, group => group.Sum(cell => cell.Pupils));

        Dictionary<string, int> published = PublishedIn2021("plans-by-placement");

        Assert.Equal(12, published.Count);
        Assert.Equal(1826, published.Values.Sum());
        Assert.All(published, pair => Assert.Equal(pair.Value, stock.GetValueOrDefault(pair.Key)));
        Assert.Equal(1826, stock.Values.Sum());
    }

    [Fact]
    public void Every_roll_of_a_special_school_is_met()
    {
        IEnumerable<IGrouping<string, FittedProvision>> special = _rolls.Value
            .Where(roll => roll.Placement is PublishedPlacement.SpecialLaMaintained or PublishedPlacement.SpecialAcademyFree)
            .GroupBy(roll => roll.Provision.Id.Value);

        Assert.All(special, school => Assert.Equal(school.Sum(roll => roll.Residents), PupilsAt(school.Key)));
    }

    [Fact]
    public void No_other_provision_holds_more_than_it_can()
    {
        Assert.All(_rolls.Value.GroupBy(roll => roll.Provision.Id.Value), provision => Assert.InRange(PupilsAt(provision.Key), 0, provision.Sum(roll => roll.Residents)));
    }

    [Fact]
    public void The_need_mix_of_special_schools_is_near_the_published_one_of_2025()
    {
        PublishedPlacement[] special = [PublishedPlacement.SpecialLaMaintained, PublishedPlacement.SpecialAcademyFree];
        HashSet<string> schools = [.. _rolls.Value.Where(roll => special.Contains(roll.Placement)).Select(roll => roll.Provision.Id.Value)];
        StockCell[] stock = [.. Case.Stock.Where(cell => cell.Current is { } at && schools.Contains(at.Value))];
        var published = _loaded.Value.Published
            .Where(count => count.Table == "need-by-placement-2025" && special.Select(Kebab).Contains(count.Key2))
            .GroupBy(count => count.Key1).ToDictionary(group => group.Key, group => group.Sum(count => count.Count));
        double all = published.Values.Sum();

        Assert.All(Case.NeedGroups.SelectMany(group => group.Needs), need => Assert.Equal(
            published.GetValueOrDefault(need.ToString()) / all,
            stock.Where(cell => cell.Need == need).Sum(cell => cell.Pupils) / (double)stock.Sum(cell => cell.Pupils),
            0.04));
    }

    [Fact]
    public void Everybody_fits_where_they_are()
    {
        Assert.All(Case.Stock.Where(cell => cell.Current is not null), cell =>
            Assert.True(Case.Provision(cell.Current!.Value).Designation.Admits(cell.Need, cell.Sex, cell.YearGroup, cell.Level), $"{cell}"));
    }

    [Fact]
    public void Every_area_is_home_to_pupils_in_proportion_to_its_children()
    {
        Assert.Equal(148, Case.Areas.Length);
        double children = Case.Areas.Sum(area => area.Population.Skip(5).Take(11).Sum());
        Assert.All(Case.Areas, area =>
        {
            double expected = 1367 * area.Population.Skip(5).Take(11).Sum() / children;
            int pupils = Case.Stock.Where(cell => cell.Area == area.Id && cell.YearGroup.Age is >= 5 and <= 15).Sum(cell => cell.Pupils);
            Assert.InRange(pupils, (expected * 0.55) - 2, (expected * 1.45) + 2);
        });
    }

    [Fact]
    public void The_committed_tables_are_what_the_builder_makes_of_the_published_ones()
    {
        string published = PublishedFolderOrSkip();
        using TempFolder copy = TempFolder.Of(_case);

        CaseTablesBuilder.Build("Southampton", AcademicYear.OfCensus(2021), published, copy.Path);

        Assert.All(
            ["areas.csv", "population.csv", "stock.csv", "joiners.csv", "leavers.csv", "levels.csv", "published.csv", "history.csv"],
            table => Assert.Equal(File.ReadAllText(Path.Combine(_case, "tables", table)).ReplaceLineEndings("\n"), File.ReadAllText(Path.Combine(copy.Path, "tables", table))));
    }

    [Theory]
    [InlineData("Portsmouth", 1662, 125)]
    [InlineData("E06000046", 1216, 89)]
    public void Another_authority_is_a_matter_of_naming_it(string authority, int plans, int areas)
    {
        string published = PublishedFolderOrSkip();
        using TempFolder folder = TempFolder.Empty();

        DemandTables built = CaseTablesBuilder.Build(authority, AcademicYear.OfCensus(2021), published, folder.Path);

        Assert.Equal(plans, built.Stock.Sum(cell => cell.Pupils));
        Assert.Equal(areas + 1, File.ReadLines(Path.Combine(folder.Path, "tables", "areas.csv")).Count());
        Assert.Equal(built.Stock.Length + 1, File.ReadLines(Path.Combine(folder.Path, "tables", "stock.csv")).Count());
        Assert.Contains(File.ReadLines(Path.Combine(folder.Path, "tables", "history.csv")), row => row.StartsWith($"2020/21,,,,{plans},", StringComparison.Ordinal));
    }

    private static Dictionary<string, int> PublishedIn2021(string table) => _loaded.Value.Published
        .Where(count => count.Table == table && count.Key1 == "2021").ToDictionary(count => count.Key2!, count => count.Count);

    private static int PupilsAt(string provision) => Case.Stock.Where(cell => cell.Current?.Value == provision).Sum(cell => cell.Pupils);

    private static string Kebab(PublishedPlacement placement) => Scenarios.Changes.Spelling.Kebab(placement.ToString());

    /// <summary>The published tables: PLACE_SUFFICIENCY_PUBLISHED, else a folder shared/data beside the repository.</summary>
    private static string PublishedFolderOrSkip()
    {
        string folder = Environment.GetEnvironmentVariable("PLACE_SUFFICIENCY_PUBLISHED") ?? Path.Combine(Root(), "..", "shared", "data");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "sen2")), "The published tables are not here; set PLACE_SUFFICIENCY_PUBLISHED to their folder.");
        return folder;
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlaceSufficiency.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds PlaceSufficiency.sln.");
    }
}
