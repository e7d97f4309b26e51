using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>Hands the paths of classes to their stays, in order.</summary>
internal static class StayPlan
{
    /// <summary>The paths of every stay that has a planned year, by number.</summary>
    public static IReadOnlyList<PupilPath> Of(RouteCase routes, DemandPath demand, IReadOnlyList<ClassPath> plan)
    {
        List<PupilPath> paths = new(demand.Stays.Count);
        foreach (IGrouping<int, ClassPath> of in plan.GroupBy(path => path.Class))
        {
            Queue<ClassPath> waiting = new(of);
            int left = waiting.Peek().Pupils;
            ProvisionId?[] provisions = Provisions(routes, waiting.Peek());
            foreach (int number in routes.Members[of.Key])
            {
                int needed = demand.Stays[number].Pupils;
                while (needed > 0)
                {
                    int taken = Math.Min(needed, left);
                    paths.Add(new PupilPath(number, taken, provisions));
                    (needed, left) = (needed - taken, left - taken);
                    if (left == 0 && waiting.Count > 1)
                    {
                        waiting.Dequeue();
                        (left, provisions) = (waiting.Peek().Pupils, Provisions(routes, waiting.Peek()));
                    }
                }
            }
        }

        return [.. paths.OrderBy(path => path.Stay)];
    }

    private static ProvisionId?[] Provisions(RouteCase routes, ClassPath path) =>
        [.. path.Choices.Select(choice => choice < 0 ? (ProvisionId?)null : routes.Case.Provisions[routes.Routes.Provision[routes.Routes.First[path.Class] + choice]].Id)];
}
