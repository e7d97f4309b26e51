using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>How many of the authority's pupils are at each provision in the base year and every planned year.</summary>
internal sealed class Occupancy
{
    private readonly Dictionary<(ProvisionId Provision, AcademicYear Year), int> _pupils = [];

    /// <summary>Counts the base-year places of the stock and the planned years of the paths.</summary>
    internal Occupancy(AcademicYear baseYear, IEnumerable<Stay> stays, IEnumerable<PathYear> pathYears)
    {
        foreach (Stay stay in stays.Where(stay => stay.FirstYear == baseYear && stay.Current is not null))
        {
            Add(stay.Current!.Value, baseYear, stay.Pupils);
        }

        foreach (PathYear at in pathYears)
        {
            if (at.Now is not null)
            {
                Add(at.Now.Id, at.Year, at.Pupils);
            }
        }
    }

    /// <summary>Pupils at the provision in the year.</summary>
    internal int this[ProvisionId provision, AcademicYear year] => _pupils.GetValueOrDefault((provision, year));

    private void Add(ProvisionId provision, AcademicYear year, int pupils) =>
        _pupils[(provision, year)] = _pupils.GetValueOrDefault((provision, year)) + pupils;
}
