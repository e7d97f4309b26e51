using PlaceSufficiency.Allocation.Pricing;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Tests.Pricing;

public sealed class CurvatureTests
{
    private const double Temperature = 0.4;
    private const double Step = 1e-6;

    /// <summary>The curvature is the change of the gradient: by finite differences, on cases with moves, closures, reopenings and changes of level.</summary>
    [Fact]
    public void CurvatureIsTheChangeOfTheGradient()
    {
        Random random = new(20261125);
        int looked = 0;
        for (int i = 0; i < 40; i++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(random);
            RouteCase routes = RouteCase.Of(planningCase, demand, TestContext.Current.CancellationToken);
            Limits limits = Limits.Of(routes) with { Rows = [] };
            Competition all = Competition.Of(routes, routes.Provisions);
            PriceEvaluation evaluation = new(new SoftTable(routes, Rates.Of(planningCase, ObjectiveTier.Unplaced)), limits, all);
            double[] prices = [.. Enumerable.Range(0, limits.Prices).Select(_ => random.NextDouble())];
            evaluation.Soften(prices, Temperature, true);
            double[] before = [.. evaluation.Gradient];
            double[,] curvature = Full(evaluation.Curvature, limits.Prices);
            for (int a = 0; a < limits.Prices; a++)
            {
                double[] moved = [.. prices];
                moved[a] += Step;
                evaluation.Soften(moved, Temperature, false);
                for (int b = 0; b < limits.Prices; b++)
                {
                    if (all.Group[a / routes.Years] == all.Group[b / routes.Years])
                    {
                        Assert.Equal(-(evaluation.Gradient[b] - before[b]) / Step * Temperature, curvature[a, b], 1e-4);
                        looked++;
                    }
                }
            }
        }

        Assert.True(looked > 1000, $"Only {looked} pairs were looked at.");
    }

    private static double[,] Full(Curvature curvature, int prices)
    {
        double[,] full = new double[prices, prices];
        for (int a = 0; a < prices; a++)
        {
            for (int b = 0; b < prices; b++)
            {
                (int g, int h) = (a / curvature.Years, b / curvature.Years);
                int group = curvature.Competition.Group[g];
                int row = (curvature.Competition.Position[g] * curvature.Years) + (a % curvature.Years);
                int column = (curvature.Competition.Position[h] * curvature.Years) + (b % curvature.Years);
                full[a, b] = curvature.Competition.Group[h] == group ? curvature.Of(group, row, column) : 0;
            }
        }

        return full;
    }
}
