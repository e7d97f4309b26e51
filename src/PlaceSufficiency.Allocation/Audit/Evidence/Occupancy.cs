using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>How many of the authority's pupils are at each provision in the base year and every planned year.</summary>
internal sealed class Occupancy
{
    private readonly CaseIndex _index;
    private readonly int[,] _pupils;

    /// <summary>Counts the base-year places of the stock and the planned years of the paths.</summary>
    internal Occupancy(CaseIndex index, AcademicYear baseYear, IEnumerable<Stay> stays, TracedPaths paths)
    {
        _index = index;
        _pupils = new int[index.Provisions, index.Years + 1];
        foreach (Stay stay in stays)
        {
            if (stay.FirstYear == baseYear && stay.Current is { } current)
            {
                _pupils[index.Of(current), 0] += stay.Pupils;
            }
        }

        for (int path = 0; path < paths.Count; path++)
        {
            int year = paths.FirstYearOf(path) + 1;
            foreach (int provision in paths.NowOn(path))
            {
                if (provision >= 0)
                {
                    _pupils[provision, year] += paths.PupilsOn(path);
                }

                year++;
            }
        }
    }

    /// <summary>Pupils at the provision in the year.</summary>
    internal int this[ProvisionId provision, AcademicYear year] => _pupils[_index.Of(provision), _index.Of(year) + 1];
}
