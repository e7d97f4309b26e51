using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Benchmarks;

/// <summary>A made-up city of any size, the same for the same seed: for measuring, not for planning.</summary>
internal static class SyntheticCity
{
    private static readonly PrimaryNeed[] Needs =
        [PrimaryNeed.ASD, PrimaryNeed.ASD, PrimaryNeed.ASD, PrimaryNeed.SEMH, PrimaryNeed.SEMH, PrimaryNeed.SLCN, PrimaryNeed.SLCN, PrimaryNeed.MLD, PrimaryNeed.SLD, PrimaryNeed.PD];

    /// <summary>Makes the city and its demand.</summary>
    /// <param name="pupils">Pupils in the base year; joiners add about 12% a year.</param>
    /// <param name="years">Planned years.</param>
    /// <param name="seed">Seed.</param>
    public static (PlanningCase Case, DemandPath Demand) Make(int pupils, int years, int seed)
    {
        Random random = new(seed);
        Horizon horizon = new(AcademicYear.StartingIn(2020), AcademicYear.StartingIn(2020 + years));
        int width = (int)(Math.Sqrt(pupils / 1800.0) * 12000);
        ImmutableArray<PlanningArea> areas = [.. Enumerable.Range(0, Math.Max(4, pupils / 12)).Select(i =>
            new PlanningArea(new($"area-{i:0000}"), $"Area {i}", new(400_000 + random.Next(width), 100_000 + random.Next(width)), new int[26]))];
        (ImmutableArray<Provider> providers, ImmutableArray<Provision> provisions, PlacesByYear places) = Provisions(random, pupils, width, horizon);
        PlanningCase planningCase = new()
        {
            Name = "Synthetic city",
            Authority = "Synthetic",
            Horizon = horizon,
            Areas = areas,
            Providers = providers,
            Provisions = provisions,
            Places = places,
            Imports = PlacesByYear.None,
            Stock = [],
            Demand = new(ImmutableSortedDictionary<AcademicYear, int>.Empty, ImmutableSortedDictionary<(YearGroup, PrimaryNeed, Sex), decimal>.Empty, ImmutableSortedDictionary<YearGroup, decimal>.Empty, ImmutableSortedDictionary<(PrimaryNeed, Phase, ProvisionLevel), decimal>.Empty, [], []),
            Prices = Prices(horizon),
            Travel = Travel(),
        };
        DemandPath demand = Demand(random, planningCase, pupils);
        return (planningCase with { Stock = [.. demand.Stays.Where(stay => stay.FirstYear == horizon.BaseYear).Select(Cell)] }, demand);
    }

    private static (ImmutableArray<Provider> Providers, ImmutableArray<Provision> Provisions, PlacesByYear Places) Provisions(
        Random random, int pupils, int width, Horizon horizon)
    {
        List<Provider> providers = [];
        List<Provision> provisions = [];
        List<(ProvisionId, AcademicYear, int)> places = [];
        void Add(ProvisionKind kind, int from, int to, LevelSet levels, NeedSet needs, int number, decimal over)
        {
            int i = provisions.Count;
            providers.Add(new(new($"school-{i:000}"), $"School {i}", null, "Synthetic", new(400_000 + random.Next(width), 100_000 + random.Next(width))));
            provisions.Add(new(new($"provision-{i:000}"), new($"school-{i:000}"), $"Provision {i}", kind, new(needs, YearGroup.Of(from), YearGroup.Of(to), SexAdmitted.Mixed, levels), over, null, null, null));
            places.Add((new($"provision-{i:000}"), horizon.BaseYear, number));
        }

        LevelSet mainstream = LevelSet.Of(ProvisionLevel.Mainstream, ProvisionLevel.MainstreamPlus);
        LevelSet special = LevelSet.Of(ProvisionLevel.Resourced, ProvisionLevel.Special);
        int scale = Math.Max(1, pupils / 1800);
        for (int i = 0; i < 55 * scale; i++)
        {
            Add(ProvisionKind.Mainstream, -1, 6, mainstream, NeedSet.All, 38, 0);
        }

        for (int i = 0; i < 12 * scale; i++)
        {
            Add(ProvisionKind.Mainstream, 7, 14, mainstream, NeedSet.All, 105, 0);
        }

        for (int i = 0; i < 8 * scale; i++)
        {
            bool primary = random.Next(2) == 0;
            Add(ProvisionKind.ResourcedProvision, primary ? 0 : 7, primary ? 6 : 11, LevelSet.Of(ProvisionLevel.MainstreamPlus, ProvisionLevel.Resourced), NeedSet.Of(Needs[random.Next(10)], Needs[random.Next(10)], Needs[random.Next(10)]), 12, 0);
        }

        for (int i = 0; i < 14 * scale; i++)
        {
            (int from, int to) = random.Next(4) switch { 0 => (-1, 6), 1 => (7, 11), 2 => (7, 14), _ => (-1, 14) };
            Add(ProvisionKind.SpecialSchool, from, to, special, NeedSet.Of(Enumerable.Range(0, 5).Select(_ => Needs[random.Next(10)])), 60, 0.05m);
        }

        for (int i = 0; i < 25 * scale; i++)
        {
            Add(ProvisionKind.Inmss, random.Next(2) == 0 ? -1 : 7, 14, LevelSet.Of(ProvisionLevel.Special, ProvisionLevel.HighlySpecialised), NeedSet.Of(Enumerable.Range(0, 4).Select(_ => Needs[random.Next(10)])), 6, 0);
        }

        return ([.. providers], [.. provisions], new PlacesByYear(places));
    }

