using System.Collections.Immutable;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Published.Series;

/// <summary>Published tables of plans over several years, every place in them.</summary>
/// <param name="Bands">Age bands of the caseload, youngest first, without overlap.</param>
/// <param name="NewBands">Age bands of new plans, which may be cut otherwise.</param>
/// <param name="CeasedBands">Age bands of ceased plans, which may be cut otherwise.</param>
/// <param name="Places">England, regions and authorities, ordered by code.</param>
public sealed record PublishedSeries(
    ImmutableArray<PublishedAgeBand> Bands,
    ImmutableArray<PublishedAgeBand> NewBands,
    ImmutableArray<PublishedAgeBand> CeasedBands,
    ImmutableArray<PlanSeries> Places)
{
    /// <summary>Whether the bands are ages, so that plans grow from one into the next; otherwise they are something else that is counted, needs for example.</summary>
    public bool BandsAreAges { get; init; } = true;

    /// <summary>The last January with a caseload of any authority.</summary>
    public AcademicYear LastYear => Authorities.SelectMany(place => place.Plans.Keys).Max();

    /// <summary>The local authorities.</summary>
    public IEnumerable<PlanSeries> Authorities => Places.Where(place => place.Level == PublishedLevel.Authority);

    /// <summary>The tables as they were known in January of a year.</summary>
    public PublishedSeries Until(AcademicYear last) => this with { Places = [.. Places.Select(place => place.Until(last))] };
}
