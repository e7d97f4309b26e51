using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Domain.Tests.Planning;

public class PlacementPricesTests
{
    private static readonly PlanningCase World = TinyWorld.Case();

    private static readonly Provision School = World.Provision(TinyWorld.SpecialSchool);

    private static readonly AcademicYear Year = AcademicYear.StartingIn(2021);

    private static readonly Stay FromSouth = StayBuilder.Stay(1, 3, 0, 2, area: TinyWorld.South);

    [Fact]
    public void A_year_costs_the_top_up_and_ten_kilometres() =>
        Assert.Equal(
            [
                "TopUp HighNeedsBlock 2021-22 £7,000.00", "TopUp HighNeedsBlock 2022-23 £5,000.00",
                "TransportPerKm Transport 2021-22 £700.00", "TransportPerKm Transport 2022-23 £500.00",
            ],
            Written(PlacementPrices.OfYear(World, School, FromSouth, Year)));

    [Fact]
    public void A_fee_and_a_transported_pupil_are_charged_whatever_the_distance()
    {
        PlanningCase world = WithPrice(WithPrice(World, PriceItem.Fee, 60_000), PriceItem.TransportPerPupil, 100);
        Stay nextDoor = StayBuilder.Stay(1, 3, 0, 2, level: ProvisionLevel.Special);

        Assert.Equal(
            [
                "TopUp HighNeedsBlock 2021-22 £7,000.00", "TopUp HighNeedsBlock 2022-23 £5,000.00",
                "Fee HighNeedsBlock 2021-22 £35,000.00", "Fee HighNeedsBlock 2022-23 £25,000.00",
                "TransportPerPupil Transport 2021-22 £58.33", "TransportPerPupil Transport 2022-23 £41.67",
            ],
            Written(PlacementPrices.OfYear(world, School, nextDoor, Year)));
    }

    [Theory]
    [InlineData(ProvisionLevel.Resourced, "AboveLevel Priced 2021-22 £583.33", "AboveLevel Priced 2022-23 £416.67")]
    [InlineData(ProvisionLevel.Special)]
    public void A_step_above_the_level_called_for_is_priced(ProvisionLevel level, params string[] charges)
    {
        PlanningCase world = WithPrice(World, PriceItem.AboveLevel, 1_000);

        Assert.Equal(charges, Written(Of(PriceItem.AboveLevel, world, StayBuilder.Stay(1, 3, 0, 2, level: level))));
    }

    [Fact]
    public void Minutes_above_the_threshold_are_priced()
    {
        PlanningCase world = WithPrice(World, PriceItem.TravelAboveThreshold, 2.40m);
        PlanningCase slow = world with { Travel = world.Travel with { SpeedKmPerHour = 10 } };

        // 10 km at 10 km/h are 60 minutes, 15 above the threshold of 45: 36 pounds a year.
        Assert.Equal(
            ["TravelAboveThreshold Priced 2021-22 £21.00", "TravelAboveThreshold Priced 2022-23 £15.00"],
            Written(Of(PriceItem.TravelAboveThreshold, slow, FromSouth)));
        Assert.Empty(Of(PriceItem.TravelAboveThreshold, world, FromSouth));
    }

    [Fact]
    public void Over_number_and_moves_are_priced_where_they_are_stated()
    {
        Assert.Equal(
            ["OverNumber Priced 2021-22 £14,000.00", "OverNumber Priced 2022-23 £10,000.00"],
            Written(PlacementPrices.OfOverNumber(World, School, Year)));
        Assert.Empty(PlacementPrices.OfMove(World, School, Year));
        Assert.Equal(
            ["Move Priced 2021-22 £350.00", "Move Priced 2022-23 £250.00"],
            Written(PlacementPrices.OfMove(WithPrice(World, PriceItem.Move, 600), School, Year)));
    }

    [Fact]
    public void Place_funding_is_paid_for_places_less_imports()
    {
        PlanningCase world = World with { Imports = new PlacesByYear([(School.Id, Year, 4)]) };

        // 6 places at 6,000 pounds.
        Assert.Equal(
            ["PlaceFunding HighNeedsBlock 2021-22 £21,000.00", "PlaceFunding HighNeedsBlock 2022-23 £15,000.00"],
            Written(PlacementPrices.OfPlaces(world, School, Year)));
        Assert.Empty(PlacementPrices.OfPlaces(world with { Imports = new PlacesByYear([(School.Id, Year, 11)]) }, School, Year));
    }

    private static IEnumerable<Charge> Of(PriceItem item, PlanningCase world, Stay stay) =>
        PlacementPrices.OfYear(world, School, stay, Year).Where(charge => charge.Item == item);

    private static IEnumerable<string> Written(IEnumerable<Charge> charges) =>
        charges.Select(charge => $"{charge.Item} {charge.Line} {charge.Year} {charge.Amount}");

    private static PlanningCase WithPrice(PlanningCase world, PriceItem item, decimal pounds) => world with
    {
        Prices = new PriceList(world.Prices.Prices.AddRange(
            world.Horizon.FinancialYears.Select(year => KeyValuePair.Create((item, PriceScope.All, year), new Pounds(pounds))))),
    };
}
