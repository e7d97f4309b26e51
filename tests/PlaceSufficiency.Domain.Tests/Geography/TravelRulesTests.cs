using NodaTime;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Domain.Tests.Geography;

public class TravelRulesTests
{
    private static readonly PlanningCase World = TinyWorld.Case();

    private static readonly PlanningArea South = World.Area(TinyWorld.South);

    private static readonly Provider Hilltop = World.Provider(new("hilltop"));

    [Fact]
    public void A_journey_is_the_straight_line_made_longer_at_the_speed_plus_the_fixed_time()
    {
        TravelRules rules = World.Travel with { Circuity = 1.5, SpeedKmPerHour = 30, FixedTime = Duration.FromMinutes(5) };

        // 10 km become 15 km, which take half an hour.
        Journey journey = rules.JourneyBetween(South, Hilltop);

        Assert.Equal(15_000, journey.Distance.Metres);
        Assert.Equal(Duration.FromMinutes(35), journey.Time);
    }

    [Theory]
    [InlineData(70, 514)]
    [InlineData(35, 1029)]
    public void Travelling_time_is_rounded_to_the_nearest_second(double speed, int seconds)
    {
        // 10 km at 70 km/h take 514.29 seconds, at 35 km/h 1028.57.
        TravelRules rules = World.Travel with { SpeedKmPerHour = speed };

        Assert.Equal(Duration.FromSeconds(seconds), rules.JourneyBetween(South, Hilltop).Time);
    }

    [Fact]
    public void A_stated_journey_replaces_the_estimate_for_its_area_and_provider_only()
    {
        Journey stated = new(Distance.FromKilometres(12), Duration.FromMinutes(27));
        TravelRules rules = World.Travel with
        {
            FixedTime = Duration.FromMinutes(5),
            Stated = World.Travel.Stated.Add((South.Id, Hilltop.Id), stated),
        };

        Assert.Equal(stated, rules.JourneyBetween(South, Hilltop));
        Assert.Equal(Duration.FromMinutes(5), rules.JourneyBetween(World.Area(TinyWorld.North), Hilltop).Time);
    }
}
