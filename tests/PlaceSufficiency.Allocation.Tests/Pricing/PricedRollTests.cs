using PlaceSufficiency.Allocation.Pricing;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Pricing;

public sealed class PricedRollTests
{
    /// <summary>A school that closes in the third planned year takes a pupil for the two before: two years without a place, not four.</summary>
    [Fact]
    public void ASchoolThatWillCloseTakesPupilsUntilItDoes()
    {
        PlanningCase tiny = TinyWorld.Case(4);
        PlanningCase planningCase = tiny with
        {
            Provisions = [tiny.Provision(TinyWorld.SpecialSchool) with { Closes = TinyWorld.BaseYear.PlusYears(3) }],
        };
        DemandPath demand = StayBuilder.Path(planningCase.Horizon, StayBuilder.Stay(1, 1, 1, 4, level: ProvisionLevel.Special));
        RouteCase routes = RouteCase.Of(planningCase, demand, TestContext.Current.CancellationToken);
        Limits limits = Limits.Of(routes);

        List<ClassPath> plan = PricedRoll.Plan(routes, Rates.Of(planningCase, ObjectiveTier.Unplaced), limits, new double[limits.Prices]);

        Assert.Equal([2L], new PlanWorth(routes, limits).Of([ObjectiveTier.Unplaced], plan));
    }
}
