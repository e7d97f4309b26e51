using System.Globalization;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Allocation.Tests.Audit.Properties;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Properties;

/// <summary>
/// The audit finds nothing in any plan that the solver makes, and no bound is above its value, on 10,000 random cases of three
/// kinds, or as many as the variable PLACE_SUFFICIENCY_CASES says.
/// </summary>
public sealed class AuditAgreementTests
{
    private const string Variable = "PLACE_SUFFICIENCY_CASES";
    private const int Usual = 10_000;

    [Fact]
    public void TheAuditAgreesWithTheSolver()
    {
        int cases = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out int stated) ? stated : Usual;
        string?[] wrong = new string?[cases];
        int solved = 0;
        Parallel.For(0, cases, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, seed =>
        {
            (PlanningCase planningCase, DemandPath demand) = Of(seed);
            try
            {
                PlacementPlan plan = Planned.By(planningCase, demand);
                PlanAuditReport audit = PlanAudit.Check(planningCase, demand, plan);
                Interlocked.Increment(ref solved);
                wrong[seed] = audit.Findings.Count > 0 ? $"seed {seed}: {audit.Findings[0]}"
                    : plan.Tiers.Any(tier => tier.Bound > tier.Value + 1e-6 + (1e-9 * Math.Abs(tier.Value))) ? $"seed {seed}: a bound is above its value" : null;
            }
            catch (NoSolutionException exception) when (exception.Message.StartsWith("The rules on schemes allow no choice", StringComparison.Ordinal))
            {
                // Rules at random may contradict each other.
            }
        });

        Assert.Empty(wrong.OfType<string>());
        Assert.InRange(solved, (int)(0.9 * cases), cases);
        TestContext.Current.TestOutputHelper?.WriteLine($"{solved} of {cases} cases solved and audited.");
    }

    /// <summary>Two in five are random worlds of every rule, two in five small cases, one in five with schemes.</summary>
    private static (PlanningCase Case, DemandPath Demand) Of(int seed)
    {
        if (seed % 5 < 2)
        {
            var world = RandomWorld.Of(seed);
            return (world.Case, world.Demand);
        }

        (PlanningCase planningCase, DemandPath demand) = seed % 5 < 4 ? SmallCases.Of(new Random(seed)) : SmallCases.WithSchemes(new Random(seed));
        return (planningCase.WithStockOf(demand), demand);
    }
}
