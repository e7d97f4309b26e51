using System.Collections.Frozen;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>Provisions, home areas and years of a case by their positions in it, so that millions of look-ups are by number.</summary>
internal sealed class CaseIndex
{
    private readonly PlanningCase _case;
    private readonly Provider[] _providers;
    private readonly FrozenDictionary<ProvisionId, int> _provisions;
    private readonly FrozenDictionary<PlanningAreaId, int> _areas;

    /// <summary>Numbers the case.</summary>
    internal CaseIndex(PlanningCase planningCase)
    {
        _case = planningCase;
        _providers = [.. planningCase.Provisions.Select(provision => planningCase.Provider(provision.Provider))];
        _provisions = planningCase.Provisions.Select((provision, index) => (provision.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index);
        _areas = planningCase.Areas.Select((area, index) => (area.Id, index)).ToFrozenDictionary(pair => pair.Id, pair => pair.index);
        Years = planningCase.Horizon.PlannedYears.Count;
    }

    /// <summary>How many provisions there are.</summary>
    internal int Provisions => _providers.Length;

    /// <summary>How many home areas there are.</summary>
    internal int Areas => _case.Areas.Length;

    /// <summary>How many planned years there are; the first has index 0.</summary>
    internal int Years { get; }

    /// <summary>Index of a provision.</summary>
    /// <exception cref="KeyNotFoundException">The case has no such provision.</exception>
    internal int Of(ProvisionId provision) => _provisions[provision];

    /// <summary>Index of a home area.</summary>
    /// <exception cref="KeyNotFoundException">The case has no such area.</exception>
    internal int Of(PlanningAreaId area) => _areas[area];

    /// <summary>Index of a planned year; -1 for the base year.</summary>
    internal int Of(AcademicYear year) => year.YearsSince(_case.Horizon.BaseYear) - 1;

    /// <summary>Whether the case has the area.</summary>
    internal bool Has(PlanningAreaId area) => _areas.ContainsKey(area);

    /// <summary>Whether the case has the provision.</summary>
    internal bool Has(ProvisionId provision) => _provisions.ContainsKey(provision);

    /// <summary>The provider of a provision.</summary>
    internal Provider ProviderOf(int provision) => _providers[provision];

    /// <summary>The one-way journey from an area to a provision.</summary>
    internal Journey JourneyTo(int provision, int area) => _case.Travel.JourneyBetween(_case.Areas[area], _providers[provision]);
}
