using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>Puts pupils who are alike in every year into one stay.</summary>
internal static class MergedStays
{
    /// <summary>The stays, numbered in order of first year, year group, need, sex, area, place, last year and levels.</summary>
    internal static IReadOnlyList<Stay> Of(IEnumerable<FollowedPupil> pupils) =>
    [
        .. pupils.GroupBy(KeyOf)
            .OrderBy(group => group.Key.FirstYear)
            .ThenBy(group => group.Key.YearGroup)
            .ThenBy(group => group.Key.Need)
            .ThenBy(group => group.Key.Sex)
            .ThenBy(group => group.Key.Area)
            .ThenBy(group => group.Key.Current?.Value, StringComparer.Ordinal)
            .ThenBy(group => group.Key.LastYear)
            .ThenBy(group => group.Key.Levels, StringComparer.Ordinal)
            .Select((group, number) => ToStay(number, group.First(), group.Count())),
    ];

    private static Stay ToStay(int number, FollowedPupil pupil, int pupils) => new(
        number, pupil.Area, pupil.Need, pupil.Sex, pupil.FirstYear, pupil.LastYear, pupil.YearGroupAtFirst, [.. pupil.Levels], pupil.Current, pupils);

    private static Key KeyOf(FollowedPupil pupil) => new(
        pupil.Area,
        pupil.Need,
        pupil.Sex,
        pupil.FirstYear,
        pupil.LastYear,
        pupil.YearGroupAtFirst,
        string.Concat(pupil.Levels.Select(level => (char)('0' + (int)level))),
        pupil.Current);

    private readonly record struct Key(
        PlanningAreaId Area,
        PrimaryNeed Need,
        Sex Sex,
        AcademicYear FirstYear,
        AcademicYear LastYear,
        YearGroup YearGroup,
        string Levels,
        ProvisionId? Current);
}
