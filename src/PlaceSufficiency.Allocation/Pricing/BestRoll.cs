using PlaceSufficiency.Domain.Planning;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>The best plan of whole pupils that rolls at several prices come to: tier by tier, and only of those that keep every limit.</summary>
/// <param name="routes">Classes and routes.</param>
/// <param name="limits">Places and rows.</param>
/// <param name="tiers">What plans are judged by.</param>
/// <param name="mostRoutes">Routes a group of pupils is offered in a September.</param>
internal sealed class BestRoll(RouteCase routes, Limits limits, IReadOnlyList<ObjectiveTier> tiers, int mostRoutes)
{
    private readonly PlanWorth _worth = new(routes, limits);

    /// <summary>The plan; null while no roll kept every limit.</summary>
    public List<ClassPath>? Plan { get; private set; }

    /// <summary>What it comes to on each tier.</summary>
    public long[] Values { get; private set; } = [];

    /// <summary>A roll at prices of a measure, of which those below 0 count as 0.</summary>
    public void At(Rates rates, double[] prices)
    {
        List<ClassPath> plan = PricedRoll.Plan(routes, rates, limits, PricePath.Proving(prices), mostRoutes);
        if (!_worth.Keeps(plan))
        {
            return;
        }

        long[] values = _worth.Of(tiers, plan);
        if (Plan is null || values.AsSpan().SequenceCompareTo(Values) < 0)
        {
            (Plan, Values) = (plan, values);
        }
    }

    /// <summary>
    /// A roll at the coldest prices of a path, moved at random by up to the temperature of a stage: where prices leave two placements alike, each roll decides
    /// between them differently.
    /// </summary>
    /// <param name="rates">The measure.</param>
    /// <param name="path">Prices by temperature.</param>
    /// <param name="warmer">How many stages before the coldest.</param>
    /// <param name="seed">Of the random numbers.</param>
    public void Near(Rates rates, PricePath path, int warmer, int seed)
    {
        Random random = new(seed);
        double spread = PricePath.TemperatureOf(path.Top, path.Stages.Count - 1 - warmer);
        At(rates, [.. path.Stages[^1]!.Select(price => price > 0 ? price + (spread * ((2 * random.NextDouble()) - 1)) : price)]);
    }
}
