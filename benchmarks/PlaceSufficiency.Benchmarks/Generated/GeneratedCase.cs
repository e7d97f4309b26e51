using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Benchmarks.Generated;

/// <summary>
/// Made-up cases of any size for measuring, not for planning: clustered home areas; a full mix of provisions by need, year group, sex and level;
/// places so tight that between a tenth and a fifth of those who call for a specialist place would go short; a base year whose
/// pupils stand where they are. The same seed gives the same case, byte for byte.
/// </summary>
public static class GeneratedCase
{
    /// <summary>Joiners in a year as a share of the base year's stock.</summary>
    private const double Joiners = 0.135;

    /// <summary>Makes a case and its demand.</summary>
    /// <param name="rung">How large.</param>
    /// <param name="schemesPerCity">Candidate schemes for every <see cref="Rung.City"/> that the rung amounts to.</param>
    /// <param name="seed">Seed. Schemes have randomness of their own: the rest of the case does not depend on how many there are.</param>
    /// <param name="years">Planned years, 1 to 20; 1 for the one-year variant.</param>
    /// <param name="published">Known positions of special schools, used for <see cref="Rung.England"/> only; null for made-up ones.</param>
    public static (PlanningCase Case, DemandPath Demand) Make(Rung rung, int schemesPerCity, int seed, int years = 10, PublishedSchools? published = null)
    {
        published = rung == Rung.England ? published ?? PublishedSchools.None : PublishedSchools.None;
        Horizon horizon = new(AcademicYear.StartingIn(2024), AcademicYear.StartingIn(2024 + years));
        Country country = new(new Random(seed), rung, published.State);
        LevelLists lists = new();
        List<DrawnPupil> pupils = Pupils(new PupilDraw(new Random(seed + 1), country, lists), rung.Pupils, years);
        List<DrawnProvision> drawn = new ProvisionDraw(new Random(seed + 2), country).All(rung.Provisions, published);
        FittingProvisions fitting = new(drawn);
        int[] places = new PlacesDraw(new Random(seed + 3), country, lists, drawn, fitting).Of(pupils, Math.Min(years, 5));
        StockPlacement.Place(new Random(seed + 4), country, lists, fitting, places, pupils);
        ImmutableArray<Provision> provisions = [.. drawn.Select(Provision)];
        ImmutableArray<PlanningArea> areas = Areas(country);
        DemandPath demand = new(horizon, Stays(horizon, areas, provisions, lists, pupils));
        ImmutableArray<CapitalScheme> schemes = [.. SchemeDraw.Of(new Random(seed + 5), provisions, places, horizon, (int)Math.Round(schemesPerCity * rung.Cities))];
        PlanningCase planningCase = new()
        {
            Name = $"Generated {rung.Name}",
            Authority = "Generated",
            Horizon = horizon,
            Areas = areas,
            Providers = [.. drawn.Select((one, g) => new Provider(provisions[g].Provider, $"School {g}", null, "Generated", one.Location))],
            Provisions = provisions,
            Places = new PlacesByYear(provisions.Select((provision, g) => (provision.Id, horizon.BaseYear, places[g]))),
            Imports = PlacesByYear.None,
            Schemes = schemes,
            Limits = PlanLimits.None with { CapitalTotal = SchemeDraw.Budget(schemes) },
            Stock = [.. demand.Stays.TakeWhile(stay => stay.FirstYear == horizon.BaseYear).Select(Cell)],
            Demand = new(ImmutableSortedDictionary<AcademicYear, int>.Empty, ImmutableSortedDictionary<(YearGroup, PrimaryNeed, Sex), decimal>.Empty, ImmutableSortedDictionary<YearGroup, decimal>.Empty, ImmutableSortedDictionary<(PrimaryNeed, Phase, ProvisionLevel), decimal>.Empty, [], []),
            Prices = PriceDraw.Of(new Random(seed + 6), provisions, horizon),
            Travel = Travel(),
        };
        return (planningCase, demand);
    }

    private static List<DrawnPupil> Pupils(PupilDraw draw, int stock, int years)
    {
        int joiners = (int)Math.Round(stock * Joiners);
        List<DrawnPupil> pupils = new(stock + (joiners * years));
        for (int i = 0; i < stock; i++)
        {
            pupils.Add(draw.Stock(years));
        }

        for (int year = 1; year <= years; year++)
        {
            for (int i = 0; i < joiners; i++)
            {
                pupils.Add(draw.Joiner(year, years));
            }
        }

        return pupils;
    }

    private static Provision Provision(DrawnProvision drawn, int g) => new(
        new($"provision-{g:00000}"), new($"school-{g:00000}"), $"{drawn.Kind} {g}", drawn.Kind, drawn.Designation, drawn.OverNumberCeiling, null, null, null);

    private static ImmutableArray<PlanningArea> Areas(Country country)
    {
        int[] nobody = new int[26];
        return [.. country.Areas.Select((centre, i) => new PlanningArea(new($"area-{i:00000}"), $"Area {i}", centre, nobody))];
    }

    /// <summary>Pupils alike in everything are one stay; stays are in order of first year, area, need and the rest.</summary>
    private static List<Stay> Stays(
        Horizon horizon, ImmutableArray<PlanningArea> areas, ImmutableArray<Provision> provisions, LevelLists lists, List<DrawnPupil> pupils)
    {
        UInt128[] keys = [.. pupils.Select(Key)];
        DrawnPupil[] sorted = [.. pupils];
        Array.Sort(keys, sorted);
        List<Stay> stays = new(pupils.Count);
        for (int i = 0; i < sorted.Length;)
        {
            int until = i + 1;
            while (until < sorted.Length && keys[until] == keys[i])
            {
                until++;
            }

            DrawnPupil one = sorted[i];
            stays.Add(new Stay(
                stays.Count, areas[one.Area].Id, one.Need, one.Sex, horizon.BaseYear.PlusYears(one.First), horizon.BaseYear.PlusYears(one.Last),
                YearGroup.Of(one.YearGroup), lists[one.Levels], one.Current < 0 ? null : provisions[one.Current].Id, until - i));
            i = until;
        }

        return stays;
    }

    private static UInt128 Key(DrawnPupil pupil)
    {
        UInt128 key = (uint)pupil.First;
        key = (key << 20) | (uint)pupil.Area;
        key = (key << 5) | (uint)pupil.Need;
        key = (key << 1) | (uint)pupil.Sex;
        key = (key << 5) | (uint)(pupil.YearGroup + 4);
        key = (key << 5) | (uint)pupil.Last;
        key = (key << 24) | (uint)pupil.Levels;
        return (key << 20) | (uint)(pupil.Current + 1);
    }

    private static StockCell Cell(Stay stay) => new(stay.Area, stay.Need, stay.Levels[0], stay.Sex, stay.YearGroupAtFirst, stay.Current, stay.Pupils);

    /// <summary>Journeys longer than statutory guidance calls reasonable (45 and 75 minutes) are priced; a quarter of an hour more is the most.</summary>
    private static TravelRules Travel() => new(
        1.3,
        30,
        Duration.FromMinutes(5),
        Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, phase => Duration.FromMinutes(phase <= Phase.Primary ? 60 : 90)),
        Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, phase => Duration.FromMinutes(phase <= Phase.Primary ? 45 : 75)),
        ImmutableDictionary<(PlanningAreaId, ProviderId), Journey>.Empty);
}
