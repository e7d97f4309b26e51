using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Sites;

/// <summary>Random cases that are plain facility location: one year, stated costs, candidates as sites, sometimes a school that stands, sometimes a group.</summary>
internal static class SiteWorld
{
    public static (PlanningCase Case, DemandPath Demand) Of(int seed)
    {
        Random random = new(seed);
        PlanningCase tiny = TinyWorld.Case(1);
        int sites = random.Next(2, 5);
        int areas = random.Next(1, 5);
        Provision[] provisions = [.. Enumerable.Range(0, sites).Select(i => tiny.Provisions[0] with { Id = new ProvisionId($"site-{i}"), Designation = new Designation(NeedSet.All, YearGroup.Of(0), YearGroup.Of(14), SexAdmitted.Mixed, LevelSet.All) })];
        PlanningArea[] homes = [.. Enumerable.Range(0, areas).Select(j => TinyWorld.Area(new PlanningAreaId($"area-{j}"), 100_000))];
        bool stands = random.Next(2) == 0;
        bool grouped = random.Next(2) == 0;
        PlanningCase planningCase = tiny with
        {
            Areas = [.. homes],
            Provisions = [.. provisions],
            Places = new PlacesByYear(stands ? [(provisions[0].Id, TinyWorld.BaseYear, random.Next(1, 4))] : []),
            Objective = [ObjectiveTier.Unplaced, ObjectiveTier.Cost],
            PupilCosts = new PupilCosts(homes.SelectMany(area => provisions.Select(site => (area.Id, site.Id))).ToDictionary(pair => pair, _ => Pounds.FromPence(random.Next(0, 3000)))),
            SchemeGroups = grouped ? [new SchemeGroup("some", random.Next(0, 2), random.Next(1, sites))] : [],
        };
        planningCase = planningCase.WithSchemes([.. provisions.Skip(stands ? 1 : 0).Select((site, i) =>
            planningCase.Candidate($"open-{site.Id}", site.Id, random.Next(2, 8), random.Next(0, 60)) with { Groups = grouped ? ["some"] : [] })]);
        Stay[] stays = [.. homes.Select((home, j) => new Stay(
            j, home.Id, PrimaryNeed.OTH, Sex.Male, TinyWorld.BaseYear, TinyWorld.BaseYear.Next, YearGroup.Of(3), [ProvisionLevel.Special, ProvisionLevel.Special], null, random.Next(1, 4)))];
        return (planningCase with { Stock = [.. stays.Select(stay => new StockCell(stay.Area, stay.Need, ProvisionLevel.Special, stay.Sex, stay.YearGroupAtFirst, null, stay.Pupils))] },
            new DemandPath(planningCase.Horizon, stays));
    }
}
