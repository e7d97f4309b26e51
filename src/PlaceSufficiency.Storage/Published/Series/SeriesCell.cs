using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>One row of a published file that is used.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Level">What sort of place.</param>
/// <param name="Code">ONS code of the place, the later one where its code was changed.</param>
/// <param name="Name">Name of the place.</param>
/// <param name="Region">ONS code of the region; empty for England.</param>
/// <param name="Year">January counted, or the January that follows the calendar year counted.</param>
/// <param name="Band">Age band; null for all ages.</param>
/// <param name="Count">Plans.</param>
internal sealed record SeriesCell(
    int Line, PublishedLevel Level, string Code, string Name, string Region, AcademicYear Year, PublishedAgeBand? Band, int Count);
