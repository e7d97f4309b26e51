using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Population;

/// <summary>
/// Where children and young people of an age live in a planned year: the base year's residents, grown older where they are.
/// Nobody moves house. Children not yet born in the base year live where that year's under-ones do. Whoever is 18 or older in
/// the base year lives as the mean of ages 11 to 17 does, because student halls swell the counts of those ages.
/// </summary>
internal sealed class AgedPopulation(IReadOnlyList<PlanningArea> areas, AcademicYear baseYear)
{
    private const int FirstOfTeens = 11;
    private const int LastOfTeens = 17;

    /// <summary>
    /// Persons of that age by area, in the order of the areas. Where nobody anywhere has it, everybody's distribution stands in
    /// (and every area weighs the same where nobody lives anywhere), so that some weight is always above 0.
    /// </summary>
    /// <param name="year">Academic year, the base year or later.</param>
    /// <param name="age">Age in that year, 0 to 24.</param>
    internal double[] Weights(AcademicYear year, int age)
    {
        int ageInBaseYear = Math.Max(0, age - year.YearsSince(baseYear));
        double[] weights = [.. areas.Select(area => ageInBaseYear <= LastOfTeens ? area.Population[ageInBaseYear] : Teens(area))];
        if (weights.Sum() == 0)
        {
            weights = [.. areas.Select(area => (double)area.Population.Sum())];
        }

        return weights.Sum() == 0 ? [.. weights.Select(_ => 1.0)] : weights;
    }

    private static double Teens(PlanningArea area) => area.Population.Skip(FirstOfTeens).Take(LastOfTeens - FirstOfTeens + 1).Average();
}
