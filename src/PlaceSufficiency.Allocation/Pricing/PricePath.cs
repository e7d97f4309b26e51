namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Prices at falling temperatures: stage q has 9 / (8 * 3^q) of what a pupil's year without a place counts for. At the first everybody goes nearly everywhere, so that
/// its prices are quickly found; where they lead says more than colder prices found from nothing (a county needed 190 evaluations to the end of stage 3 when stage 2 was the first, and 102 from stage 0).
/// </summary>
/// <param name="Top">What a pupil's year without a place counts for.</param>
/// <param name="Stages">Prices by stage; null for stages that were not visited.</param>
internal sealed record PricePath(double Top, List<double[]?> Stages)
{
    /// <summary>How much colder each stage is.</summary>
    public const double Cooling = 3;

    private const double Warmest = 9 / 8.0;

    /// <summary>The path that this one started from: in the stages not visited the two are alike. Null for none.</summary>
    public PricePath? Before { get; init; }

    /// <summary>Prices of a stage, from the path before where it was not visited here; null where nobody knows.</summary>
    public double[]? At(int q) => Stages.ElementAtOrDefault(q) is { } here
        ? here
        : q < Stages.Count && Before?.At(q) is { } before ? [.. before.Select(price => price * Top / Before.Top)] : null;

    /// <summary>Prices of a stage as they prove a bound: at least 0.</summary>
    public static double[] Proving(double[] prices) => [.. prices.Select(price => Math.Max(0, price))];

    /// <summary>Temperature of stage q.</summary>
    public static double TemperatureOf(double top, int q) => top * Warmest / Math.Pow(Cooling, q);

    /// <summary>Stage of about that temperature, or the first.</summary>
    public static int StageOf(double top, double temperature) => Math.Max(0, (int)Math.Round(Math.Log(top * Warmest / temperature, Cooling)));
}

/// <summary>
/// Follows the best prices as the temperature falls. They move almost on a line, so each stage starts where the two before it point to and needs a few
/// evaluations; only the first has to search. What is left of the gap falls by the cooling from stage to stage.
/// </summary>
/// <param name="table">Classes, their routes and the measure; the same for all limits.</param>
/// <param name="limits">What is priced.</param>
/// <param name="competition">Provisions whose prices are moved together.</param>
/// <param name="patience">Gain of a step, in temperatures a thousand pupils, that is too small to go on for.</param>
/// <param name="cancellation">Stops it.</param>
internal sealed class PathFollowing(SoftTable table, Limits limits, Competition competition, double patience, CancellationToken cancellation)
{
    private const int MostStages = 24;
    /// <summary>Price of a place where there is none, in years without a place.</summary>
    private const double KeepsAway = 1.5;

    private const int FirstSteps = 80;
    private const int LaterSteps = 60;

    /// <summary>How often a stage is climbed that has not come to its top: one that is left too early says that nothing is to be gained by cooling.</summary>
    private const int MostClimbs = 4;

    private readonly PriceEvaluation _evaluation = new(table, limits, competition);
    private readonly CompetitionMetric _metric = new(limits, competition, table.Costs.Routes.Years);

    /// <summary>The best bound proven.</summary>
    public double Bound { get; private set; } = double.NegativeInfinity;

    /// <summary>Prices that prove it.</summary>
    public double[] Prices { get; private set; } = new double[limits.Prices];

    /// <summary>Routes looked at so far.</summary>
    public long Effort => _evaluation.Effort;

    /// <summary>What is still to be gained by cooling down, by what the last stage gained.</summary>
    public double Left { get; private set; } = double.PositiveInfinity;

