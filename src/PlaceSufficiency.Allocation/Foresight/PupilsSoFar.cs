using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Foresight;

/// <summary>Some pupils of a stay and where they have been, up to the last September that was decided.</summary>
/// <param name="Stay">Their stay in the whole demand.</param>
/// <param name="Pupils">How many, at least 1.</param>
/// <param name="Path">Where they were in each planned year decided so far; null is unplaced.</param>
internal sealed record PupilsSoFar(Stay Stay, int Pupils, IReadOnlyList<ProvisionId?> Path)
{
    /// <summary>Where they are now; null for nowhere.</summary>
    public ProvisionId? At => Path.Count > 0 ? Path[^1] : PlacementRules.PlaceBefore(Stay);

    /// <summary>Some of them one September later.</summary>
    public PupilsSoFar Then(ProvisionId? next, int pupils) => new(Stay, pupils, [.. Path, next]);

    /// <summary>
    /// The same pupils to somebody who sees one September: they are where they are, and their plan ends with the year. Year groups, levels and the phase
    /// transfer into the year are those of the whole stay.
    /// </summary>
    public Stay SeenIn(AcademicYear year, int number)
    {
        AcademicYear first = Stay.FirstYear < year ? year.Previous : year;
        return Stay with
        {
            Number = number,
            FirstYear = first,
            LastYear = year,
            YearGroupAtFirst = Stay.YearGroupIn(first),
            Levels = first == year ? [Stay.LevelIn(year)] : [Stay.LevelIn(first), Stay.LevelIn(year)],
            Current = At,
            Pupils = Pupils,
        };
    }
}
