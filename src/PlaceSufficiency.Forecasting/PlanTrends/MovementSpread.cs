namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// How much plans change for reasons that new plans and the national leaving rate do not explain. One spread is learnt from all
/// authorities, by medians so that single cleanses do not make it, and lent to each, whose own years then widen or narrow it (a
/// scaled inverse chi-squared distribution).
/// </summary>
internal sealed class MovementSpread
{
    private const double MedianToDeviation = 1.4826;
    private const double Furthest = 4;
    private const int FewestAuthorities = 10;

    private readonly EnglandTrend _england;
    private readonly TrendAssumptions _assumptions;
    private readonly double _common;

    /// <summary>Learns the common spread.</summary>
    internal MovementSpread(IReadOnlyList<PlaceYears> authorities, EnglandTrend england, TrendAssumptions assumptions)
    {
        (_england, _assumptions) = (england, assumptions);
        double assumed = assumptions.MovementSpread * assumptions.MovementSpread;
        double weights = 0;
        double sum = 0;
        double authorityYears = 0;
        for (int t = 1; t < england.Years.Count; t++)
        {
            double[] sizes = [.. authorities.Select(place => Standardised(place, t)).OfType<double>().Select(Math.Abs).Order()];
            if (sizes.Length >= FewestAuthorities)
            {
                double weight = Weight(t);
                double deviation = MedianToDeviation * sizes[sizes.Length / 2];
                (weights, sum, authorityYears) = (weights + weight, sum + (weight * deviation * deviation), authorityYears + (weight * sizes.Length));
            }
        }

        double learnt = weights > 0 ? sum / weights : assumed;
        _common = ((learnt * authorityYears) + (assumed * assumptions.MovementSpreadWorth)) / (authorityYears + assumptions.MovementSpreadWorth);
    }

    /// <summary>Variance of movements of an authority of that many plans, as a share of the caseload squared, before its own years are seen.</summary>
    internal double Common(double plans) => _common * Size(plans);

    /// <summary>Variance of movements of an authority at the origin, and how many degrees of freedom it is known with.</summary>
    internal (double Variance, double Freedom) Of(PlaceYears place)
    {
        double bound = Furthest * Math.Sqrt(_common);
        double weights = 0;
        double sum = 0;
        for (int t = 1; t < place.Count; t++)
        {
            if (Standardised(place, t) is { } movement)
            {
                double own = Math.Clamp(movement, -bound, bound);
                (weights, sum) = (weights + Weight(t), sum + (Weight(t) * own * own));
            }
        }

        double freedom = _assumptions.MovementFreedom + weights;
        double variance = ((_assumptions.MovementFreedom * _common) + sum) / freedom;
        return (variance * Size(place.Plans(place.Count - 1) ?? _assumptions.SmallCaseload) * _assumptions.MovementFactor, freedom);
    }

    /// <summary>A year's movements as a share of the caseload, as if it were of an authority so large that its size does not matter.</summary>
    private double? Standardised(PlaceYears place, int t) => Movement(place, t) is { } movement && place.Plans(t - 1) is { } plans
        ? movement / Math.Sqrt(Size(plans))
        : null;

    /// <summary>Plans gained beyond new plans and the national loss; where new plans are not known, beyond the national growth.</summary>
    private double? Movement(PlaceYears place, int t) => _england.JoiningIn(t) - _england.GrowthIn(t) - place.Loss(t)
        ?? place.Growth(t) - _england.GrowthIn(t);

    private double Size(double plans) => 1 + (_assumptions.SmallCaseload / Math.Max(1, plans));

    private double Weight(int t) => Math.Pow(_assumptions.MovementMemory, _england.Years.Count - 1 - t);
}
