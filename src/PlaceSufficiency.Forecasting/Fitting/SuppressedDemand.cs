using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>
/// Estimates how many pupils are in mainstream only because special schools are full. Placements show what there was room for: where
/// plans grow faster than special places, the share of pupils in special schools falls although nobody's needs have changed.
/// The share that called for a special place is taken to be the highest one seen up to the base year, when schools were least full.
/// </summary>
public static class SuppressedDemand
{
    /// <summary>
    /// The estimate of <see cref="FittingAssumptions.HiddenSpecialShare"/>, 0 to 1: h = (s* - s) N / (M f), with s the share of the
    /// base year's pupils of schools who are in special schools (state or INMSS), s* the highest such share of a year, N those pupils,
    /// M those in mainstream, and f the part of mainstream pupils that has one of the needs the correction is made for. The fall is
    /// shrunk by how far chance alone could explain it: by d² / (d² + v), v being the binomial variance of s* - s.
    /// </summary>
    /// <param name="tables">Published tables, among them placements of earlier years; with the base year alone the estimate is 0.</param>
    /// <param name="needs">The needs that the correction is made for.</param>
    public static decimal HiddenSpecialShare(PublishedTables tables, NeedSet needs)
    {
        AcademicYear[] years = [.. tables.PlacementYears.Keys.Where(year => year < tables.BaseYear)];
        Schools now = Schools.Of(tables.BasePlacements);
        double bestShare = now.SpecialShare;
        double variance = 0;
        foreach (Schools then in years.Select(year => Schools.Of(tables.PlacementYears[year])).Where(then => then.All > 0 && now.All > 0))
        {
            if (then.SpecialShare > bestShare)
            {
                bestShare = then.SpecialShare;
                variance = then.Variance + now.Variance;
            }
        }

        double fall = bestShare - now.SpecialShare;
        double part = InNeeds(tables.NeedYear, needs);
        if (fall <= 0 || now.Mainstream == 0 || part <= 0)
        {
            return 0;
        }

        double lasting = fall * fall * fall / ((fall * fall) + variance);
        return Math.Round((decimal)Math.Min(1, lasting * now.All / (now.Mainstream * part)), 4);
    }

    private static double InNeeds(NeedYearTables tables, NeedSet needs)
    {
        var mainstream = tables.NeedByPlacement.Where(pair => pair.Key.Placement == PublishedPlacement.Mainstream && pair.Key.Need is not null).ToArray();
        double all = mainstream.Sum(pair => pair.Value);
        return all > 0 ? mainstream.Where(pair => needs.Contains(pair.Key.Need!.Value)).Sum(pair => pair.Value) / all : 0;
    }

    /// <summary>Pupils of schools in a January.</summary>
    private readonly record struct Schools(double Mainstream, double Bases, double Special)
    {
        internal double All => Mainstream + Bases + Special;

        internal double SpecialShare => All > 0 ? Special / All : 0;

        internal double Variance => All > 0 ? SpecialShare * (1 - SpecialShare) / All : 0;

        internal static Schools Of(IReadOnlyDictionary<PublishedPlacement, int> placements) => new(
            placements.GetValueOrDefault(PublishedPlacement.Mainstream),
            placements.GetValueOrDefault(PublishedPlacement.ResourcedProvisionOrUnit),
            placements.GetValueOrDefault(PublishedPlacement.SpecialLaMaintained) + placements.GetValueOrDefault(PublishedPlacement.SpecialAcademyFree)
                + placements.GetValueOrDefault(PublishedPlacement.Inmss));
    }
}
