using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// The cheapest priced path of one pupil of a stay, among all paths that the rules allow, by recursion from the last year back:
/// what the years from <c>t</c> on cost at least, for each place where the pupil may have been the year before.
/// </summary>
internal sealed class CheapestPath
{
    private readonly PlanningCase _case;
    private readonly RouteTable _routes;
    private readonly PricedYears _prices;
    private readonly Dictionary<Domain.Provisions.ProvisionId, int> _indices;
    private readonly double[] _here;
    private readonly int[] _fitsIn;
    private double[] _rest;
    private double[] _restBefore;
    private int _step;

    /// <summary>Prepares to price any number of stays.</summary>
    internal CheapestPath(PlanningCase planningCase, RouteTable routes, PricedYears prices)
    {
        (_case, _routes, _prices) = (planningCase, routes, prices);
        int provisions = planningCase.Provisions.Length;
        _indices = Enumerable.Range(0, provisions).ToDictionary(index => planningCase.Provisions[index].Id);
        (_here, _rest, _restBefore) = (new double[provisions], new double[provisions], new double[provisions]);
        _fitsIn = new int[provisions];
    }

    /// <summary>Cost of the cheapest path of one pupil; 0 for a stay without planned years.</summary>
    internal double Of(Stay stay)
    {
        AcademicYear first = stay.FirstYear == _case.Horizon.BaseYear ? stay.FirstYear.Next : stay.FirstYear;
        double restNowhere = 0;
        int? start = stay.Current is { } current ? _indices[current] : null;
        Array.Clear(_rest);
        for (AcademicYear year = stay.LastYear; year >= first; year = year.Previous)
        {
            Route[] routes = _routes.Of(stay, year);
            int t = year.YearsSince(_case.Horizon.BaseYear) - 1;
            double free = Enter(routes, t, restNowhere);
            if (year > first)
            {
                bool reopens = PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(year.Previous));
                foreach (Route before in _routes.Of(stay, year.Previous))
                {
                    _restBefore[before.Provision] = After(before.Provision, routes, t, reopens, free);
                }
            }
            else if (start is { } index)
            {
                return After(index, routes, t, PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(year.Previous)), free);
            }

            (_rest, _restBefore) = (_restBefore, _rest);
            restNowhere = free;
        }

        return restNowhere;
    }

    /// <summary>Prices being at each route this year; returns the cheapest for a pupil who has no place that still fits.</summary>
    private double Enter(Route[] routes, int t, double restNowhere)
    {
        _step++;
        double free = _prices.Unplaced + restNowhere;
        foreach (Route route in routes)
        {
            _here[route.Provision] = _prices.At(route, t) + _rest[route.Provision];
            _fitsIn[route.Provision] = _step;
            free = route.MayStart ? Math.Min(free, _here[route.Provision]) : free;
        }

        return free;
    }

    /// <summary>The cheapest for a pupil who was at <paramref name="before"/>: the place stands while it fits, unless it may be left.</summary>
    private double After(int before, Route[] routes, int t, bool reopens, double free)
    {
        if (_fitsIn[before] != _step)
        {
            return free;
        }

        double best = _here[before];
        if (reopens || _prices.MoveFrom(before, t) is not null)
        {
            double toll = reopens ? 0 : _prices.MoveFrom(before, t)!.Value;
            foreach (Route route in routes)
            {
                best = route.MayStart && route.Provision != before ? Math.Min(best, toll + _here[route.Provision]) : best;
            }
        }

        return best;
    }
}
