using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Testing;

/// <summary>
/// The smallest world in which every rule can bite: two areas 10 km apart, a special school in one, a resourced provision in
/// the other. A kilometre takes a minute, nothing else takes time; prices are whole pounds that split into 7/12 and 5/12.
/// Nobody lives in it until stock is added; change it with <c>with</c> or <see cref="CaseChanges"/>.
/// </summary>
public static class TinyWorld
{
    /// <summary>2020/21.</summary>
    public static readonly AcademicYear BaseYear = AcademicYear.StartingIn(2020);

    /// <summary>The area the special school is in.</summary>
    public static readonly PlanningAreaId North = new("north");

    /// <summary>The area the resourced provision is in, 10 km from <see cref="North"/>.</summary>
    public static readonly PlanningAreaId South = new("south");

    /// <summary>Special school in <see cref="North"/>: all needs, year groups 0 to 14, resourced and special levels, 10 places.</summary>
    public static readonly ProvisionId SpecialSchool = new("hilltop-special");

    /// <summary>Resourced provision in <see cref="South"/>: all needs, year groups 0 to 11, mainstream to resourced levels, 10 places.</summary>
    public static readonly ProvisionId Base = new("riverside-base");

    /// <summary>The world over that many planned years after <see cref="BaseYear"/>.</summary>
    public static PlanningCase Case(int plannedYears = 2) => new()
    {
        Name = "Tiny world",
        Authority = "Tinyshire",
        Horizon = new Horizon(BaseYear, BaseYear.PlusYears(plannedYears)),
        Areas = [Area(North, 110_000), Area(South, 100_000)],
        Providers = [School("hilltop", 110_000), School("riverside", 100_000)],
        Provisions =
        [
            Provision(SpecialSchool, "hilltop", ProvisionKind.SpecialSchool, 14, ProvisionLevel.Resourced, ProvisionLevel.Special),
            Provision(Base, "riverside", ProvisionKind.ResourcedProvision, 11, ProvisionLevel.Mainstream, ProvisionLevel.MainstreamPlus, ProvisionLevel.Resourced),
        ],
        Places = new PlacesByYear([(SpecialSchool, BaseYear, 10), (Base, BaseYear, 10)]),
        Imports = PlacesByYear.None,
        Stock = [],
        Demand = StillDemand.Assumptions,
        Prices = Prices(plannedYears),
        Travel = new TravelRules(1, 60, Duration.Zero, Minutes(60), Minutes(45), ImmutableDictionary<(PlanningAreaId, ProviderId), Journey>.Empty),
    };

    /// <summary>An area of 100 persons of each age, 0 to 25.</summary>
    public static PlanningArea Area(PlanningAreaId id, int northing, int personsOfEachAge = 100) =>
        new(id, id.Value, new GridReference(440_000, northing), [.. Enumerable.Repeat(personsOfEachAge, 26)]);

    /// <summary>The same minutes in every phase.</summary>
    public static ImmutableSortedDictionary<Phase, Duration> Minutes(int minutes) =>
        Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, _ => Duration.FromMinutes(minutes));

    private static Provider School(string id, int northing) => new(new ProviderId(id), id, null, "Tinyshire", new GridReference(440_000, northing));

    private static Provision Provision(ProvisionId id, string provider, ProvisionKind kind, int oldest, params ProvisionLevel[] levels) => new(
        id,
        new ProviderId(provider),
        id.Value,
        kind,
        new Designation(NeedSet.All, YearGroup.Of(0), YearGroup.Of(oldest), SexAdmitted.Mixed, LevelSet.Of(levels)),
        OverNumberCeiling: 0,
        Opens: null,
        Closes: null,
        NoNewPlacementsFrom: null);

    /// <summary>Top-up 12,000 (special) or 6,000 (resourced), place funding 6,000, over-number 24,000, transport 120 a km.</summary>
    private static PriceList Prices(int plannedYears)
    {
        (PriceItem Item, PriceScope Scope, int Pounds)[] stated =
        [
            (PriceItem.TopUp, PriceScope.Of(ProvisionKind.SpecialSchool), 12_000),
            (PriceItem.TopUp, PriceScope.Of(ProvisionKind.ResourcedProvision), 6_000),
            (PriceItem.PlaceFunding, PriceScope.All, 6_000),
            (PriceItem.OverNumber, PriceScope.All, 24_000),
            (PriceItem.TransportPerKm, PriceScope.All, 120),
        ];
        return new PriceList(new Horizon(BaseYear, BaseYear.PlusYears(plannedYears)).FinancialYears
            .SelectMany(year => stated.Select(price => (Key: (price.Item, price.Scope, year), price.Pounds)))
            .ToImmutableDictionary(price => price.Key, price => new Pounds(price.Pounds)));
    }
}
