using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Population;

/// <summary>
/// Residents by year, age and area: the base year's grown older where they are, moved by births and migration, or as a projection
/// says; plus those of new homes. What joiners follow and where they live. Residents have no sex: a rate of girls is per resident of both.
/// </summary>
internal sealed class ResidentOutlook
{
    private readonly Horizon _horizon;
    private readonly double[][] _weights;
    private readonly double[] _factors;
    private readonly double[] _homes;

    internal ResidentOutlook(PlanningCase planningCase)
    {
        PopulationOutlook outlook = planningCase.Demand.Population;
        _horizon = planningCase.Horizon;
        AgedPopulation aged = new(planningCase.Areas, _horizon.BaseYear);
        ResidentsOfNewHomes homes = new(planningCase);
        _weights = [.. _horizon.AllYears.SelectMany(year => YearGroup.All.Select(yearGroup => aged.Weights(year, yearGroup.Age)))];
        _factors = [.. Enumerable.Repeat(1.0, _weights.Length)];
        _homes = [.. Enumerable.Repeat(1.0, _weights.Length)];
        ILookup<(int Year, int Age), ProjectedResidents> projection =
            outlook.Projection.ToLookup(row => (row.Year.YearsSince(_horizon.BaseYear), row.Age));
        Dictionary<PlanningAreaId, int> areas = planningCase.Areas.Index().ToDictionary(each => each.Item.Id, each => each.Index);
        for (int i = 0; i < _weights.Length; i++)
        {
            (int year, int age) = Math.DivRem(i, YearGroup.All.Count);
            if (outlook.Joiners == JoinersFollow.Residents)
            {
                Move(_weights[i], outlook, year, age);
                Project(_weights[i], [.. projection[(year, age)]], areas);
                double start = _weights[age].Sum();
                _factors[i] = start > 0 ? _weights[i].Sum() / start : 1;
            }

            double without = _weights[i].Sum();
            homes.AddTo(_weights[i], year, age);
            _homes[i] = without > 0 ? _weights[i].Sum() / without : 1;
        }
    }

    /// <summary>Residents of an age by area, in the order of the areas; some weight is above 0 unless a projection says that nobody lives there.</summary>
    internal double[] Weights(AcademicYear year, int age) => _weights[Index(year, age)];

    /// <summary>Residents of an age in a year, new homes left out, over those of the base year; 1 where joiners are as stated.</summary>
    internal double Factor(AcademicYear year, int age) => _factors[Index(year, age)];

    /// <summary>Residents of an age in a year with new homes over those without, which comes on top of what joins.</summary>
    internal double HomesFactor(AcademicYear year, int age) => _homes[Index(year, age)];

    private int Index(AcademicYear year, int age) => (year.YearsSince(_horizon.BaseYear) * YearGroup.All.Count) + age;

    private static void Move(double[] weights, PopulationOutlook outlook, int year, int age)
    {
        int bornAfter = Math.Max(0, year - age);
        double factor = Math.Pow(1 + (double)outlook.NetMigration, Math.Min(year, age)) * Math.Pow(1 + (double)outlook.BirthsGrowth, bornAfter);
        for (int area = 0; area < weights.Length; area++)
        {
            weights[area] *= factor;
        }
    }

    private static void Project(double[] weights, ProjectedResidents[] rows, Dictionary<PlanningAreaId, int> areas)
    {
        double whole = weights.Sum();
        foreach (ProjectedResidents row in rows.Where(row => row.Area is null))
        {
            for (int area = 0; area < weights.Length; area++)
            {
                weights[area] = (double)row.Persons * (whole > 0 ? weights[area] / whole : 1.0 / weights.Length);
            }
        }

        foreach (ProjectedResidents row in rows.Where(row => row.Area is not null))
        {
            weights[areas[row.Area!.Value]] = (double)row.Persons;
        }
    }
}
