using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Master;
using PlaceSufficiency.Allocation.Paths;
using PlaceSufficiency.Allocation.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tests.Master;

/// <summary>The whole model of a small world as LP text, from "Minimize" on: every class with every path that differs in its first choice.</summary>
internal static class MasterLp
{
    public static string Of(PlanningCase planningCase, DemandPath demand, ObjectiveTier tier, params (ObjectiveTier Tier, long Value)[] held)
    {
        CompiledCase compiled = new(planningCase, demand);
        List<PathClass> classes = PathClasses.Of(compiled, withPrices: tier == ObjectiveTier.Cost);
        TierProblem problem = new(compiled, classes, TierMeasure.Of(tier), [.. held.Select(of => TierMeasure.Of(of.Tier))], [.. held.Select(of => of.Value)]);
        PathPricer pricer = new(compiled, classes, problem.Tier, problem.Held);
        pricer.SetPrices(Prices.Zero(compiled, held.Length) with { HeldTiers = [.. held.Select(_ => 1e9)] });
        using MasterModel model = new(problem, pricer, "GLOP");
        for (int k = 0; k < classes.Count; k++)
        {
            short[] nowhere = new short[classes[k].Shape.Length];
            Array.Fill(nowhere, (short)-1);
            model.Add(new PathColumn(k, nowhere));
            foreach (PathPricer.PricedPath path in pricer.Cheapest(k, 10))
            {
                model.Add(path.Column);
            }
        }

        string lp = model.ToLp().ReplaceLineEndings("\n");
        return string.Join('\n', lp[lp.IndexOf("Minimize", StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim())).Trim();
    }
}
