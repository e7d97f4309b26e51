using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.Answer;

/// <summary>The answer to the founding question in one plain sentence: enough or not, where, when, by how many.</summary>
public static class SufficiencyAnswer
{
    private const string School = "an independent or non-maintained special school";
    private const string Schools = "independent or non-maintained special schools";

    /// <summary>The sentence for a planner. The base year, which is observed, does not count.</summary>
    public static string Sentence(PlanningCase planningCase, PlanFigures figures)
    {
        YearFigures[] planned = [.. figures.Years.Where(year => planningCase.Horizon.IsPlanned(year.Year)).OrderBy(year => year.Year)];
        return planned.All(year => year.Unplaced == 0) ? Enough(planned) : NotEnough(planningCase, figures, planned);
    }

    private static string Enough(YearFigures[] planned)
    {
        YearFigures most = planned.MaxBy(year => year.Inmss)!;
        string inmss = most.Inmss == 0 ? $"nobody is in {School}" : $"at most {Count(most.Inmss)} {Are(most.Inmss)} in {Places(most.Inmss)} ({most.Year})";
        YearFigures fullest = planned.MaxBy(year => year.OverNumber)!;
        string over = fullest.OverNumber == 0 ? string.Empty : $", and at most {Count(fullest.OverNumber)} {Are(fullest.OverNumber)} above places ({fullest.Year})";
        return $"Enough: every pupil has a suitable place in every year to {planned[^1].Year}; {inmss}{over}.";
    }

    private static string NotEnough(PlanningCase planningCase, PlanFigures figures, YearFigures[] planned)
    {
        YearFigures last = planned[^1];
        YearFigures worst = planned.Reverse().MaxBy(year => year.Unplaced)!;
        string where = Where(planningCase, figures, worst);
        string inmss = last.Inmss == 0 ? $"nobody is in {School}" : $"{Count(last.Inmss)} more {Are(last.Inmss)} in {Places(last.Inmss)}";
        string when = When(planned);
        string end = last.Unplaced == 0 ? $"by {last.Year} every pupil has one" : $"by {last.Year} it is {Pupils(last.Unplaced)}";
        if (planned.Count(year => year.Unplaced > 0) == 1)
        {
            string have = $"in {worst.Year} {Pupils(worst.Unplaced)} {(worst.Unplaced == 1 ? "has" : "have")} no suitable place, {where}";
            return worst == last ? $"Not enough: {have}, and {inmss}." : $"Not enough: {have}; {end}, and {Alone(inmss)}.";
        }

        if (worst == last)
        {
            return $"Not enough: {when}; by {last.Year} it is {Pupils(last.Unplaced)}, {where}, and {inmss}.";
        }

        return $"Not enough: {when}; at worst it is {Pupils(worst.Unplaced)} ({worst.Year}), {where}; {end}, and {(last.Unplaced == 0 ? Alone(inmss) : inmss)}.";
    }

    /// <summary>Since when, or in how many years.</summary>
    private static string When(YearFigures[] planned)
    {
        YearFigures[] shortYears = [.. planned.Where(year => year.Unplaced > 0)];
        AcademicYear first = shortYears[0].Year;
        bool toTheEnd = shortYears.Length == planned[^1].Year.YearsSince(first) + 1;
        return toTheEnd
            ? $"from {first} some pupils have no suitable place"
            : $"in {shortYears.Length} of {planned.Length} years, first in {first}, some pupils have no suitable place";
    }

    /// <summary>The one or two largest groups of unplaced pupils by phase and need group.</summary>
    private static string Where(PlanningCase planningCase, PlanFigures figures, YearFigures year)
    {
        (string Name, int Pupils)[] groups =
        [
            .. figures.Placements.Where(fact => fact.Year == year.Year && fact.Provision is null)
                .GroupBy(fact => (fact.YearGroup.Phase, Group: planningCase.NeedGroups.IndexOf(planningCase.GroupOf(fact.Need))))
                .Select(group => (group.Key, Pupils: group.Sum(fact => fact.Pupils)))
                .OrderByDescending(group => group.Pupils).ThenBy(group => group.Key)
                .Select(group => (Name(group.Key.Phase, planningCase.NeedGroups[group.Key.Group].Name), group.Pupils)),
        ];
        string largest = string.Join(" and ", groups.Take(2).Select(group => $"{group.Name} ({Count(group.Pupils)})"));
        return groups.Length switch
        {
            0 => "of groups not known",
            1 when year.Unplaced == 1 => $"in {groups[0].Name}",
            1 => $"all in {groups[0].Name}",
            2 => $"in {largest}",
            _ when (groups[0].Pupils + groups[1].Pupils) * 2 > year.Unplaced => $"most in {largest}",
            _ => $"above all in {largest}",
        };
    }

    /// <summary>Without "more", where no unplaced pupils were counted before.</summary>
    private static string Alone(string inmss) => inmss.Replace(" more ", " ", StringComparison.Ordinal);

    private static string Name(Phase phase, string needGroup) => $"{(phase == Phase.EarlyYears ? "early years" : Spelling.Of(phase))} {needGroup}";

    private static string Count(int number) => $"{number:#,##0}";

    private static string Pupils(int number) => number == 1 ? "1 pupil" : $"{Count(number)} pupils";

    private static string Places(int number) => number == 1 ? School : Schools;

    private static string Are(int number) => number == 1 ? "is" : "are";
}
