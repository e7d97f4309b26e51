using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>
/// The ages of joiners and the shares that leave which thin cells of records borrow: England's, or what published tables of the
/// authority say, themselves pooled towards its region's and England's.
/// </summary>
public sealed class BorrowedRates
{
    /// <summary>How many new plans of England's ages are mixed into a region's, and how many of the region's into an authority's.</summary>
    private const double BorrowedPlans = 200;

    /// <summary>How many ceased plans at the wider rate are mixed into a region's and an authority's.</summary>
    private const double BorrowedCeased = 30;

    private const int Years = 3;
    private readonly double[] _joinerShares;
    private readonly double[] _leaverShares;

    private BorrowedRates(double[] joinerShares, double[] leaverShares) => (_joinerShares, _leaverShares) = (joinerShares, leaverShares);

    /// <summary>England's.</summary>
    public static BorrowedRates England { get; } = new([.. YearGroup.All.Select(EnglandRates.JoinerShare)], [.. YearGroup.All.Select(EnglandRates.LeaverShare)]);

    /// <summary>Share of joiners that a year group has, 0 to 1.</summary>
    internal double JoinerShare(YearGroup yearGroup) => _joinerShares[yearGroup.Age];

    /// <summary>Share of a year group whose plan ends before the next January, 0 to 1.</summary>
    internal double LeaverShare(YearGroup yearGroup) => _leaverShares[yearGroup.Age];

    /// <summary>An authority's, from the last years of its published tables.</summary>
    /// <param name="series">The tables.</param>
    /// <param name="code">ONS code of the authority; it must be in them.</param>
    public static BorrowedRates Of(PublishedSeries series, string code)
    {
        PlanSeries authority = series.Authorities.Single(place => place.Code == code);
        PlanSeries[] places = [.. series.Places.Where(place => place.Level == PublishedLevel.Regional && place.Code == authority.Region), authority];
        BorrowedRates rates = England;
        foreach (PlanSeries place in places)
        {
            double scale = Scale(series, place, rates);
            rates = new BorrowedRates(
                Joining(series, place, rates._joinerShares),
                [.. rates._leaverShares.Select((share, age) => age == YearGroup.Oldest.Age ? 1 : Math.Min(1, share * scale))]);
        }

        return rates;
    }

    /// <summary>Shares of ages: within a band of new plans as before, between bands as the place has them with so many plans of the wider mix.</summary>
    private static double[] Joining(PublishedSeries series, PlanSeries place, double[] wider)
    {
        double[] begun = new double[series.NewBands.Length];
        foreach (BandedCount count in place.NewPlans.Values.Where(count => count.HasBands).TakeLast(Years))
        {
            begun = [.. begun.Zip(count.ByBand, (so, far) => so + far)];
        }

        double all = begun.Sum();
        double[] shares = [.. wider];
        for (int b = 0; b < begun.Length; b++)
        {
            int[] ages = [.. Ages(series.NewBands[b])];
            double before = ages.Sum(age => wider[age]);
            foreach (int age in ages)
            {
                shares[age] = before > 0 ? wider[age] / before * (begun[b] + (BorrowedPlans * before)) / (all + BorrowedPlans) : 0;
            }
        }

        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    /// <summary>Plans that ceased over those that would have at the wider rates; where ceased plans are not published, those that were lost.</summary>
    private static double Scale(PublishedSeries series, PlanSeries place, BorrowedRates wider)
    {
        double ceased = 0;
        double expected = 0;
        foreach (AcademicYear year in place.Plans.Keys.Where(year => place.Plans.TryGetValue(year.Previous, out BandedCount? before) && before.HasBands).TakeLast(Years))
        {
            int? lost = place.CeasedPlans.TryGetValue(year, out BandedCount? ended) ? ended.Total
                : place.NewPlans.TryGetValue(year, out BandedCount? begun) ? Math.Max(0, place.Plans[year.Previous].Total + begun.Total - place.Plans[year].Total) : null;
            if (lost is { } plans && plans <= place.Plans[year.Previous].Total)
            {
                ceased += plans;
                expected += series.Bands.Zip(place.Plans[year.Previous].ByBand, (band, held) => held * Ages(band).Average(age => wider._leaverShares[age])).Sum();
            }
        }

        return (ceased + BorrowedCeased) / (expected + BorrowedCeased);
    }

    /// <summary>Ages on 31 August of a band; those above the oldest year group's count as its.</summary>
    private static IEnumerable<int> Ages(PublishedAgeBand band) =>
        Enumerable.Range(Math.Min(band.From, YearGroup.Oldest.Age), Math.Min(band.To, YearGroup.Oldest.Age) - Math.Min(band.From, YearGroup.Oldest.Age) + 1);
}
