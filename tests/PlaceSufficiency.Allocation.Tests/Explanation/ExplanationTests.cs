using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Allocation.Explanation;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Explanation;

public sealed class ExplanationTests
{
    private static readonly AcademicYear First = TinyWorld.BaseYear.Next;

    [Fact]
    public void ThreeMorePupilsThanPlacesAreShortOfThreePlaces()
    {
        // 23 joiners, 10 places in each school: 3 are short, and 3 places at either end it; 2 do not.
        World world = new(TinyWorld.Case(1), StayBuilder.Stay(23, 5, 1, 1));
        Shortfall shortfall = Assert.Single(world.Shortfalls);

        Assert.Equal((3, BindingRule.Places), (shortfall.Pupils, shortfall.Rule));
        TriedChange[] ends = [.. world.Tried(shortfall).Where(change => change.Ends)];
        Assert.Equal(
            [new PlacesAdded(TinyWorld.SpecialSchool, First, 3), new PlacesAdded(TinyWorld.Base, First, 3)],
            ends.Select(change => change.Change));
        Assert.All(ends, change => Assert.Equal((3, 1.0), (change.PupilYearsSaved, change.Worth)));
    }

    [Fact]
    public void AShortfallThatIsOnlyMovedToOthersIsNotEnded()
    {
        // One place; a pupil of each need. Who is left out is a tie, so only one more place ends it, whoever it is.
        World world = new(
            TinyWorld.Case(1).WithPlaces(TinyWorld.SpecialSchool, 1).WithPlaces(TinyWorld.Base, 0),
            StayBuilder.Stay(1, 5, 1, 1), StayBuilder.Stay(1, 5, 1, 1, need: PrimaryNeed.SEMH));
        Shortfall shortfall = Assert.Single(world.Shortfalls);

        Assert.Equal(
            [new PlacesAdded(TinyWorld.SpecialSchool, First, 1), new PlacesAdded(TinyWorld.Base, First, 1)],
            world.Tried(shortfall).Where(change => change.Ends).Select(change => change.Change));
        Assert.Equal(new UnplacedCounts(0, 1, 1), UnplacedTrial.Of(world.Case, world.Demand, shortfall, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void AFreePlaceThatIsNotForThemAsksForAWiderDesignation()
    {
        // The base has 10 free places and admits up to year group 11; two pupils of year group 12 find the special school without places.
        World world = new(TinyWorld.Case(1).WithPlaces(TinyWorld.SpecialSchool, 0), StayBuilder.Stay(2, 12, 1, 1));
        Shortfall shortfall = Assert.Single(world.Shortfalls);

        Assert.Equal(BindingRule.Opening, shortfall.Rule);
        Assert.Contains(world.Tried(shortfall), change =>
            change.Ends && change.Change == new DesignationWidened(TinyWorld.Base, PrimaryNeed.ASD, ProvisionLevel.Resourced, YearGroup.Of(12)));
    }

    [Fact]
    public void APlaceBeyondTheCeilingAsksForALongerJourney()
    {
        // 10 km are 10 minutes, and nobody may travel for more than 5.
        PlanningCase near = TinyWorld.Case(1).WithPlaces(TinyWorld.SpecialSchool, 0);
        World world = new(near with { Travel = near.Travel with { Ceiling = TinyWorld.Minutes(5) } }, StayBuilder.Stay(2, 5, 1, 1));
        Shortfall shortfall = Assert.Single(world.Shortfalls);

        Assert.Equal(BindingRule.TravelCeiling, shortfall.Rule);
        Assert.Contains(world.Tried(shortfall), change => change.Ends && change.Change == new JourneyLengthened(Phase.Primary, 10));
    }

    [Fact]
    public void ASchemeThatOpensTooLateIsAskedToOpenAsLateAsWillDo()
    {
        // Nothing but a scheme of 2 places, which opens in the third year; two pupils are short in the second.
        PlanningCase planningCase = TinyWorld.Case(3).WithPlaces(TinyWorld.SpecialSchool, 0).WithPlaces(TinyWorld.Base, 0);
        planningCase = planningCase.WithSchemes(planningCase.Candidate("new", TinyWorld.SpecialSchool, 2) with { Candidate = null, Opens = First.PlusYears(2) });
        World world = new(planningCase, StayBuilder.Stay(2, 3, 2, 3, level: ProvisionLevel.Special));
        Shortfall shortfall = Assert.Single(world.Shortfalls);

        Assert.Contains(world.Tried(shortfall), change => change.Ends && change.Change == new SchemeOpened(new SchemeId("new"), First.Next, 1));
    }

    [Fact]
    public void PlacesThatStandAreToldFromPlacesThatFill()
    {
        // Ten were placed before and stand; the one who joins finds a school that took nobody new. With a ceiling of one above, the second who joins finds it reached.
        PlanningCase planningCase = TinyWorld.Case(1).WithPlaces(TinyWorld.Base, 0);
        Stay standing = StayBuilder.Stay(10, 3, 0, 1, TinyWorld.SpecialSchool, level: ProvisionLevel.Special);
        World full = new(planningCase, standing, StayBuilder.Stay(1, 3, 1, 1, level: ProvisionLevel.Special));
        World ceiling = new(
            planningCase.WithProvision(TinyWorld.SpecialSchool, school => school with { OverNumberCeiling = 0.1m }), standing, StayBuilder.Stay(2, 3, 1, 1, level: ProvisionLevel.Special));

        Assert.Equal(BindingRule.StaysThatStand, Assert.Single(full.Shortfalls).Rule);
        Assert.Equal(BindingRule.OverNumberCeiling, Assert.Single(ceiling.Shortfalls).Rule);
    }

    [Fact]
    public void PricesOfPlacesAreBorneOut()
    {
        World world = new(TinyWorld.Case(2), StayBuilder.Stay(23, 5, 1, 2));

        IReadOnlyList<PlaceWorth> places = PlaceChecks.Of(world.Case, world.Demand, world.Plan, 5, 2, TestContext.Current.CancellationToken);

        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.True(place.IsBorneOut, $"{place}"));
    }

    [Fact]
    public void ASchemeIsWorthThePupilYearsThatItPlaces()
    {
        // 23 pupils for two years, 20 places and a scheme of 3: dropped it leaves 3 without a place in both years, a year late in one, at half its size (1 place) 2 in both.
        PlanningCase planningCase = TinyWorld.Case(2);
        planningCase = planningCase.WithSchemes(planningCase.Candidate("new", TinyWorld.SpecialSchool, 3, 9_000) with { Candidate = null, Opens = First });
        World world = new(planningCase, StayBuilder.Stay(23, 3, 1, 2));

        IReadOnlyList<SchemeLoss> losses = SchemeSetbacks.Of(world.Case, world.Demand, world.Plan, 0.5m, 2, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([(SchemeSetback.Dropped, 6L), (SchemeSetback.Delayed, 3L), (SchemeSetback.Shrunk, 4L)], losses.Select(loss => (loss.Setback, loss.Lost[0].Amount)));
        Assert.Equal([9_000m, 0m, 4_500m], losses.Select(loss => loss.CapitalSaved.Value));
    }

    [Fact]
    public void WhoTravelsIsToldWhatKeptThemFromTheNearerSchool()
    {
        // The special school next door is full of pupils who stand; the pupil goes to the base, 10 minutes away, and would cost 4,800 more next door (12,000 against 6,000 and 1,200).
        PlanningCase planningCase = TinyWorld.Case(1).WithPlaces(TinyWorld.SpecialSchool, 1);
        World full = new(planningCase, StayBuilder.Stay(1, 3, 0, 1, TinyWorld.SpecialSchool, level: ProvisionLevel.Special), StayBuilder.Stay(1, 3, 1, 1));
        World dear = new(planningCase, StayBuilder.Stay(1, 3, 1, 1));

        NearerProvision kept = Assert.Single(full.Nearer());
        Assert.Equal((TinyWorld.Base, TinyWorld.SpecialSchool, NotNearer.Full, 10.0, 0.0, 4_800m), (kept.At, kept.Nearer, kept.Why, kept.Minutes, kept.NearerMinutes, kept.DearerBy.Value));
        Assert.Equal(NotNearer.Dearer, Assert.Single(dear.Nearer()).Why);
    }

    [Fact]
    public void AlternativesAreEveryChoiceThatIsAsGood()
    {
        // Three schemes of one place, one of which may open; three pupils for two years. Opened in the first year it leaves 4 pupil-years, in the second 5, closed 6.
        PlanningCase planningCase = TinyWorld.Case(2).WithPlaces(TinyWorld.SpecialSchool, 0).WithPlaces(TinyWorld.Base, 0);
        planningCase = planningCase.WithSchemes([.. Enumerable.Range(0, 3).Select(i => planningCase.Candidate($"scheme-{i}", TinyWorld.SpecialSchool, 1) with { Groups = ["one"] })]) with
        {
            SchemeGroups = [new SchemeGroup("one", 0, 1)],
        };
        World world = new(planningCase, StayBuilder.Stay(3, 3, 1, 2));

        SchemeAlternatives same = world.Alternatives(0, 100);
        SchemeAlternatives near = world.Alternatives(0.25m, 100);

        Assert.Equal((ObjectiveTier.Unplaced, 6, true), (same.Tier, same.Solved, same.AreAll));
        Assert.Equal([(2, 4L), (2, 4L)], same.Found.Select(one => (one.Differs, one.Values[0])));
        Assert.Equal(5, near.Found.Count);
        Assert.Equal([2, 2, 2, 2, 0], near.Found.Select(one => one.Differs));
    }

    [Fact]
    public void AnOutwardSearchFindsOnlyWhatEnumerationFinds()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithSchemes(new Random(seed));
            World world;
            try
            {
                world = new World(planningCase, demand);
            }
            catch (NoSolutionException)
            {
                continue;
            }

            string[] all = [.. world.Alternatives(0.3m, 200).Found.Select(one => string.Join(';', one.Openings))];
            SchemeAlternatives some = world.Alternatives(0.3m, 6);
            Assert.Subset(new HashSet<string>(all), new HashSet<string>(some.Found.Select(one => string.Join(';', one.Openings))));
            Assert.InRange(some.Solved, 0, 6);
        }
    }

    private sealed class World
    {
        public World(PlanningCase planningCase, params Stay[] stays)
            : this(planningCase, StayBuilder.Path(planningCase.Horizon, stays))
        {
        }

        public World(PlanningCase planningCase, DemandPath demand)
        {
            (Case, Demand) = (planningCase.WithStockOf(demand), demand);
            Plan = Planned.By(Case, Demand);
            Audit = PlanAudit.Check(Case, Demand, Plan);
            Assert.Empty(Audit.Findings);
        }

        public PlanningCase Case { get; }

        public DemandPath Demand { get; }

        public PlacementPlan Plan { get; }

        public PlanAuditReport Audit { get; }

        public IReadOnlyList<Shortfall> Shortfalls => Allocation.Explanation.Shortfalls.Of(Audit.Figures);

        public IReadOnlyList<TriedChange> Tried(Shortfall shortfall) => EndOfShortfall.Of(Case, Demand, Plan, Audit, shortfall, 2, cancellation: TestContext.Current.CancellationToken);

        public IEnumerable<NearerProvision> Nearer() => NearerProvisions.Of(Case, Demand, Plan, Audit.Figures, fact => fact.Need == PrimaryNeed.ASD);

        public SchemeAlternatives Alternatives(decimal within, int most) => AlternativeSchemes.Of(Case, Demand, Plan, within, most, 2, cancellation: TestContext.Current.CancellationToken);
    }
}
