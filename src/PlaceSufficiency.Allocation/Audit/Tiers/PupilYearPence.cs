using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
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
internal sealed class PupilYearPence(PlanningCase planningCase, JourneyTable journeys)
{
    private static readonly PriceItem[] Flat = [PriceItem.TopUp, PriceItem.Fee, PriceItem.TransportPerPupil];

    private readonly Dictionary<(int, AcademicYear), long> _flat = [];
    private readonly long?[,,] _distance = new long?[planningCase.Provisions.Length, planningCase.Areas.Length, planningCase.Horizon.PlannedYears.Count];
    private readonly Dictionary<(int, AcademicYear, int), long> _aboveLevel = [];
    private readonly Dictionary<(int, AcademicYear, int, Phase), long> _aboveThreshold = [];

    /// <summary>One pupil of the stay at the provision of that index in the year.</summary>
    internal long OfYear(int provision, Stay stay, AcademicYear year)
    {
        int area = journeys.IndexOf(stay.Area);
        return Kept(_flat, (provision, year), () => Flat.Sum(item => Pence(item, provision, year, 1)))
            + (_distance[provision, area, year.YearsSince(planningCase.Horizon.BaseYear) - 1] ??= Distance(provision, area, year))
            + AboveLevel(provision, stay.LevelIn(year), year)
            + AboveThreshold(provision, area, stay.YearGroupIn(year).Phase, year);
    }

    /// <summary>One pupil above places at the provision in the year.</summary>
    internal long OfOverNumber(Provision provision, AcademicYear year) => Pence(PriceItem.OverNumber, provision, year, 1);

    /// <summary>One pupil who leaves the provision in the year by an allowed move.</summary>
    internal long OfMove(Provision before, AcademicYear year) => Pence(PriceItem.Move, before, year, 1);

    private long Distance(int provision, int area, AcademicYear year) =>
        Pence(PriceItem.TransportPerKm, provision, year, (decimal)journeys[provision, area].Distance.Kilometres);

    private long AboveLevel(int provision, ProvisionLevel calledFor, AcademicYear year)
    {
        int steps = planningCase.Provisions[provision].Designation.OwnLevel - calledFor;
        return steps <= 0 ? 0 : Kept(_aboveLevel, (provision, year, steps), () => Pence(PriceItem.AboveLevel, provision, year, steps));
    }

    private long AboveThreshold(int provision, int area, Phase phase, AcademicYear year)
    {
        Duration above = journeys[provision, area].Time - planningCase.Travel.Threshold[phase];
        return above <= Duration.Zero ? 0 : Kept(_aboveThreshold, (provision, year, area, phase), () =>
            Pence(PriceItem.TravelAboveThreshold, provision, year, (decimal)above.TotalMinutes));
    }

    private long Pence(PriceItem item, int provision, AcademicYear year, decimal quantity) => Pence(item, planningCase.Provisions[provision], year, quantity);

    private long Pence(PriceItem item, Provision provision, AcademicYear year, decimal quantity)
    {
        (Pounds autumn, Pounds summer) = planningCase.Prices.Over(item, provision, year, quantity);
        return autumn.Pence + summer.Pence;
    }

    private static long Kept<TKey>(Dictionary<TKey, long> kept, TKey key, Func<long> derive)
        where TKey : notnull
    {
        if (!kept.TryGetValue(key, out long pence))
        {
            pence = derive();
            kept[key] = pence;
        }

        return pence;
    }
}
