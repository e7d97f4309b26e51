using System.Collections.Frozen;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Domain.Money;

/// <summary>
/// What a pupil of an area costs at a provision in an academic year, all in: stated in a table instead of being put together from journeys and prices.
/// Whole pence, the same every year.
/// </summary>
/// <param name="pounds">The cost of every area at every provision.</param>
public sealed class PupilCosts(IReadOnlyDictionary<(PlanningAreaId Area, ProvisionId Provision), Pounds> pounds)
{
    private readonly FrozenDictionary<(PlanningAreaId Area, ProvisionId Provision), Pounds> _pounds = pounds.ToFrozenDictionary();

    /// <summary>Every stated cost.</summary>
    public IReadOnlyDictionary<(PlanningAreaId Area, ProvisionId Provision), Pounds> Stated => _pounds;

    /// <summary>The cost of a pupil's year.</summary>
    /// <exception cref="KeyNotFoundException">It is not stated.</exception>
    public Pounds this[PlanningAreaId area, ProvisionId provision] => _pounds[(area, provision)];

    /// <summary>The cost by financial year: 7/12 in the year that holds September to March, in whole pence, and what is left in the next.</summary>
    public (Pounds Autumn, Pounds Summer) Over(PlanningAreaId area, ProvisionId provision)
    {
        Pounds all = this[area, provision].ToPence();
        Pounds autumn = new Pounds(all.Value * 7 / 12).ToPence();
        return (autumn, all - autumn);
    }
}
