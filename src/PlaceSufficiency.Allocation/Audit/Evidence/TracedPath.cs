using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>A path of the plan whose ids have been followed to the stay and the provisions they name.</summary>
internal sealed class TracedPath
{
    private readonly Provision?[] _provisions;
    private readonly AcademicYear[] _years;

    /// <summary>Follows the ids of a well-formed path.</summary>
    /// <exception cref="KeyNotFoundException">The path names a provision that the case does not have.</exception>
    internal TracedPath(PlanningCase planningCase, Stay stay, PupilPath path)
    {
        Stay = stay;
        Pupils = path.Pupils;
        _years = [.. PlacementRules.PlannedYearsOf(planningCase.Horizon, stay)];
        Provision? before = stay.Current is { } current ? planningCase.Provision(current) : null;
        _provisions = [before, .. path.Provisions.Select(id => id is { } provision ? planningCase.Provision(provision) : null)];
    }

    /// <summary>The stay.</summary>
    internal Stay Stay { get; }

    /// <summary>How many of its pupils.</summary>
    internal int Pupils { get; }

    /// <summary>Every planned year of the path, in order.</summary>
    internal IEnumerable<PathYear> Years => Enumerable.Range(0, _years.Length).Select(At);

    /// <summary>The path in one planned year of its stay.</summary>
    internal PathYear In(AcademicYear year) => At(year.YearsSince(_years[0]));

    private PathYear At(int index) => new(Stay, Pupils, _years[index], _provisions[index], _provisions[index + 1]);
}
