using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Population;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>How a year's joiners divide by year group, and by need and sex, before and after the case's scalings.</summary>
internal sealed class JoinerProfile(PlanningCase planningCase, ResidentOutlook residents)
{
    private readonly DemandAssumptions _demand = planningCase.Demand;

    /// <summary>Year groups that anybody joins in, youngest first: the rows.</summary>
    internal IReadOnlyList<YearGroup> YearGroups { get; } = [.. planningCase.Demand.Joiners.Where(pair => pair.Value > 0).Select(pair => pair.Key.YearGroup).Distinct().Order()];

    /// <summary>Needs and sexes that anybody joins with, in order: the columns.</summary>
    internal IReadOnlyList<(PrimaryNeed Need, Sex Sex)> Kinds { get; } =
        [.. planningCase.Demand.Joiners.Where(pair => pair.Value > 0).Select(pair => (pair.Key.Need, pair.Key.Sex)).Distinct().Order()];

    /// <summary>Joiners of a year as stated, moved by the residents of each age and by the trend, before scalings.</summary>
    internal double StatedIn(AcademicYear year) => _demand.Joiners.Sum(pair => (double)pair.Value * residents.Factor(year, pair.Key.YearGroup.Age)) *
        _demand.Trend.JoinerFactor(year.YearsSince(planningCase.Horizon.BaseYear));

    /// <summary>
    /// Expected joiners by row and column in a year that has <paramref name="joiners"/> before scalings. The scalings come on
    /// top, so the sum departs from <paramref name="joiners"/> by exactly what they add or remove.
    /// </summary>
    /// <exception cref="FindingsException">Somebody joins but the profile is empty.</exception>
    internal double[,] Expected(AcademicYear year, double joiners)
    {
        double[] moved = [.. YearGroups.Select(yearGroup => residents.Factor(year, yearGroup.Age))];
        double whole = (double)_demand.Joiners.Values.Sum();
        if (moved.Any(factor => factor != 1))
        {
            whole = _demand.Joiners.Sum(pair => (double)pair.Value * residents.Factor(year, pair.Key.YearGroup.Age));
        }

        if (joiners > 0 && whole == 0)
        {
            throw NoProfile(year);
        }

        double[,] expected = new double[YearGroups.Count, Kinds.Count];
        for (int row = 0; row < YearGroups.Count; row++)
        {
            for (int column = 0; column < Kinds.Count; column++)
            {
                decimal stated = _demand.Joiners.GetValueOrDefault((YearGroups[row], Kinds[column].Need, Kinds[column].Sex));
                expected[row, column] = (double)stated * moved[row] / whole * joiners * (double)Factor(_demand, year, YearGroups[row], Kinds[column].Need) *
                    residents.HomesFactor(year, YearGroups[row].Age);
            }
        }

        return expected;
    }

    /// <summary>Said when somebody must join but nothing says with which year group, need and sex.</summary>
    internal static FindingsException NoProfile(AcademicYear year) => new([Finding.Error(
        "joiners-without-profile",
        $"The stated totals need joiners in {year}, but no year group, need and sex has joiners a year above 0.")]);

    /// <summary>What the scalings of a case make of a joiner.</summary>
    internal static decimal Factor(DemandAssumptions demand, AcademicYear year, YearGroup yearGroup, PrimaryNeed need) => demand.JoinerScalings
        .Where(scaling => year >= scaling.Starting && (scaling.Until is not { } last || year <= last) && scaling.Needs.Contains(need) && yearGroup >= scaling.From && yearGroup <= scaling.To)
        .Aggregate(1m, (factor, scaling) => factor * scaling.Factor);
}
