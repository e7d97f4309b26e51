using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Audit.Checks;

/// <summary>Every stay is well formed: its number is its position, its years lie within the horizon and what it names exists.</summary>
internal sealed class DemandShape
{
    private readonly PlanningCase _case;
    private readonly DemandPath _demand;
    private readonly CaseIndex _index;
    private readonly Dictionary<Stay, Finding> _faults = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks at every stay once.</summary>
    internal DemandShape(PlanningCase planningCase, CaseIndex index, DemandPath demand)
    {
        (_case, _index, _demand) = (planningCase, index, demand);
        for (int i = 0; i < demand.Stays.Count; i++)
        {
            if (FaultOf(demand.Stays[i], i) is { } fault)
            {
                _faults[demand.Stays[i]] = fault;
            }
        }
    }

    /// <summary>The faults, in order of stays.</summary>
    internal IEnumerable<Finding> Findings
    {
        get
        {
            if ((_demand.Horizon.BaseYear, _demand.Horizon.LastYear) != (_case.Horizon.BaseYear, _case.Horizon.LastYear))
            {
                yield return Finding.Error(
                    "demand-horizon",
                    $"The demand covers {_demand.Horizon.BaseYear} to {_demand.Horizon.LastYear}, the case {_case.Horizon.BaseYear} to {_case.Horizon.LastYear}.");
            }

            foreach (Stay stay in _demand.Stays.Where(stay => !IsSound(stay)))
            {
                yield return _faults[stay];
            }
        }
    }

    /// <summary>Whether the stay can be read at all.</summary>
    internal bool IsSound(Stay stay) => _faults.Count == 0 || !_faults.ContainsKey(stay);

    private Finding? FaultOf(Stay stay, int position)
    {
        int years = stay.LastYear.YearsSince(stay.FirstYear) + 1;
        return stay switch
        {
            _ when stay.Number != position => Fault(stay, "stay-number", $"It stands at position {position}."),
            _ when stay.Pupils < 1 => Fault(stay, "stay-pupils", $"It has {stay.Pupils} pupils; a stay has at least 1."),
            _ when years < 1 || stay.FirstYear < _case.Horizon.BaseYear || stay.LastYear > _case.Horizon.LastYear =>
                Fault(stay, "stay-years", $"It runs from {stay.FirstYear} to {stay.LastYear}, which is not within {_case.Horizon.BaseYear} to {_case.Horizon.LastYear}."),
            _ when stay.Levels.Count != years => Fault(stay, "stay-levels", $"It states {stay.Levels.Count} levels for {years} years."),
            _ when stay.YearGroupAtFirst.After(years - 1) is null =>
                Fault(stay, "stay-age", $"It ends in year group {stay.YearGroupAtFirst.Value + years - 1}; the oldest is {YearGroup.Oldest}."),
            _ when !_index.Has(stay.Area) => Fault(stay, "unknown-area", $"Its home area '{stay.Area}' is not in the case."),
            { Current: { } current } when stay.FirstYear > _case.Horizon.BaseYear =>
                Fault(stay, "joiner-in-place", $"It joins in {stay.FirstYear} and states a base-year place, '{current}'."),
            { Current: { } current } when !_index.Has(current) =>
                Fault(stay, "unknown-provision", $"Its base-year place '{current}' is not in the case."),
            _ => null,
        };
    }

    private static Finding Fault(Stay stay, string code, string message) => Finding.Error(code, message, key: $"stay {stay.Number}");
}
