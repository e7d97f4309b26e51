using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>
/// Resident places, the most above them and place funding of a provision and year, for any number of places that openings add.
/// </summary>
internal sealed class PlacesAt
{
    private readonly Provision _provision;
    private readonly int _before;
    private readonly int _imports;
    private readonly int _standing;
    private readonly bool _open;
    private readonly Func<int, long> _funding;
    private readonly Dictionary<int, long> _fundingOf = [];

    /// <summary>Of a provision and planned year, by index.</summary>
    public PlacesAt(CompiledCase compiled, int provision, int year)
    {
        PlanningCase planningCase = compiled.Case;
        _provision = compiled.Provisions[provision];
        _open = _provision.IsOpenIn(compiled.Years[year]);
        _before = planningCase.PlacesIn(_provision, compiled.Years[year]);
        _imports = planningCase.Imports[_provision.Id, compiled.Years[year]];
        _standing = compiled.Standing[provision, year];
        _funding = residents => OpeningPrices.OfPlaces(planningCase, _provision, compiled.Years[year], residents).Pence;
    }

    /// <summary>Resident places when openings add so many places.</summary>
    public int Residents(int added) => Math.Max(0, _before + (_open ? added : 0) - _imports);

    /// <summary>Most pupils above them.</summary>
    public int Most(int added) => Math.Max(_provision.OverNumberAllowed(_before + (_open ? added : 0)), _standing - Residents(added));

    /// <summary>Pence of place funding beyond that of the case without openings.</summary>
    public long FundingPence(int added) => Funding(Residents(added)) - Funding(Residents(0));

    /// <summary>No less than what so many places more add to resident places, wherever one starts.</summary>
    public int MostResidentsOf(int added) => _open ? added : 0;

    /// <summary>No less than what so many places more add to the most above them, wherever one starts.</summary>
    public int MostAboveOf(int added) => _open ? (int)decimal.Ceiling(_provision.OverNumberCeiling * added) : 0;

    /// <summary>
    /// No more than what so many places more add to place funding, wherever one starts: funding rises least where imports are not yet covered,
    /// and rounding of its two halves of a year moves it by at most four pence.
    /// </summary>
    public long LeastFundingPenceOf(int added) => added == 0 ? 0 : Math.Max(0, FundingPence(added) - 4);

    private long Funding(int residents)
    {
        if (!_fundingOf.TryGetValue(residents, out long pence))
        {
            _fundingOf.Add(residents, pence = _funding(residents));
        }

        return pence;
    }
}
