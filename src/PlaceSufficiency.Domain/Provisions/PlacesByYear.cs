using System.Collections.Frozen;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Provisions;

/// <summary>
/// Whole numbers by provision and academic year: places, or places taken by other authorities' pupils (imports).
/// A figure holds from its year until the next stated year of the same provision; before the first stated year it is 0.
/// </summary>
public sealed class PlacesByYear
{
    private readonly FrozenDictionary<ProvisionId, (AcademicYear Year, int Number)[]> _steps;

    /// <summary>Makes the table from steps; within a provision each year may be stated once.</summary>
    /// <exception cref="ArgumentException">A number is negative or a year is stated twice.</exception>
    public PlacesByYear(IEnumerable<(ProvisionId Provision, AcademicYear From, int Number)> steps)
    {
        _steps = steps.GroupBy(step => step.Provision).ToFrozenDictionary(
            group => group.Key,
            group => group.Select(step => (step.From, step.Number)).OrderBy(step => step.From).ToArray());
        foreach ((ProvisionId provision, (AcademicYear Year, int Number)[] of) in _steps)
        {
            if (of.Any(step => step.Number < 0) || of.DistinctBy(step => step.Year).Count() != of.Length)
            {
                throw new ArgumentException($"The steps of {provision} must be at least 0 and name each year once.", nameof(steps));
            }
        }
    }

    /// <summary>No places anywhere.</summary>
    public static PlacesByYear None { get; } = new([]);

    /// <summary>The number of a provision in a year; 0 where none is stated.</summary>
    public int this[ProvisionId provision, AcademicYear year]
    {
        get
        {
            int number = 0;
            if (_steps.TryGetValue(provision, out (AcademicYear Year, int Number)[]? of))
            {
                for (int i = 0; i < of.Length && of[i].Year <= year; i++)
                {
                    number = of[i].Number;
                }
            }

            return number;
        }
    }

    /// <summary>Every stated step, by provision and then year.</summary>
    public IEnumerable<(ProvisionId Provision, AcademicYear From, int Number)> Steps =>
        _steps.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.Select(step => (pair.Key, step.Year, step.Number)));

    /// <summary>Whether anything is stated for the provision.</summary>
    public bool States(ProvisionId provision) => _steps.ContainsKey(provision);

    /// <summary>
    /// The table with one provision's numbers replaced by <paramref name="number"/> of the old number, for each of
    /// <paramref name="years"/>; years outside them keep their number.
    /// </summary>
    /// <exception cref="ArgumentException">A new number is negative.</exception>
    public PlacesByYear With(ProvisionId provision, IEnumerable<AcademicYear> years, Func<AcademicYear, int, int> number)
    {
        AcademicYear[] changed = [.. years.Order()];
        if (changed.Length == 0)
        {
            return this;
        }

        // The year after each changed one is stated too, so that a year between two changed ones keeps its number.
        IEnumerable<AcademicYear> points = changed.SelectMany(year => new[] { year, year.Next })
            .Concat(_steps.GetValueOrDefault(provision, []).Select(step => step.Year)).Distinct();
        return new PlacesByYear(
            Steps.Where(step => step.Provision != provision)
                .Concat(points.Select(year => (provision, year, changed.Contains(year) ? number(year, this[provision, year]) : this[provision, year]))));
    }
}
