using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// Everything the model learns from published tables up to an origin: England's rates, and how each authority differs from them. The
/// room's README says what is learnt from what.
/// </summary>
public sealed class TrendFit
{
    private TrendFit(
        AcademicYear origin, ImmutableArray<PublishedAgeBand> bands, EnglandTrend england, BandFlows flows, ImmutableArray<AuthorityTrend> authorities, TrendAssumptions assumptions, bool bandsAreAges) =>
        (Origin, Bands, England, Flows, Authorities, Assumptions, BandsAreAges) = (origin, bands, england, flows, authorities, assumptions, bandsAreAges);

    /// <summary>The last January that was known.</summary>
    public AcademicYear Origin { get; }

    /// <summary>Age bands, youngest first.</summary>
    public ImmutableArray<PublishedAgeBand> Bands { get; }

    /// <summary>Whether plans grow older from band to band.</summary>
    public bool BandsAreAges { get; }

    /// <summary>England's growth rate in the last year known, as a share of its plans.</summary>
    public double EnglandGrowth => England.Growth;

    /// <summary>England's new plans over the plans before them, in the last year known.</summary>
    public double EnglandJoining => England.Joining;

    /// <summary>ONS codes of the authorities that can be forecast: those with plans at the origin.</summary>
    public IEnumerable<string> Codes => Authorities.Select(authority => authority.Place.Code);

    internal EnglandTrend England { get; }

    internal BandFlows Flows { get; }

    internal ImmutableArray<AuthorityTrend> Authorities { get; }

    internal TrendAssumptions Assumptions { get; }

    /// <summary>Learns from the tables as they were known at an origin; what is later in them is not looked at.</summary>
    /// <param name="series">The tables.</param>
    /// <param name="origin">The last January that counts as known.</param>
    /// <param name="assumptions">What is assumed.</param>
    /// <exception cref="FindingsException">No authority has plans at the origin, or no two Januaries follow each other.</exception>
    public static TrendFit Of(PublishedSeries series, AcademicYear origin, TrendAssumptions assumptions)
    {
        PublishedSeries known = series.Until(origin);
        AcademicYear[] years = [.. known.Places.SelectMany(place => place.Plans.Keys).Distinct().Order()];
        PlanSeries[] current = [.. known.Authorities.Where(place => place.Plans.ContainsKey(origin))];
        if (current.Length == 0)
        {
            throw new FindingsException([Finding.Error(
                "forecast-origin", "No authority has plans in the January the forecast sets out from.", key: "origin", value: $"{origin.CensusYear}",
                maybe: years.Length > 0 ? $"one of {years[0].CensusYear} to {years[^1].CensusYear} was meant." : null)]);
        }

        PlaceYears Read(PlanSeries place) => new(place, known, years[0], origin);
        PlaceYears nation = Read(EnglandTrend.Of(known));
        if (!Enumerable.Range(1, nation.Count - 1).Any(t => nation.Growth(t) is not null))
        {
            throw new FindingsException([Finding.Error(
                "forecast-years", "A trend needs plans in two Januaries that follow each other.", key: "years", value: string.Join(", ", years.Select(year => year.CensusYear)))]);
        }

        EnglandTrend england = new(nation, assumptions);
        PlaceYears[] authorities = [.. current.Select(Read)];
        PlaceYears[] regions = [.. Regions(known).Select(Read)];
        return new TrendFit(
            origin, known.Bands, england, BandFlows.Last(nation, known, england.Leaving, assumptions),
            [.. Learn(authorities, regions, england, known, assumptions)], assumptions, known.BandsAreAges);
    }

    private static IEnumerable<PlanSeries> Regions(PublishedSeries series)
    {
        PlanSeries[] published = [.. series.Places.Where(place => place.Level == PublishedLevel.Regional)];
        return published.Length > 0 ? published : series.Authorities.GroupBy(place => place.Region).Where(region => region.Key.Length > 0)
            .Select(region => PlaceSum.Of(region.Key, region.Key, PublishedLevel.Regional, region.Key, region));
    }

    private static IEnumerable<AuthorityTrend> Learn(
        PlaceYears[] authorities, PlaceYears[] regions, EnglandTrend england, PublishedSeries series, TrendAssumptions assumptions)
    {
        IReadOnlyDictionary<string, double> deviations = RegionDeviations.Of(regions, england, assumptions);
        MovementSpread movements = new(authorities, england, assumptions);
        ImmutableArray<BandDrift> drifts = BandDrift.Of(authorities, england.Years, series, assumptions);
        for (int i = 0; i < authorities.Length; i++)
        {
            PlaceYears place = authorities[i];
            ImmutableArray<int> start = AgeMix.Start(place, england.Years, series.Bands.Length);
            (double variance, double freedom) = movements.Of(place);
            yield return new AuthorityTrend(
                place.Place,
                AuthorityTrend.KeyOf(place.Place.Code),
                start,
                JoiningDeviation.Of(place, england, deviations.GetValueOrDefault(place.Place.Region), movements.Common(start.Sum()), assumptions),
                variance,
                freedom,
                AgeMix.NewPlans(place, england.Years, [.. start.Select(plans => (double)plans)], assumptions),
                drifts[i]);
        }
    }
}
