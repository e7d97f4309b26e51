using FsCheck.Xunit;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Forecasting.Fitting;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

public class StockBuilderTests
{
    private static readonly FittedProvision[] _schools =
    [
        SmallTables.School("west-primary", PublishedPlacement.Mainstream, 20, 0, 6, SmallTables.West),
        SmallTables.School("east-primary", PublishedPlacement.Mainstream, 20, 0, 6, SmallTables.East),
        SmallTables.School("secondary", PublishedPlacement.Mainstream, 20, 7, 11),
        SmallTables.School("special", PublishedPlacement.SpecialAcademyFree, 13),
    ];

    [Fact]
    public void Published_totals_and_rolls_are_met_exactly()
    {
        DemandTables built = StockBuilder.Build(SmallTables.Tables(), _schools, new FittingAssumptions());

        Assert.Equal(30, built.Stock.Sum(cell => cell.Pupils));
        Assert.Equal(12, built.Stock.Where(cell => cell.YearGroup.Age is >= 5 and <= 10).Sum(cell => cell.Pupils));
        Assert.Equal(13, At(built, "special"));
        Assert.Equal(17, At(built, "west-primary") + At(built, "east-primary") + At(built, "secondary"));
        Assert.Empty(built.Notes);
    }

    [Fact]
    public void Pupils_go_to_the_near_one_of_two_like_schools()
    {
        DemandTables built = StockBuilder.Build(SmallTables.Tables(), _schools, new FittingAssumptions());

        Assert.All(built.Stock.Where(cell => cell.Current?.Value is "west-primary"), cell => Assert.Equal("west", cell.Area.Value));
        Assert.All(built.Stock.Where(cell => cell.Current?.Value is "east-primary"), cell => Assert.Equal("east", cell.Area.Value));
    }

    [Fact]
    public void Everybody_fits_where_they_are()
    {
        DemandTables built = StockBuilder.Build(SmallTables.Tables(), _schools, new FittingAssumptions());
        Dictionary<ProvisionId, Provision> provisions = _schools.ToDictionary(school => school.Provision.Id, school => school.Provision);

        Assert.All(built.Stock, cell => Assert.True(provisions[cell.Current!.Value].Designation.Admits(cell.Need, cell.Sex, cell.YearGroup, cell.Level)));
    }

    [Fact]
    public void Without_provisions_the_stock_is_nowhere_and_the_notes_say_so()
    {
        DemandTables built = StockBuilder.Build(SmallTables.Tables(), [], new FittingAssumptions());

        Assert.Equal(30, built.Stock.Where(cell => cell.Current is null).Sum(cell => cell.Pupils));
        Assert.Equal(["17", "13"], built.Notes.Select(note => note.Message.Split(' ')[0]));
    }

    [Fact]
    public void The_most_deprived_area_has_twice_the_rate_of_the_least()
    {
        DemandTables built = StockBuilder.Build(SmallTables.Tables(westDecile: 1, eastDecile: 10), [], new FittingAssumptions());

        Assert.Equal((20, 10), (In(built, "west"), In(built, "east")));
    }

    [Fact]
    public void Designations_that_leave_somebody_without_a_place_are_refused()
    {
        FittedProvision[] schools = [.. _schools[..3], SmallTables.School("girls", PublishedPlacement.SpecialAcademyFree, 20, sex: SexAdmitted.Girls), SmallTables.School("boys", PublishedPlacement.SpecialAcademyFree, 2, sex: SexAdmitted.Boys)];

        FindingsException refused = Assert.Throws<FindingsException>(() => StockBuilder.Build(SmallTables.Tables(), schools, new FittingAssumptions()));

        Assert.Equal("fitting-provisions", Assert.Single(refused.Findings).Code);
    }

    [Property(MaxTest = 30)]
    public void Whatever_the_totals_they_are_met(byte primary, byte secondary, byte special)
    {
        int plans = primary + secondary + 1;
        int inSpecial = special % (plans + 1);
        PublishedTables tables = SmallTables.Tables() with
        {
            BaseAgeBands = [new AgeBandCount(0, 10, primary), new AgeBandCount(11, 24, secondary + 1)],
            BasePlacements = SmallTables.Tables().BasePlacements.SetItem(PublishedPlacement.Mainstream, plans - inSpecial).SetItem(PublishedPlacement.SpecialAcademyFree, inSpecial),
        };

        DemandTables built = StockBuilder.Build(tables, [], new FittingAssumptions());

        Assert.Equal(primary, built.Stock.Where(cell => cell.YearGroup.Age <= 10).Sum(cell => cell.Pupils));
        Assert.Equal(secondary + 1, built.Stock.Where(cell => cell.YearGroup.Age > 10).Sum(cell => cell.Pupils));
        Assert.Equal(inSpecial, built.Stock.Where(cell => cell.Level == ProvisionLevel.Special).Sum(cell => cell.Pupils));
    }

    private static int At(DemandTables built, string provision) => built.Stock.Where(cell => cell.Current?.Value == provision).Sum(cell => cell.Pupils);

    private static int In(DemandTables built, string area) => built.Stock.Where(cell => cell.Area.Value == area).Sum(cell => cell.Pupils);
}
