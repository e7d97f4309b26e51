using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>One pupil on the way from year to year. Gains a level each year it stays; whoever leaves gains no more.</summary>
internal sealed class FollowedPupil(
    PlanningAreaId area, PrimaryNeed need, Sex sex, AcademicYear firstYear, YearGroup yearGroupAtFirst, ProvisionId? current)
{
    internal PlanningAreaId Area { get; } = area;

    internal PrimaryNeed Need { get; } = need;

    internal Sex Sex { get; } = sex;

    internal AcademicYear FirstYear { get; } = firstYear;

    internal YearGroup YearGroupAtFirst { get; } = yearGroupAtFirst;

    internal ProvisionId? Current { get; } = current;

    /// <summary>Level called for in each year so far; the last is the present one.</summary>
    internal List<ProvisionLevel> Levels { get; } = [];

    /// <summary>Whether the plan was held for another need the year before the first.</summary>
    internal bool GoesOn { get; init; }

    internal ProvisionLevel Level => Levels[^1];

    internal AcademicYear LastYear => FirstYear.PlusYears(Levels.Count - 1);

    internal YearGroup YearGroupIn(AcademicYear year) => YearGroup.Of(YearGroupAtFirst.Value + year.YearsSince(FirstYear));

    /// <summary>
    /// The order along which leavers and changes of level are spread: like pupils stand together, so that an even spread along
    /// it hits every year group, need, level, sex and area in proportion.
    /// </summary>
    internal static IOrderedEnumerable<FollowedPupil> InOrder(IEnumerable<FollowedPupil> pupils, AcademicYear year) => pupils
        .OrderBy(pupil => pupil.YearGroupIn(year))
        .ThenBy(pupil => pupil.Need)
        .ThenBy(pupil => pupil.Level)
        .ThenBy(pupil => pupil.Sex)
        .ThenBy(pupil => pupil.Area)
        .ThenBy(pupil => pupil.FirstYear)
        .ThenBy(pupil => pupil.Current?.Value, StringComparer.Ordinal);
}
