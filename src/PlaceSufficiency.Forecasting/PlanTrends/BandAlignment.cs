using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>Puts flows that are published by other age bands into the bands of the caseload.</summary>
internal static class BandAlignment
{
    /// <summary>
    /// The flow by the caseload's bands. A band that lies across several is shared out by the plans they hold, and by years of age
    /// where they hold none; nothing is lost but what is of an age that no band has.
    /// </summary>
    /// <param name="flowBands">Bands of the flow.</param>
    /// <param name="flow">Plans by those bands.</param>
    /// <param name="bands">Bands of the caseload.</param>
    /// <param name="held">Plans held by those bands.</param>
    internal static double[] Of(ImmutableArray<PublishedAgeBand> flowBands, IReadOnlyList<int> flow, ImmutableArray<PublishedAgeBand> bands, IReadOnlyList<double> held)
    {
        if (flowBands.SequenceEqual(bands))
        {
            return [.. flow.Select(plans => (double)plans)];
        }

        double[] aligned = new double[bands.Length];
        for (int f = 0; f < flowBands.Length; f++)
        {
            double[] years = [.. bands.Select(band => (double)Math.Max(0, Math.Min(band.To, flowBands[f].To) - Math.Max(band.From, flowBands[f].From) + 1))];
            double[] weights = [.. years.Select((overlap, b) => overlap / bands[b].Width * held[b])];
            double[] shares = weights.Sum() > 0 ? weights : years;
            double sum = shares.Sum();
            for (int b = 0; b < bands.Length && sum > 0; b++)
            {
                aligned[b] += flow[f] * shares[b] / sum;
            }
        }

        return aligned;
    }
}
