using System.Collections.Immutable;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Published.Series;

/// <summary>Residents of authorities by single year of age, in one January or in several.</summary>
/// <param name="Persons">Residents by ONS code, academic year of the January and age, 0 to 25.</param>
public sealed record ResidentsByAge(ImmutableDictionary<(string Code, AcademicYear Year, int Age), double> Persons)
{
    private const int FirstOfTeens = 11;
    private const int LastOfTeens = 17;

    private readonly ILookup<string, AcademicYear> _years = Persons.Keys.Select(key => (key.Code, key.Year)).Distinct().OrderBy(each => each.Year).ToLookup(each => each.Code, each => each.Year);

    /// <summary>
    /// Residents of an age in a year: as stated, else those of the last year stated before it grown older in place, with as many
    /// newborn each year as that year's under-ones. Null where no year up to it is stated. Where one year is stated and no later one,
    /// whoever is 18 or older in it counts as the mean of ages 11 to 17 does, because student halls swell the counts of those ages.
    /// </summary>
    public double? In(string code, AcademicYear year, int age)
    {
        AcademicYear[] stated = [.. _years[code].Where(each => each <= year)];
        if (stated.Length == 0)
        {
            return null;
        }

        int then = Math.Max(0, age - year.YearsSince(stated[^1]));
        return then > LastOfTeens && _years[code].Count() == 1
            ? Enumerable.Range(FirstOfTeens, LastOfTeens - FirstOfTeens + 1).Average(teen => Persons.GetValueOrDefault((code, stated[^1], teen)))
            : Persons.GetValueOrDefault((code, stated[^1], then));
    }
}
