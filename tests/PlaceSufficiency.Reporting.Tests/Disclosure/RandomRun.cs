using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Reporting.Tests.Disclosure;

/// <summary>
/// Made-up pupils over a base year and two planned ones, and every figure counted from them, so that the figures add up as those of the
/// audit do: a small authority in which most counts are small.
/// </summary>
internal static class RandomRun
{
    private static readonly ProvisionId _independent = new("independent");
    private static readonly ProvisionId _unit = new("unit");
    private static readonly ProvisionId?[] _homes = [TinyWorld.SpecialSchool, TinyWorld.SpecialSchool, TinyWorld.Base, _unit, _independent, null];
    private static readonly PrimaryNeed[] _needs = [PrimaryNeed.ASD, PrimaryNeed.SLD, PrimaryNeed.SEMH, PrimaryNeed.HI];

    /// <summary>Two runs of the same demand that place pupils differently from the second planned year on.</summary>
    internal static IReadOnlyList<ScenarioReport> Pair(int seed, int pupils)
    {
        PlacementFact[] first = Facts(seed, pupils);
        Random random = new(-seed);
        PlacementFact[] second = [.. first.Select(fact => fact.Year == Case.Horizon.LastYear && fact.Provision is null ? At(fact, TinyWorld.Base, random) : fact)];
        return [Report("first", first), Report("second", second)];
    }

    internal static PlanningCase Case { get; } = WithProvisions(TinyWorld.Case() with
    {
        NeedGroups = [new NeedGroup("SEMH", NeedSet.Of(PrimaryNeed.SEMH)), new NeedGroup("other needs", NeedSet.Of(NeedSet.All.Where(need => need != PrimaryNeed.SEMH)))],
        Places = new PlacesByYear([(TinyWorld.SpecialSchool, TinyWorld.BaseYear, 60), (TinyWorld.Base, TinyWorld.BaseYear, 60), (_unit, TinyWorld.BaseYear, 4), (_independent, TinyWorld.BaseYear, 60)]),
    });

    private static PlanningCase WithProvisions(PlanningCase tiny)
    {
        Provision like = tiny.Provision(TinyWorld.Base);
        return tiny with
        {
            Provisions =
            [
                .. tiny.Provisions.Append(like with { Id = _independent, Name = "independent", Kind = ProvisionKind.Inmss })
                    .Append(like with { Id = _unit, Name = "unit", Kind = ProvisionKind.ResourcedProvision }).OrderBy(provision => provision.Id),
            ],
        };
    }

    private static PlacementFact[] Facts(int seed, int pupils)
    {
        Random random = new(seed);
        PlacementFact[] facts =
        [
            .. Case.Horizon.AllYears.SelectMany(year => Enumerable.Range(0, pupils + (5 * year.YearsSince(TinyWorld.BaseYear))).Select(_ => At(
                new PlacementFact(
                    year, 0, TinyWorld.North, YearGroup.Of(random.Next(0, 14)), _needs[Math.Min(random.Next(4), random.Next(4))], random.Next(3) == 0 ? Sex.Female : Sex.Male,
                    random.Next(5) == 0 ? ProvisionLevel.Mainstream : ProvisionLevel.Special, null, false, null, 1, null),
                _homes[random.Next(_homes.Length)], random))),
        ];

        // No more at the unit than its four places; the others are at the base.
        foreach (IGrouping<AcademicYear, int> year in facts.Index().Where(fact => fact.Item.Provision == _unit).GroupBy(fact => fact.Item.Year, fact => fact.Index))
        {
            foreach (int fact in year.Skip(random.Next(5)))
            {
                facts[fact] = facts[fact] with { Provision = TinyWorld.Base };
            }
        }

        return facts;
    }

    private static PlacementFact At(PlacementFact fact, ProvisionId? provision, Random random) => fact with
    {
        Provision = provision,
        TravelTime = provision is null ? null : Duration.FromMinutes(random.Next(5, 90)),
        Reason = provision is null && fact.Year > TinyWorld.BaseYear ? new UnplacedReason(random.Next(2) == 0 ? UnplacedCause.Full : UnplacedCause.TooFar, []) : null,
    };

    private static ScenarioReport Report(string name, PlacementFact[] facts)
    {
        int[] stock = [.. Case.Horizon.AllYears.Select(year => facts.Count(fact => fact.Year == year))];
        PlanFigures figures = new(
            facts,
            [.. Case.Provisions.SelectMany(provision => Case.Horizon.AllYears.Select(year => Use(facts, provision, year)))],
            [.. Case.Horizon.PlannedYears.SelectMany(year => Case.Provisions.Select(provision => new BudgetAmount(
                year.AutumnFinancialYear, BudgetLine.HighNeedsBlock, PriceItem.TopUp, provision.Kind, new Pounds(12_000 * facts.Count(fact => fact.Year == year && fact.Provision == provision.Id)))))],
            [.. from year in Case.Horizon.AllYears from phase in Enum.GetValues<Phase>() from need in Case.NeedGroups select Balance(facts, year, phase, need)],
            [.. Case.Horizon.AllYears.Select((year, i) => Year(facts, year, i == 0 ? 0 : stock[i] - stock[i - 1] + 3, i == 0 ? 0 : 3))]);
        return new ScenarioReport(Case, new PlanAuditReport([], figures, []), "Not enough.", name) { Run = name };
    }

    private static ProvisionYear Use(PlacementFact[] facts, Provision provision, AcademicYear year)
    {
        int pupils = facts.Count(fact => fact.Year == year && fact.Provision == provision.Id);
        return new ProvisionYear(provision.Id, year, Case.Places[provision.Id, year], 0, pupils, 0, 0);
    }

    private static SufficiencyBalance Balance(PlacementFact[] facts, AcademicYear year, Phase phase, NeedGroup group)
    {
        PlacementFact[] special = [.. facts.Where(fact => fact.Year == year && fact.YearGroup.Phase == phase && group.Needs.Contains(fact.Need) && fact.Level >= ProvisionLevel.Resourced)];
        int unplaced = special.Count(fact => fact.Provision is null);
        int inmss = special.Count(fact => fact.Provision == _independent);
        return new SufficiencyBalance(year, phase, group.Name, special.Length, special.Length - unplaced - inmss, inmss, 0, unplaced, phase == Phase.Primary ? 2 : 0);
    }

    private static YearFigures Year(PlacementFact[] all, AcademicYear year, int joiners, int leavers)
    {
        PlacementFact[] facts = [.. all.Where(fact => fact.Year == year)];
        int Longer(int minutes) => facts.Count(fact => fact.TravelTime > Duration.FromMinutes(minutes));
        int placed = facts.Count(fact => fact.Provision is not null);
        return new YearFigures(
            year, facts.Length, joiners, leavers, placed, facts.Length - placed, 0, facts.Count(fact => fact.Provision == _independent),
            facts.Count(fact => fact.Provision == _independent && fact.Sex == Sex.Female), Pounds.Zero, 60, 0, Duration.FromMinutes(10), Duration.FromMinutes(20), Longer(45), Longer(75));
    }
}
