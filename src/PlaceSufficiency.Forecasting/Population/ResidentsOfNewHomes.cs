using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Population;

/// <summary>
/// Children and young people of new homes: as many a home as its yield says in the year it is first lived in, a year older each
/// year after, and as many newborn each year as that first year's under-ones.
/// </summary>
internal sealed class ResidentsOfNewHomes
{
    private readonly double[,,] _arriving;
    private readonly int _years;

    internal ResidentsOfNewHomes(PlanningCase planningCase)
    {
        _years = planningCase.Horizon.AllYears.Count;
        _arriving = new double[_years, YearGroup.All.Count, planningCase.Areas.Length];
        ILookup<Phase, YearGroup> phases = YearGroup.All.ToLookup(yearGroup => yearGroup.Phase);
        foreach (NewHomes homes in planningCase.Demand.Population.Homes)
        {
            int area = planningCase.Areas.Index().First(each => each.Item.Id == homes.Area).Index;
            for (int year = 1; year < _years; year++)
            {
                if (planningCase.Horizon.AllYears[year] < homes.From || planningCase.Horizon.AllYears[year] > homes.Until)
                {
                    continue;
                }

                foreach ((Phase phase, decimal perHome) in homes.PupilYield)
                {
                    foreach (YearGroup yearGroup in phases[phase])
                    {
                        _arriving[year, yearGroup.Age, area] += (double)(homes.HomesAYear * perHome) / phases[phase].Count();
                    }
                }
            }
        }
    }

    /// <summary>Residents of an age and area who come in a year.</summary>
    internal double Arriving(int year, int age, int area) => _arriving[year, age, area];

    /// <summary>Adds those who came by a year to the residents of an age by area.</summary>
    internal void AddTo(double[] residents, int year, int age)
    {
        for (int came = 1; came <= year; came++)
        {
            int then = Math.Max(0, age - (year - came));
            for (int area = 0; area < residents.Length; area++)
            {
                residents[area] += _arriving[came, then, area];
            }
        }
    }
}