    /// <summary>Cools down until what is left of the gap is at most the target.</summary>
    /// <param name="top">What a pupil's year without a place counts for.</param>
    /// <param name="near">Prices of a measure that is close by, at its own scale; null to start from nothing.</param>
    /// <param name="first">Stage to begin with.</param>
    /// <param name="target">Gap that is small enough, given the bound so far; in the measure's unit.</param>
    /// <param name="reached">Told the stage and its prices, with the best bound.</param>
    public PricePath Follow(double top, PricePath? near, int first, Func<double, double> target, Action<int, double[], double> reached)
    {
        List<double[]?> stages = [];
        double before = double.NegativeInfinity;
        for (int q = first; q < MostStages; q++)
        {
            before = Stage(q, stages, near, top, before, q == first ? FirstSteps : LaterSteps);
            reached(q, stages[q]!, Bound);
            if (Left <= target(Bound))
            {
                break;
            }
        }

        return new PricePath(top, stages) { Before = near };
    }

    /// <summary>Goes through stages of a path again, or on where it ended, until it has come to a bound that is enough, or is cold.</summary>
    /// <param name="path">The path.</param>
    /// <param name="first">Stage to begin with.</param>
    /// <param name="target">Gap that is small enough, given the bound so far.</param>
    /// <param name="enough">The bound.</param>
    /// <param name="hopeless">Whether it also stops where cooling down would not come to that bound.</param>
    public PricePath Again(PricePath path, int first, Func<double, double> target, double enough, bool hopeless)
    {
        List<double[]?> stages = [.. path.Stages.Take(first)];
        double before = stages.LastOrDefault() is { } last ? Prove(last) : double.NegativeInfinity;
        for (int q = first; q < MostStages; q++)
        {
            before = Stage(q, stages, path, path.Top, before, LaterSteps);
            if (Bound >= enough || Left <= target(Bound) || (hopeless && Bound + Left < enough))
            {
                break;
            }
        }

        return path with { Stages = stages };
    }

    private double Stage(int q, List<double[]?> stages, PricePath? near, double top, double before, int steps)
    {
        while (stages.Count < q)
        {
            stages.Add(null);
        }

        double temperature = PricePath.TemperatureOf(top, q);
        double[] prices = Start(q, stages, near, top);
        SmoothAscent ascent = new(_evaluation, _metric, limits.Offers is null ? SmoothAscent.Refresh : SmoothAscent.RefreshOfOffers, cancellation);
        double tolerance = patience * temperature * table.Costs.Routes.Pupils.Sum() / 1000;
        int climbs = limits.Offers is null ? MostClimbs : 1;
        while (climbs-- > 0 && !ascent.Climb(prices, temperature, steps, tolerance))
        {
            cancellation.ThrowIfCancellationRequested();
        }

        stages.Add(prices);
        double bound = Prove(prices);
        Left = (bound - before) / (PricePath.Cooling - 1);
        return bound;
    }

    /// <summary>What the prices prove; the best is kept.</summary>
    public double Prove(double[] prices)
    {
        double[] proving = PricePath.Proving(prices);
        double bound = _evaluation.Bound(proving);
        if (bound > Bound)
        {
            (Bound, Prices) = (bound, proving);
        }

        return bound;
    }

    private double[] Start(int q, List<double[]?> stages, PricePath? near, double top)
    {
        double[]? last = stages.ElementAtOrDefault(q - 1);
        double[]? before = stages.ElementAtOrDefault(q - 2);
        double[]? nearNow = near?.At(q);
        double[]? nearLast = near?.At(q - 1);
        double scale = near is null ? 0 : top / near.Top;
        double[] start = new double[limits.Prices];
        for (int i = 0; i < start.Length; i++)
        {
            start[i] = (last, before) switch
            {
                (not null, not null) => last[i] + ((last[i] - before[i]) / PricePath.Cooling),
                (not null, null) when nearNow is not null && nearLast is not null => last[i] + (scale * (nearNow[i] - nearLast[i])),
                (not null, null) => last[i],
                _ => nearNow is null ? 0 : scale * nearNow[i],
            };
            if (i < limits.Places.Length && limits.IsShut(i))
            {
                start[i] = KeepsAway * top;
            }
        }

        return start;
    }
}
