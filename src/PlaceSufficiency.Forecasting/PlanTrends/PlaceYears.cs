using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>The years of one place as the model reads them: dense, ending at the origin. What is not known is null.</summary>
internal sealed class PlaceYears
{
    private readonly int?[] _plans;
    private readonly int?[] _openings;
    private readonly int?[] _newPlans;
    private readonly double[]?[] _bands;
    private readonly double[]?[] _newBands;

    /// <summary>Reads a series up to an origin.</summary>
    internal PlaceYears(PlanSeries place, PublishedSeries series, AcademicYear first, AcademicYear origin)
    {
        Place = place;
        int years = origin.YearsSince(first) + 1;
        AcademicYear[] all = [.. Enumerable.Range(0, years).Select(first.PlusYears)];
        _plans = [.. all.Select(year => place.Plans.TryGetValue(year, out BandedCount? count) ? count.Total : (int?)null)];
        _openings = [.. all.Select((year, t) => place.Openings.TryGetValue(year, out int plans) ? plans : _plans[t])];
        _newPlans = [.. all.Select((year, t) => place.NewPlans.TryGetValue(year, out BandedCount? count) && IsPossible(count.Total, t) ? count.Total : (int?)null)];
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

    /// <summary>Growth of plans over the year that led to a January, as a share of the plans it opened with.</summary>
    internal double? Growth(int t) => Plans(t) is { } now && Opening(t - 1) is > 0 and { } before ? ((double)now / before) - 1 : null;

    /// <summary>New plans over the plans the year opened with.</summary>
    internal double? Joining(int t) => NewPlans(t) is { } begun && Opening(t - 1) is > 0 and { } before ? (double)begun / before : null;

    /// <summary>Plans lost, net of movements, over the plans before.</summary>
    internal double? Loss(int t) => Joining(t) - Growth(t);

    private int? Opening(int t) => t >= 0 ? _openings[t] : null;

    /// <summary>More new plans than there were plans are an error of the table, said where it was read, and nothing is learnt from them.</summary>
    private bool IsPossible(int begun, int t) => t == 0 || _plans[t - 1] is not > 0 || begun <= _plans[t - 1];
}
