using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>Joiners and leavers a year, estimated from published new and ceased plans.</summary>
public static class FlowEstimate
{
    private const int OldestPublishedAge = 20;

    /// <summary>
    /// New plans a year by year group in the January after they start, need and sex. The table by need gives the age on the
    /// 31 August before its calendar year, which the next January is one year older; two in three of that age are one year
    /// older on 31 December and one in three two years, which ties it to the table by age of more years.
    /// </summary>
    public static ImmutableSortedDictionary<(YearGroup YearGroup, PrimaryNeed Need, Sex Sex), decimal> Joiners(PlanFlowTables flows)
    {
        double[,] byNeed = ByNeedAndAge(flows);
        Dictionary<int, double> scale = Scale(flows, byNeed);
        double[] girlsShare = GirlsShare(flows, byNeed);
        Dictionary<(YearGroup YearGroup, PrimaryNeed Need, Sex Sex), double> joiners = [];
        for (int age = 0; age < StockAxes.AgeCount - 1; age++)
        {
            double factor = YearEndAges(age).Sum(part => part.Share * scale[part.Age]) / flows.NewYears.Length;
            foreach (PrimaryNeed need in StockAxes.Needs)
            {
                double plans = byNeed[(int)need, age] * factor;
                YearGroup yearGroup = YearGroup.OfAge(age + 1);
                joiners[(yearGroup, need, Sex.Female)] = plans * girlsShare[(int)need];
                joiners[(yearGroup, need, Sex.Male)] = plans * (1 - girlsShare[(int)need]);
            }
        }

        return joiners.Where(pair => Rounded(pair.Value) > 0).ToImmutableSortedDictionary(pair => pair.Key, pair => Rounded(pair.Value));
    }

    /// <summary>
    /// Share of a year group whose plan ends before the next September: plans ceased over the years times the caseload of the
    /// January among them. A plan that ceases at an age was held the January before at an age of one year less. Ages to 14 and
    /// ages from 19 are pooled; the oldest year group leaves altogether, as no plan outlasts the year in which its holder turns 25.
    /// </summary>
    public static ImmutableSortedDictionary<YearGroup, decimal> Leavers(PlanFlowTables flows) => YearGroup.All.ToImmutableSortedDictionary(
        yearGroup => yearGroup,
        yearGroup => yearGroup == YearGroup.Oldest ? 1 : LeaverShare(flows, yearGroup.Age));

    private static decimal LeaverShare(PlanFlowTables flows, int age)
    {
        (int from, int to) = age switch
        {
            < 15 => (0, 14),
            >= OldestPublishedAge - 1 => (OldestPublishedAge - 1, StockAxes.AgeCount),
            _ => (age, age),
        };
        int held = flows.CaseloadByAge.Where(pair => pair.Key >= from && pair.Key <= to).Sum(pair => pair.Value);
        int ceased = flows.CeasedByAge.Where(pair => pair.Key - 1 <= to && (pair.Key - 1 >= from || from == 0)).Sum(pair => pair.Value);
        return held == 0 ? 0 : Math.Min(1, Math.Round((decimal)ceased / (held * flows.CeasedYears.Length), 4));
    }

    private static (int Age, double Share)[] YearEndAges(int ageBefore) =>
        [(Math.Min(ageBefore + 1, OldestPublishedAge), 2.0 / 3), (Math.Min(ageBefore + 2, OldestPublishedAge), 1.0 / 3)];

    /// <summary>New plans by need and age before the year, those without a recorded need spread over the needs of their age.</summary>
    private static double[,] ByNeedAndAge(PlanFlowTables flows)
    {
        double[,] plans = new double[StockAxes.Needs.Length, StockAxes.AgeCount];
        double[] all = [.. StockAxes.Needs.Select(need => (double)flows.NewNeedByAgeBefore.Where(pair => pair.Key.Need == need).Sum(pair => pair.Value))];
        for (int age = 0; age < StockAxes.AgeCount; age++)
        {
            double[] known = [.. StockAxes.Needs.Select(need => (double)flows.NewNeedByAgeBefore.GetValueOrDefault((need, age)))];
            double[] weights = known.Sum() > 0 ? known : all;
            double unknown = flows.NewNeedByAgeBefore.GetValueOrDefault((null, age));
            foreach (PrimaryNeed need in StockAxes.Needs)
            {
                plans[(int)need, age] = known[(int)need] + (weights.Sum() > 0 ? unknown * weights[(int)need] / weights.Sum() : 0);
            }
        }

        return plans;
    }

    /// <summary>By age at year end: new plans of all years over those that the table by need lets expect; 0 where it expects none.</summary>
    private static Dictionary<int, double> Scale(PlanFlowTables flows, double[,] byNeed)
    {
        double[] expected = new double[StockAxes.AgeCount + 1];
        for (int age = 0; age < StockAxes.AgeCount; age++)
        {
            double plans = StockAxes.Needs.Sum(need => byNeed[(int)need, age]);
            foreach ((int yearEnd, double share) in YearEndAges(age))
            {
                expected[yearEnd] += plans * share;
            }
        }

        return Enumerable.Range(0, expected.Length)
            .ToDictionary(age => age, age => expected[age] > 0 ? flows.NewByAgeAtYearEnd.GetValueOrDefault(age) / expected[age] : 0);
    }

    /// <summary>Girls' share of each need's new plans, moved so that all needs together have the girls' share of all new plans of the years.</summary>
    private static double[] GirlsShare(PlanFlowTables flows, double[,] byNeed)
    {
        double girls = flows.NewBySex.GetValueOrDefault(Sex.Female);
        double share = girls / Math.Max(1, girls + flows.NewBySex.GetValueOrDefault(Sex.Male));
        double[] plans = [.. StockAxes.Needs.Select(need => Enumerable.Range(0, StockAxes.AgeCount).Sum(age => byNeed[(int)need, age]))];
        double[] own = [.. StockAxes.Needs.Select(need => flows.NewNeedBySex.GetValueOrDefault((need, Sex.Female)) is var f
            && flows.NewNeedBySex.GetValueOrDefault((need, Sex.Male)) is var m && f + m > 0 ? (double)f / (f + m) : share)];
        double oddsFactor = 1;
        for (int step = 0; step < 100; step++)
        {
            double reached = own.Select((girl, i) => plans[i] * Moved(girl, oddsFactor)).Sum() / Math.Max(1e-9, plans.Sum());
            oddsFactor *= reached > 0 && reached < 1 && share > 0 && share < 1 ? share / (1 - share) * (1 - reached) / reached : 1;
        }

        return [.. own.Select(girl => Moved(girl, oddsFactor))];
    }

    private static double Moved(double share, double oddsFactor) => share * oddsFactor / ((share * oddsFactor) + 1 - share);

    private static decimal Rounded(double plans) => Math.Round((decimal)plans, 3);
}
