using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Audit;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Openings;

public sealed class SmallCasesWithSchemesTests
{
    [Fact]
    public void OpeningsAndPlacementsTogetherAreBestOnCasesSmallEnoughToEnumerate()
    {
        int proven = 0;
        const int cases = 120;
        for (int seed = 0; seed < cases; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.WithSchemes(new Random(seed));
            planningCase = planningCase with { Stock = StockOf(demand) };
            long[]? best = EnumeratedOpenings.Best(planningCase, demand);
            if (best is null)
            {
                Assert.Throws<NoSolutionException>(() => Planned.By(planningCase, demand));
                proven++;
                continue;
            }

            PlacementPlan plan = Planned.By(planningCase, demand);
            string values = $"seed {seed}: {string.Join(' ', plan.Tiers.Select(tier => $"{tier.Tier} {tier.Value} bound {tier.Bound:R}"))} against {string.Join(' ', best)}; opens {string.Join(' ', plan.Openings)}";
            Assert.True(best.Zip(plan.Tiers, (wanted, tier) => tier.Tier == ObjectiveTier.Cost ? tier.Value >= wanted && tier.Value <= wanted * 1.0006 : tier.Value == wanted).All(agrees => agrees), values);
            PlanAuditReport audit = PlanAudit.Check(planningCase, demand, plan);
            Assert.True(audit.Passed, values + string.Join(' ', audit.Findings));
            Assert.True(best.Zip(audit.Tiers, (wanted, tier) => tier.Bound <= wanted + 1e-6).All(holds => holds), values);
            proven += audit.Tiers.All(tier => tier.Gap < 0.001) ? 1 : 0;
        }

        Assert.InRange(proven, cases * 9 / 10, cases);
    }

    private static ImmutableArray<StockCell> StockOf(DemandPath demand) =>
    [
        .. demand.Stays.Where(stay => stay.FirstYear == TinyWorld.BaseYear)
            .Select(stay => new StockCell(stay.Area, stay.Need, stay.Levels[0], stay.Sex, stay.YearGroupAtFirst, stay.Current, stay.Pupils)),
    ];
}

/// <summary>The best values over all choices of openings, each enumerated and checked by the words of the rules, with every placement enumerated.</summary>
internal static class EnumeratedOpenings
{
    public static long[]? Best(PlanningCase planningCase, DemandPath demand)
    {
        long[]? best = null;
        foreach (Dictionary<SchemeId, AcademicYear> openings in Choices(planningCase, [.. planningCase.Candidates]).Where(choice => Allows(planningCase, choice)))
        {
            long[] values = BruteForce.Best(planningCase.WithOpenings(openings), demand);
            int cost = planningCase.Objective.IndexOf(ObjectiveTier.Cost);
            values[cost] += OpeningPrices.Of(planningCase, openings).Pence;
            best = best is null || values.AsSpan().SequenceCompareTo(best) < 0 ? values : best;
        }

        return best;
    }

    private static IEnumerable<Dictionary<SchemeId, AcademicYear>> Choices(PlanningCase planningCase, CapitalScheme[] candidates)
    {
        IEnumerable<Dictionary<SchemeId, AcademicYear>> choices = [[]];
        foreach (CapitalScheme scheme in candidates)
        {
            AcademicYear?[] options = [null, .. planningCase.Horizon.PlannedYears.Where(year => year >= scheme.Candidate!.Earliest && year <= scheme.Candidate.Latest)];
            choices = [.. choices.SelectMany(choice => options.Select(option => option is { } opens ? new Dictionary<SchemeId, AcademicYear>(choice) { [scheme.Id] = opens } : choice))];
        }

        return choices;
    }

    private static bool Allows(PlanningCase planningCase, Dictionary<SchemeId, AcademicYear> choice)
    {
        CapitalScheme[] open = [.. planningCase.WithOpenings(choice).Schemes.Where(scheme => scheme.Opens is not null)];
        AcademicYear? Opens(SchemeId id) => open.FirstOrDefault(scheme => scheme.Id == id)?.Opens;
        return open.All(scheme => scheme.Requires.All(before => Opens(before.Scheme) is { } first && scheme.Opens!.Value.YearsSince(first) >= before.YearsLater)
                && scheme.Excludes.All(other => Opens(other) is null))
            && planningCase.SchemeGroups.All(group => group.Admits(open.Count(scheme => scheme.Groups.Contains(group.Name))))
            && !(open.Sum(scheme => scheme.TotalCapital.Value) > planningCase.Limits.CapitalTotal?.Value)
            && planningCase.Limits.Capital.All(limit => open.Sum(scheme => scheme.CapitalIn(limit.Key).Value) <= limit.Value.Value);
    }
}
