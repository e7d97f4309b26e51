using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Testing;

/// <summary>
/// Small cases of every shape, one a seed: 1 to 5 areas, 1 to 6 planned years, a few needs, pupils in and out of provisions,
/// joiners, leavers and level shares of any size. Joiners always have level shares or stock to take their level from.
/// </summary>
public static class RandomCases
{
    private static readonly PrimaryNeed[] _needs = [PrimaryNeed.ASD, PrimaryNeed.SEMH, PrimaryNeed.MLD];
    private static readonly ProvisionLevel[] _levels = Enum.GetValues<ProvisionLevel>();
    private static readonly ProvisionId?[] _places = [null, TinyWorld.SpecialSchool, TinyWorld.Base];

    /// <summary>The case of that seed, without stated totals, scalings or shifts.</summary>
    public static PlanningCase Of(int seed)
    {
        Random random = new(seed);
        PlanningCase made = TinyWorld.Case(1 + random.Next(6));
        made = made with
        {
            Areas = [.. Enumerable.Range(0, 1 + random.Next(5)).Select(i => TinyWorld.Area(new PlanningAreaId($"area-{i}"), 100_000 + (2_000 * i), random.Next(3) * 40))],
        };
        return Moving(Peopled(made, random), random);
    }

    /// <summary>The case of that seed with a stated total in every planned year, which may rise or fall.</summary>
    public static PlanningCase WithTotalsOf(int seed)
    {
        PlanningCase made = Of(seed).WithJoiners(1.5m, 0);
        Random random = new(seed);
        int stock = made.Stock.Sum(cell => cell.Pupils);
        return made.WithTotals([.. made.Horizon.PlannedYears.Select(_ => random.Next(stock + 20))]);
    }

    /// <summary>The case of that seed whose pupils also change need and level at reviews, leave for reasons and by policy, and move into new homes.</summary>
    public static PlanningCase WithEveryMoveOf(int seed)
    {
        Random random = new(seed);
        PlanningCase made = Of(seed).WithLeavers(0.5m, random.Next(-4, 20)).WithLeavers(0.3m, random.Next(-4, 20));
        return made.WithDemand(demand => demand with
        {
            Reviews =
            [
                .. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => new ReviewChange(
                    random.Next(2) == 0 ? null : _needs[random.Next(3)], random.Next(2) == 0 ? null : (Phase)random.Next(5), null,
                    _needs[random.Next(3)], random.Next(2) == 0 ? null : _levels[random.Next(5)], random.Next(3) / 10m)),
            ],
            LeaverReasons = demand.LeaverShares.Where(pair => pair.Value > 0).ToImmutableSortedDictionary(pair => (pair.Key, (LeavingReason)(1 + random.Next(3))), pair => pair.Value / 2),
            EarlierCeasing = [new EarlierCeasing(random.Next(5) / 10m, YearGroup.Of(random.Next(11, 20)), made.Horizon.PlannedYears[0])],
            Population = PopulationOutlook.Still with
            {
                Homes = [new NewHomes(made.Areas[0].Id, 200, made.Horizon.PlannedYears[0], made.Horizon.LastYear, Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, _ => 0.5m))],
            },
        });
    }

    private static PlanningCase Peopled(PlanningCase made, Random random)
    {
        foreach (PrimaryNeed need in _needs)
        {
            for (int i = random.Next(8); i >= 0; i--)
            {
                made = made.WithPupils(
                    1 + random.Next(6),
                    random.Next(-4, 21),
                    _places[random.Next(_places.Length)],
                    made.Areas[random.Next(made.Areas.Length)].Id,
                    need,
                    _levels[random.Next(_levels.Length)],
                    (Sex)random.Next(2));
            }
        }

        return made;
    }

    private static PlanningCase Moving(PlanningCase made, Random random)
    {
        for (int i = random.Next(12); i > 0; i--)
        {
            made = made.WithJoiners(random.Next(40) / 10m, random.Next(-4, 21), _needs[random.Next(_needs.Length)], (Sex)random.Next(2));
        }

        for (int i = random.Next(12); i > 0; i--)
        {
            made = made.WithLeavers(random.Next(11) / 10m, random.Next(-4, 21));
        }

        for (int i = random.Next(6); i > 0; i--)
        {
            decimal share = random.Next(11) / 10m;
            made = made.WithLevels(
                _needs[random.Next(_needs.Length)],
                (Phase)random.Next(5),
                [.. _levels.Select(level => (level, level == ProvisionLevel.Special ? share : level == ProvisionLevel.Mainstream ? 1 - share : 0))]);
        }

        return made;
    }
}
