using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// How England's plans of each age band fared over a year: who ceased, and who of the others grew into the next band. Counts by band
/// a year apart and new plans by band tell how many stayed in each; bands of a single year nobody stays in, so they tell everything.
/// Of wider bands, leaving below 16 and growing up from 16 on are assumed, and the rest follows.
/// </summary>
/// <param name="Leaving">Share that ceases, by band, 0 to 1.</param>
/// <param name="MovingUp">Share of those who do not cease that grows into the next band, by band; of the last band 0.</param>
internal sealed record BandFlows(ImmutableArray<double> Leaving, ImmutableArray<double> MovingUp)
{
    private const int StayingOnFrom = 16;

    /// <summary>The flows of the year that led to a January; null where a count by band is not known.</summary>
    internal static BandFlows? Of(PlaceYears england, int t, PublishedSeries series, TrendAssumptions assumptions)
    {
        ImmutableArray<PublishedAgeBand> bands = series.Bands;
        if (england.Bands(t - 1) is not { } before || england.Bands(t) is not { } after || england.NewBands(t) is not { } begun)
        {
            return null;
        }

        double[] survivors = [.. after.Zip(begun, (plans, started) => Math.Max(0, plans - started))];
        double[] leaving = new double[bands.Length];
        double[] movingUp = new double[bands.Length];
        double cameUp = 0;
        for (int b = 0; b < bands.Length; b++)
        {
            double stayed = !series.BandsAreAges ? survivors[b] : bands[b].Width == 1 ? 0 : Math.Max(0, survivors[b] - cameUp);
            bool isLast = b == bands.Length - 1;
            cameUp = isLast || !series.BandsAreAges ? 0
                : bands[b + 1].Width == 1 ? survivors[b + 1]
                : bands[b].To < StayingOnFrom ? Math.Max(0, ((1 - assumptions.LeavingBelow16) * before[b]) - stayed)
                : stayed * assumptions.MovingUpFrom16 / (1 - assumptions.MovingUpFrom16);
            double kept = stayed + cameUp;
            leaving[b] = before[b] > 0 ? Math.Clamp(1 - (kept / before[b]), 0, 1) : 0;
            movingUp[b] = kept > 0 ? cameUp / kept : isLast || !series.BandsAreAges || bands[b].Width > 1 ? 0 : 1;
        }

        return new BandFlows([.. leaving], [.. movingUp]);
    }

    /// <summary>The flows of the last year that has them; where none has, everybody stays in their band and leaves alike.</summary>
    internal static BandFlows Last(PlaceYears england, PublishedSeries series, double leaving, TrendAssumptions assumptions) =>
        Enumerable.Range(1, Math.Max(0, england.Count - 1)).Reverse().Select(t => Of(england, t, series, assumptions)).FirstOrDefault(flows => flows is not null)
        ?? new BandFlows([.. series.Bands.Select(_ => leaving)], [.. series.Bands.Select(_ => 0.0)]);

    /// <summary>Plans of each band after a year without new plans, if an authority fared as England.</summary>
    internal double[] Survivors(IReadOnlyList<double> plans)
    {
        double[] survivors = new double[plans.Count];
        for (int b = 0; b < plans.Count; b++)
        {
            double kept = plans[b] * (1 - Leaving[b]);
            survivors[b] += kept * (1 - MovingUp[b]);
            if (b + 1 < plans.Count)
            {
                survivors[b + 1] += kept * MovingUp[b];
            }
        }

        return survivors;
    }
}
