using PlaceSufficiency.Allocation;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Scenarios.TradeOffs;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Testing.StayBuilder;

namespace PlaceSufficiency.Scenarios.Tests.TradeOffs;

/// <summary>
/// Five pupils in one year who all want the special school, which has two places. Scheme "alpha" adds two for 100 pounds, "beta" one for 150: without either
/// three pupils go without, with alpha one, with beta two, with both none.
/// </summary>
public class TradeOffSolverTests
{
    private static readonly TradeOffLimit _capital = TradeOffLimit.Of("capital.total");

    private static readonly PlanningCase _world = World();

    private static readonly DemandPath _demand = Path(_world.Horizon, Stay(5, yearGroup: 4, from: 1, to: 1, level: ProvisionLevel.Special));

    private readonly List<string> _said = [];

    [Fact]
    public void Every_point_has_the_best_plan_of_its_limit()
    {
        TradeOffCurve curve = Curve(Solve([0, 50, 100, 150, 200, 250], Place));

        Assert.Equal(
            ["0 0 3", "50 0 3", "100 100 1", "150 100 1", "200 100 1", "250 250 0"],
            curve.Lines.Select(line => $"{line.Point.Limit} {line.Point.Used} {line.Tier.Value}"));
        Assert.Equal([null, null, 2m / 100, null, null, 1m / 150], curve.Lines.Select(line => line.Buys));
        Assert.All(curve.Lines, line => Assert.Equal(TradeOffProof.Best, line.Proof));
        Assert.Equal(["", "alpha", "alpha+beta"], curve.Lines.Where(line => line.SameAs is null).Select(line => string.Join('+', line.Point.Openings.Keys)));
    }

    [Fact]
    public void Three_plans_make_six_points()
    {
        Solve([0, 50, 100, 150, 200, 250], Place);

        Assert.Equal(["250 Placing 250", "200 Placing 200", "150 Stands 200", "100 Stands 200", "50 Placing 50", "0 Stands 50"], _said);
    }

    /// <summary>At 200 only beta is found, which takes too much for 100; what is found there is allowed at 200 as well, and places one pupil more.</summary>
    [Fact]
    public void What_a_tighter_point_found_is_taken_over_where_it_is_better()
    {
        IReadOnlyList<TradeOffPoint> points = Solve([100, 200], planningCase => planningCase.Limits.CapitalTotal == new Pounds(200) ? WithBetaAlone(planningCase) : Place(planningCase));

        Assert.Equal(["200 Placing 200", "100 Placing 100", "200 Adopted 100"], _said);
        Assert.Equal(["100 100 1", "200 100 1"], points.Select(point => $"{point.Limit} {point.Used} {point.Unplaced}"));
        Assert.All(points, point => Assert.Equal(0, point.Tiers[0].Gap));
    }

    [Fact]
    public void A_point_without_a_plan_is_told_and_the_others_stand()
    {
        TradeOffSolver solver = Solver(planningCase => planningCase.Limits.CapitalTotal == new Pounds(100) ? throw new NoSolutionException("Too hard.") : Place(planningCase));

        IReadOnlyList<TradeOffPoint> points = solver.Solve(Cases(0, 100, 250));

        Assert.Equal([0, 250], points.Select(point => point.Limit));
        Assert.Equal("100 Too hard.", string.Join(';', solver.Failed.Select(point => $"{point.Limit} {point.Reason}")));
    }

    [Fact]
    public void A_plan_that_breaks_a_rule_is_no_point()
    {
        PlacementPlan both = Place(At(250));
        TradeOffSolver solver = Solver(_ => both);

        Assert.Empty(solver.Solve(Cases(100)));
        Assert.NotEmpty(Assert.Single(solver.Failed).Findings);
    }

    private static PlanningCase World()
    {
        PlanningCase world = TinyWorld.Case(1).WithPlaces(TinyWorld.SpecialSchool, 2);
        return world.WithSchemes(world.Candidate("alpha", TinyWorld.SpecialSchool, 2, 100), world.Candidate("beta", TinyWorld.SpecialSchool, 1, 150));
    }

    private static PlanningCase At(decimal limit) => _world with { Limits = _world.Limits with { CapitalTotal = new Pounds(limit) } };

    private static Dictionary<decimal, PlanningCase> Cases(params decimal[] limits) => limits.ToDictionary(limit => limit, At);

    private static PlacementPlan Place(PlanningCase planningCase) => Allocator.Allocate(planningCase, _demand, cancellation: TestContext.Current.CancellationToken);

    /// <summary>A plan that is not the best of the case, with a proof that leaves open how good it is.</summary>
    private static PlacementPlan WithBetaAlone(PlanningCase planningCase)
    {
        PlacementPlan best = Place(planningCase);
        PlacementPlan beta = Place(planningCase with { Schemes = [.. planningCase.Schemes.Where(scheme => scheme.Id.Value == "beta")] });
        TierPrices none = new(
            new Dictionary<(Domain.Provisions.ProvisionId, Domain.Time.AcademicYear), double>(), new Dictionary<Domain.Time.AcademicYear, double>(), new Dictionary<ObjectiveTier, double>());
        return beta with
        {
            Tiers =
            [
                .. best.Tiers.Zip(beta.Tiers, (own, other) => own.Tier == ObjectiveTier.Unplaced
                    ? own with { Value = other.Value, Bound = Math.Min(own.Bound, 1) }
                    : new TierResult(own.Tier, other.Value, 0, none)),
            ],
        };
    }

    private static TradeOffCurve Curve(IReadOnlyList<TradeOffPoint> points) => new(_capital, ObjectiveTier.Unplaced, points);

    private IReadOnlyList<TradeOffPoint> Solve(decimal[] limits, Func<PlanningCase, PlacementPlan> place) => Solver(place).Solve(Cases(limits));

    private TradeOffSolver Solver(Func<PlanningCase, PlacementPlan> place) =>
        new(_capital, _demand, place, (at, step, of) => _said.Add($"{at} {step} {of}"), TestContext.Current.CancellationToken);
}
