using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Demand;

/// <summary>What is known of the plans of a January, before the base year or after it: of everybody, of year groups, of a need, or of both.</summary>
/// <param name="Year">Academic year of the January.</param>
/// <param name="From">Youngest year group counted.</param>
/// <param name="To">Oldest year group counted.</param>
/// <param name="Need">Primary need counted; null for every need.</param>
/// <param name="Plans">Plans held in the January, at least 0.</param>
/// <param name="NewPlans">Those that began in the calendar year before it; null where not known.</param>
/// <param name="Ceased">Plans that ceased in that year; null where not known.</param>
public sealed record HistoryCount(AcademicYear Year, YearGroup From, YearGroup To, PrimaryNeed? Need, int Plans, int? NewPlans, int? Ceased)
{
    /// <summary>Whether every year group is counted.</summary>
    public bool IsAllAges => From == YearGroup.Youngest && To == YearGroup.Oldest;
}
