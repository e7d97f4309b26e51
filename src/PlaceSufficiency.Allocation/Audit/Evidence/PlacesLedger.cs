using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>What a provision can hold in one year.</summary>
/// <param name="IsOpen">Whether the provision is open.</param>
/// <param name="Places">Places, open schemes included.</param>
/// <param name="FromSchemes">Of those, places that open schemes add.</param>
/// <param name="Imports">Places taken by other authorities' pupils; 0 while the provision is not open.</param>
/// <param name="Residents">Places less imports, at least 0.</param>
/// <param name="Standing">Pupils of the base year whose placement there has fitted ever since and who may not be asked to leave.</param>
/// <param name="OverNumberMost">Pupils above resident places that may be there: the ceiling, or the standing pupils who are already above it.</param>
internal sealed record PlacesOfYear(bool IsOpen, int Places, int FromSchemes, int Imports, int Residents, int Standing, int OverNumberMost)
{
    /// <summary>Most of the authority's pupils that may be there.</summary>
    internal int Most => Residents + OverNumberMost;

    /// <summary>The same provision and year with so many places more from openings; a provision that is not open gains none.</summary>
    internal PlacesOfYear Plus(Provision provision, int added)
    {
        if (added == 0 || !IsOpen)
        {
            return this;
        }

        int residents = Math.Max(0, Places + added - Imports);
        return this with
        {
            Places = Places + added,
            FromSchemes = FromSchemes + added,
            Residents = residents,
            OverNumberMost = Math.Max(provision.OverNumberAllowed(Places + added), Standing - residents),
        };
    }
}

/// <summary>What every provision can hold in the base year and every planned year, and how many pupils INMSS may hold in all.</summary>
internal sealed class PlacesLedger
{
    private readonly CaseIndex _index;
    private readonly PlacesOfYear[,] _places;
    private readonly Dictionary<AcademicYear, int> _inmssMost = [];

    /// <summary>Derives the ledger from the case and the pupils of the base year.</summary>
    internal PlacesLedger(PlanningCase planningCase, CaseIndex index, IReadOnlyList<Stay> stays)
    {
        _index = index;
        _places = new PlacesOfYear[index.Provisions, index.Years + 1];
        int[,] standing = StandingOf(planningCase, index, stays);
        for (int g = 0; g < index.Provisions; g++)
        {
            for (int year = 0; year <= index.Years; year++)
            {
                _places[g, year] = Of(planningCase, planningCase.Provisions[g], planningCase.Horizon.AllYears[year], standing[g, year]);
            }
        }

        foreach ((AcademicYear year, int limit) in planningCase.Limits.StandingInmssPupils)
        {
            if (planningCase.Horizon.IsPlanned(year))
            {
                _inmssMost[year] = Math.Max(limit, planningCase.Provisions.Where(IsInmss).Sum(provision => this[provision.Id, year].Standing));
            }
        }
    }

    /// <summary>What the provision can hold in a year of the horizon.</summary>
    /// <exception cref="KeyNotFoundException">The case has no such provision.</exception>
    internal PlacesOfYear this[ProvisionId provision, AcademicYear year] => this[_index.Of(provision), _index.Of(year)];

    /// <summary>What the provision of that index can hold in the planned year of that index; -1 is the base year.</summary>
    internal PlacesOfYear this[int provision, int year] => _places[provision, year + 1];

    /// <summary>Most pupils in INMSS in a year: the limit, or the standing pupils if they are more; null without a limit.</summary>
    internal int? InmssMost(AcademicYear year) => _inmssMost.TryGetValue(year, out int most) ? most : null;

    /// <summary>Whether the provision counts under the INMSS limit.</summary>
    internal static bool IsInmss(Provision provision) => provision.Kind == ProvisionKind.Inmss;

    private static PlacesOfYear Of(PlanningCase planningCase, Provision provision, AcademicYear year, int standing)
    {
        bool open = provision.IsOpenIn(year);
        int fromSchemes = open ? planningCase.SchemesOf(provision.Id).Sum(scheme => scheme.PlacesIn(year)) : 0;
        int places = open ? planningCase.Places[provision.Id, year] + fromSchemes : 0;
        int imports = open ? planningCase.Imports[provision.Id, year] : 0;
        int residents = Math.Max(0, places - imports);
        int overNumberMost = Math.Max(provision.OverNumberAllowed(places), standing - residents);
        return new PlacesOfYear(open, places, fromSchemes, imports, residents, standing, overNumberMost);
    }

    /// <summary>Pupils of the base year by provision and year, the base year first, for as long as their placement has fitted.</summary>
    private static int[,] StandingOf(PlanningCase planningCase, CaseIndex index, IReadOnlyList<Stay> stays)
    {
        int[,] standing = new int[index.Provisions, index.Years + 1];
        foreach (Stay stay in stays)
        {
            if (stay.FirstYear != planningCase.Horizon.BaseYear || stay.Current is not { } current)
            {
                continue;
            }

            int g = index.Of(current);
            standing[g, 0] += stay.Pupils;
            for (int year = 1; year <= index.Of(stay.LastYear) + 1 && PlacementRules.Fits(planningCase.Provisions[g], stay, planningCase.Horizon.AllYears[year]); year++)
            {
                standing[g, year] += stay.Pupils;
            }
        }

        return standing;
    }
}
