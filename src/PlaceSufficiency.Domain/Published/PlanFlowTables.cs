using System.Collections.Immutable;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Published;

/// <summary>
/// New and ceased plans. The two new-plan tables state age on different days, as a comparison with the next January's caseload
/// shows: by sex and age, at the end of the calendar year; by need, on 31 August before it.
/// </summary>
/// <param name="NewYears">Calendar years that <paramref name="NewByAgeAtYearEnd"/> and <paramref name="NewBySex"/> add up.</param>
/// <param name="NewByAgeAtYearEnd">New plans by age on 31 December of their year; 20 stands for 20 and over.</param>
/// <param name="NewBySex">New plans by sex.</param>
/// <param name="NeedNewYear">Calendar year of the tables by need.</param>
/// <param name="NewNeedByAgeBefore">New plans by need and age on 31 August before their calendar year; 20 stands for 20 and over, 2 for 2 and under.</param>
/// <param name="NewNeedBySex">New plans by need and sex.</param>
/// <param name="CeasedYears">Calendar years that <paramref name="CeasedByAge"/> adds up; the January between or after them is that of <paramref name="CaseloadByAge"/>.</param>
/// <param name="CeasedByAge">Plans that ceased by age when they did; 20 stands for 20 and over. Transfers to other authorities included.</param>
/// <param name="CaseloadByAge">Plans of one January by age on the 31 August before.</param>
public sealed record PlanFlowTables(
    ImmutableArray<int> NewYears,
    ImmutableSortedDictionary<int, int> NewByAgeAtYearEnd,
    ImmutableSortedDictionary<Sex, int> NewBySex,
    int NeedNewYear,
    ImmutableDictionary<(PrimaryNeed? Need, int Age), int> NewNeedByAgeBefore,
    ImmutableDictionary<(PrimaryNeed? Need, Sex? Sex), int> NewNeedBySex,
    ImmutableArray<int> CeasedYears,
    ImmutableSortedDictionary<int, int> CeasedByAge,
    ImmutableSortedDictionary<int, int> CaseloadByAge);
