using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Reach;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Tiers;

/// <summary>
/// What a pupil's year, a pupil above places and a move count for in the cost tier, in whole pence. A pupil's year is put together
/// from parts that many pupils share; the budget is put together from charges instead, and the audit holds the two against each other.
/// </summary>
internal sealed class PupilYearPence
{
    private const int MostSteps = 4;

    private static readonly PriceItem[] Flat = [PriceItem.TopUp, PriceItem.Fee, PriceItem.TransportPerPupil];

    private readonly PlanningCase _case;
    private readonly int _years;
    private readonly long[] _flat;
    private readonly long[] _fees;
    private readonly long[] _aboveLevel;
    private readonly long[] _over;
    private readonly long[] _move;
    private readonly YearRate?[] _perKm;
    private readonly YearRate?[] _perMinute;
    private readonly int[] _ownLevel;

    /// <summary>Works out the parts that do not depend on the journey.</summary>
    /// <exception cref="KeyNotFoundException">A price is stated for some years only.</exception>
    internal PupilYearPence(PlanningCase planningCase, CaseIndex index)
    {
        (_case, _years) = (planningCase, index.Years);
        int cells = index.Provisions * _years;
        (_flat, _fees, _over, _move, _aboveLevel) = (new long[cells], new long[cells], new long[cells], new long[cells], new long[cells * MostSteps]);
        (_perKm, _perMinute) = (new YearRate?[cells], new YearRate?[cells]);
        _ownLevel = [.. planningCase.Provisions.Select(provision => (int)provision.Designation.OwnLevel)];
        for (int g = 0; g < index.Provisions; g++)
        {
            for (int t = 0; t < _years; t++)
            {
                State(planningCase.Provisions[g], planningCase.Horizon.PlannedYears[t], (g * _years) + t);
            }
        }
    }

    /// <summary>One pupil above places at the provision in the year, by index.</summary>
    internal long OfOverNumber(int provision, int year) => _over[(provision * _years) + year];

    /// <summary>One pupil who leaves the provision in the year by an allowed move, by index.</summary>
    internal long OfMove(int provision, int year) => _move[(provision * _years) + year];

    /// <summary>Fee and top-up of one pupil from the area at an INMSS provision in the year, by index.</summary>
    internal long OfInmss(int provision, int year, PlanningAreaId area) => _case.PupilCosts is { } costs
        ? costs[area, _case.Provisions[provision].Id].Pence
        : _fees[(provision * _years) + year];

    /// <summary>Pence of being at a provision at a level more specialist than the one called for; 0 at the level or below.</summary>
    internal long OfLevel(int provision, int year, ProvisionLevel calledFor)
    {
        int steps = _ownLevel[provision] - (int)calledFor;
        return steps <= 0 || _case.PupilCosts is not null ? 0 : _aboveLevel[(((provision * _years) + year) * MostSteps) + steps - 1];
    }

    /// <summary>Pence of a year at each candidate of an area that every pupil from there pays, by candidate and year: all but level and long journeys.</summary>
    internal long[] OfArea(PlanningAreaId area, AreaReach reach)
    {
        long[] pence = new long[reach.Provisions.Length * _years];
        if (_case.PupilCosts is { } costs)
        {
            for (int cell = 0; cell < pence.Length; cell++)
            {
                pence[cell] = costs[area, _case.Provisions[reach.Provisions[cell / _years]].Id].Pence;
            }

            return pence;
        }

        for (int c = 0; c < reach.Provisions.Length; c++)
        {
            decimal kilometres = (decimal)reach.Journeys[c].Distance.Kilometres;
            Fill(pence.AsSpan(c * _years, _years), _perKm, reach.Provisions[c], kilometres);
            for (int t = 0; t < _years; t++)
            {
                pence[(c * _years) + t] += _flat[(reach.Provisions[c] * _years) + t];
            }
        }

        return pence;
    }

    /// <summary>Pence of a year at each candidate of an area for the minutes above the threshold of a phase, by candidate and year.</summary>
    internal long[] OfLongJourneys(AreaReach reach, Phase phase)
    {
        long[] pence = new long[reach.Provisions.Length * _years];
        for (int c = 0; _case.PupilCosts is null && c < reach.Provisions.Length; c++)
        {
            Duration above = reach.Journeys[c].Time - _case.Travel.Threshold[phase];
            if (above > Duration.Zero)
            {
                Fill(pence.AsSpan(c * _years, _years), _perMinute, reach.Provisions[c], (decimal)above.TotalMinutes);
            }
        }

        return pence;
    }

    private void Fill(Span<long> pence, YearRate?[] rates, int provision, decimal quantity)
    {
        for (int t = 0; t < pence.Length; t++)
        {
            int cell = (provision * _years) + t;
            pence[t] = t > 0 && rates[cell] == rates[cell - 1] ? pence[t - 1] : Pence(rates[cell], quantity);
        }
    }

    private void State(Provision provision, AcademicYear year, int cell)
    {
        _flat[cell] = Flat.Sum(item => Pence(Rate(item), 1));
        _fees[cell] = Pence(Rate(PriceItem.TopUp), 1) + Pence(Rate(PriceItem.Fee), 1);
        _over[cell] = Pence(Rate(PriceItem.OverNumber), 1);
        _move[cell] = Pence(Rate(PriceItem.Move), 1);
        for (int steps = 1; steps <= MostSteps; steps++)
        {
            _aboveLevel[(cell * MostSteps) + steps - 1] = Pence(Rate(PriceItem.AboveLevel), steps);
        }

        (_perKm[cell], _perMinute[cell]) = (Rate(PriceItem.TransportPerKm), Rate(PriceItem.TravelAboveThreshold));
        YearRate? Rate(PriceItem item) => _case.Prices.RateOf(item, provision, year);
    }

    private static long Pence(YearRate? rate, decimal quantity)
    {
        (long autumn, long summer) = rate?.PenceOver(quantity) ?? (0, 0);
        return autumn + summer;
    }
}