    private static PriceList Prices(Horizon horizon)
    {
        ImmutableDictionary<(PriceItem, PriceScope, FinancialYear), Pounds>.Builder prices = ImmutableDictionary.CreateBuilder<(PriceItem, PriceScope, FinancialYear), Pounds>();
        foreach (FinancialYear year in horizon.FinancialYears)
        {
            prices[(PriceItem.TopUp, PriceScope.Of(ProvisionKind.Mainstream), year)] = new(5_000);
            prices[(PriceItem.TopUp, PriceScope.Of(ProvisionKind.ResourcedProvision), year)] = new(9_000);
            prices[(PriceItem.TopUp, PriceScope.Of(ProvisionKind.SpecialSchool), year)] = new(15_000);
            prices[(PriceItem.Fee, PriceScope.Of(ProvisionKind.Inmss), year)] = new(60_000);
            prices[(PriceItem.TransportPerKm, PriceScope.All, year)] = new(450);
            prices[(PriceItem.OverNumber, PriceScope.All, year)] = new(5_000);
            prices[(PriceItem.AboveLevel, PriceScope.All, year)] = new(2_000);
        }

        return new PriceList(prices.ToImmutable());
    }

    private static TravelRules Travel() => new(
        1.3,
        30,
        Duration.FromMinutes(5),
        Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, _ => Duration.FromMinutes(75)),
        Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, _ => Duration.FromMinutes(45)),
        ImmutableDictionary<(PlanningAreaId, ProviderId), Journey>.Empty);

    private static StockCell Cell(Stay stay) => new(stay.Area, stay.Need, stay.Levels[0], stay.Sex, stay.YearGroupAtFirst, stay.Current, stay.Pupils);

    private static DemandPath Demand(Random random, PlanningCase planningCase, int pupils)
    {
        List<Stay> stays = [];
        void Add(AcademicYear first, int yearGroup, bool stock)
        {
            PrimaryNeed need = Needs[random.Next(10)];
            Sex sex = random.Next(10) < 3 ? Sex.Female : Sex.Male;
            int level = random.Next(100);
            ProvisionLevel called = level switch { < 50 => ProvisionLevel.Mainstream, < 56 => ProvisionLevel.Resourced, < 98 => ProvisionLevel.Special, _ => ProvisionLevel.HighlySpecialised };
            int length = Math.Min(Math.Min(15 - yearGroup, planningCase.Horizon.LastYear.YearsSince(first) + 1), 1 + random.Next(16));
            PlanningAreaId area = planningCase.Areas[random.Next(planningCase.Areas.Length)].Id;
            Provision[] fitting = stock ? [.. planningCase.Provisions.Where(p => p.Designation.Admits(need, sex, YearGroup.Of(yearGroup), called))] : [];
            ProvisionId? current = fitting.Length > 0 && random.Next(10) > 0 ? fitting[random.Next(fitting.Length)].Id : null;
            stays.Add(new(stays.Count, area, need, sex, first, first.PlusYears(length - 1), YearGroup.Of(yearGroup), [.. Enumerable.Repeat(called, length)], current, 1));
        }

        for (int i = 0; i < pupils; i++)
        {
            Add(planningCase.Horizon.BaseYear, random.Next(-1, 15), true);
        }

        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            for (int i = 0; i < pupils * 16 / 100; i++)
            {
                Add(year, random.Next(-1, 12), false);
            }
        }

        return new DemandPath(planningCase.Horizon, stays);
    }
}
