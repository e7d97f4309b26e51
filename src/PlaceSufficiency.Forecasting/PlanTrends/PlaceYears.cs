using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>The years of one place as the model reads them: dense, ending at the origin. What is not known is null.</summary>
internal sealed class PlaceYears
{
    private readonly AcademicYear _first;
    private readonly int?[] _plans;
    private readonly int?[] _newPlans;
    private readonly double[]?[] _bands;
    private readonly double[]?[] _newBands;

    /// <summary>Reads a series up to an origin.</summary>
    internal PlaceYears(PlanSeries place, PublishedSeries series, AcademicYear first, AcademicYear origin)
    {
        Place = place;
        _first = first;
        int years = origin.YearsSince(first) + 1;
        AcademicYear[] all = [.. Enumerable.Range(0, years).Select(first.PlusYears)];
        _plans = [.. all.Select(year => place.Plans.TryGetValue(year, out BandedCount? count) ? count.Total : (int?)null)];
        _newPlans = [.. all.Select(year => place.NewPlans.TryGetValue(year, out BandedCount? count) ? count.Total : (int?)null)];
        _bands = [.. all.Select(year => place.Plans.TryGetValue(year, out BandedCount? count) && count.HasBands ? count.ByBand.Select(plans => (double)plans).ToArray() : null)];
        _newBands = [.. all.Select((year, t) => place.NewPlans.TryGetValue(year, out BandedCount? count) && count.HasBands && _bands[t] is { } held
            ? BandAlignment.Of(series.NewBands, count.ByBand, series.Bands, held)
            : null)];
    }

    /// <summary>The place.</summary>
    internal PlanSeries Place { get; }

    /// <summary>How many years there are, the origin being the last.</summary>
    internal int Count => _plans.Length;

    /// <summary>Plans in January.</summary>
    internal int? Plans(int t) => t >= 0 ? _plans[t] : null;

    /// <summary>Plans in January by band.</summary>
    internal double[]? Bands(int t) => t >= 0 ? _bands[t] : null;

    /// <summary>New plans by the caseload's bands.</summary>
    internal double[]? NewBands(int t) => t >= 0 ? _newBands[t] : null;

    /// <summary>New plans of the year that led to a January.</summary>
    internal int? NewPlans(int t) => t >= 0 ? _newPlans[t] : null;

    /// <summary>Growth of plans over the year that led to a January, as a share of the plans before it.</summary>
    internal double? Growth(int t) => Plans(t) is { } now && Plans(t - 1) is > 0 and { } before ? ((double)now / before) - 1 : null;

    /// <summary>New plans over the plans before them.</summary>
    internal double? Joining(int t) => NewPlans(t) is { } begun && Plans(t - 1) is > 0 and { } before ? (double)begun / before : null;

    /// <summary>Plans lost, net of movements, over the plans before.</summary>
    internal double? Loss(int t) => Joining(t) - Growth(t);

    /// <summary>The academic year of an index.</summary>
    internal AcademicYear Year(int t) => _first.PlusYears(t);
}
