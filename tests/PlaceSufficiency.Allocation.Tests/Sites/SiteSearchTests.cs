using PlaceSufficiency.Allocation.Sites;

namespace PlaceSufficiency.Allocation.Tests.Sites;

public class SiteSearchTests
{
    [Fact]
    public void Two_areas_share_one_site_when_a_second_costs_more_than_it_saves()
    {
        // 3 and 2 pupils; both sites hold 5. Site 0: 3*1 + 2*4 + 10 = 21. Site 1: 3*5 + 2*1 + 10 = 27. Both: 3 + 2 + 20 = 25.
        SiteSolution solution = Solve([3, 2], [5, 5], [10, 10], [[1, 4], [5, 1]], []);

        Assert.Equal(21, solution.Assignment.Pence);
        Assert.Equal([0], solution.Assignment.Open);
    }

    [Fact]
    public void An_area_is_split_where_places_run_out()
    {
        // Site 0 has 4 places: 3 pupils of the first area and 1 of the second; the other goes to site 1. 3*1 + 1*4 + 1*6 + 20 = 33;
        // or 2 of the first and both of the second: 2*1 + 1*5 + 2*4 + 20 = 35.
        SiteSolution solution = Solve([3, 2], [4, 5], [10, 10], [[1, 4], [5, 6]], [new SiteGroup([0, 1], 2, 2)]);

        Assert.Equal(33, solution.Assignment.Pence);
        Assert.Equal([3, 1], solution.Assignment.Pupils[0]);
    }

    [Fact]
    public void At_most_one_of_a_group_is_the_one_median()
    {
        // Points at 0, 1 and 5 on a line, one pupil each. The middle one is 1 + 0 + 4 = 5 away in all; 0 is 6, 5 is 9.
        SiteSolution solution = Solve([1, 1, 1], [3, 3, 3], [0, 0, 0], [[0, 1, 5], [1, 0, 4], [5, 4, 0]], [new SiteGroup([0, 1, 2], 0, 1)]);

        Assert.Equal(5, solution.Assignment.Pence);
        Assert.Equal([1], solution.Assignment.Open);
    }

    [Fact]
    public void Prices_prove_a_plan_that_takes_every_place()
    {
        // Three pupils and three places: 2 pupils at 2, one at 1.
        SiteSolution solution = Solve([2, 1], [2, 1], [0, 0], [[2, 9], [9, 1]], []);

        Assert.Equal(5, solution.Assignment.Pence);
        Assert.Equal(5, solution.Bound, 1e-9);
        Assert.All(solution.Assignment.PlacePrices, price => Assert.True(price >= 0));
    }

    [Fact]
    public void Too_few_places_are_no_plan() => Assert.Null(Solved(
        new SiteProblem([6], [2, 3], [0, 0], [[1], [1]], [false, false], [])));

    [Fact]
    public void Random_sites_cost_what_enumeration_finds_and_the_proof_holds()
    {
        int plans = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            plans += Agrees(RandomSites.WithPlaces(seed), seed) ? 1 : 0;
        }

        Assert.InRange(plans, 250, 499);
    }

    [Fact]
    public void Random_medians_cost_what_enumeration_finds_and_the_proof_holds()
    {
        for (int seed = 0; seed < 250; seed++)
        {
            SiteProblem problem = RandomSites.Medians(seed);
            SiteSolution solution = Solved(problem)!;

            Assert.Equal(CheapestMedians(problem), solution.Assignment.Pence);
            AssertProven(problem, solution, seed);
        }
    }

    [Fact]
    public void The_same_problem_gives_the_same_plan_and_proof()
    {
        SiteSolution first = Solved(LargerSites.WithPlaces(40, 60, 7))!;
        SiteSolution second = Solved(LargerSites.WithPlaces(40, 60, 7))!;

        Assert.Equal(first.Assignment.Open, second.Assignment.Open);
        Assert.Equal(first.Bound, second.Bound);
        Assert.Equal(first.Cases, second.Cases);
    }

    [Fact]
    public void A_search_cut_short_states_the_bound_it_has()
    {
        SiteProblem problem = LargerSites.WithPlaces(40, 60, 7);
        SiteSolution whole = Solved(problem)!;
        SiteSolution cut = Solved(problem, 2)!;

        Assert.True(whole.Cases > 2, $"{whole.Cases} cases");
        Assert.InRange(cut.Bound, 0, whole.Assignment.Pence * (1 - 1e-9));
        Assert.True(cut.Assignment.Pence >= whole.Assignment.Pence);
        Assert.True(whole.Bound > whole.Assignment.Pence - problem.Unit, $"{whole.Bound} proves less than {whole.Assignment.Pence}");
    }

    private static SiteSolution Solve(int[] pupils, int[] places, long[] opening, long[][] pence, SiteGroup[] groups) =>
        Solved(new SiteProblem(pupils, places, opening, pence, new bool[places.Length], groups))!;

    private static SiteSolution? Solved(SiteProblem problem, int? mostCases = null) => SiteSearch.Solve(
        problem, SiteSearchLimits.Usual with { MostCases = mostCases ?? SiteSearchLimits.Usual.MostCases }, TestContext.Current.CancellationToken);

    private static bool Agrees(SiteProblem problem, int seed)
    {
        SiteSolution? solution = Solved(problem);
        Assert.True(Enumeration.Cheapest(problem) == solution?.Assignment.Pence, $"seed {seed}");
        if (solution is null)
        {
            return false;
        }

        AssertFeasible(problem, solution.Assignment);
        if (!problem.PencePerPupil.Any(row => row.Contains(SiteProblem.NotAllowed)))
        {
            AssertProven(problem, solution, seed);
        }

        return true;
    }

    private static void AssertProven(SiteProblem problem, SiteSolution solution, int seed)
    {
        double bound = Math.Min(ProofReading.Bound(problem, solution.Proof), solution.Assignment.Pence);
        Assert.True(bound > solution.Assignment.Pence - problem.Unit, $"seed {seed}: {bound} proves less than {solution.Assignment.Pence}");
        Assert.True(solution.Bound <= Math.Ceiling((bound - 1e-6) / problem.Unit) * problem.Unit, $"seed {seed}: {solution.Bound} is said and {bound} proven");
    }

    private static void AssertFeasible(SiteProblem problem, SiteAssignment plan)
    {
        for (int j = 0; j < problem.AreaCount; j++)
        {
            Assert.Equal(problem.Pupils[j], plan.Pupils.Sum(row => row[j]));
        }

        Assert.All(plan.Open.Zip(plan.Pupils), pair => Assert.InRange(pair.Second.Sum(), 0, problem.Places[pair.First]));
    }

    private static long CheapestMedians(SiteProblem problem)
    {
        long best = long.MaxValue;
        for (int set = 1; set < 1 << problem.SiteCount; set++)
        {
            int[] open = [.. Enumerable.Range(0, problem.SiteCount).Where(i => (set >> i & 1) == 1)];
            if (open.Length >= problem.Groups[0].AtLeast && open.Length <= problem.Groups[0].AtMost)
            {
                best = Math.Min(best, Enumerable.Range(0, problem.AreaCount).Sum(j => problem.Pupils[j] * open.Min(i => problem.PencePerPupil[i][j])));
            }
        }

        return best;
    }
}
