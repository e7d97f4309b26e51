using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Population;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>
/// Who joins in a year, in whole pupils: first the year's total, then by year group and by need and sex, then by home area in
/// proportion to residents of the age. Each margin is carried from year to year, so that rare needs and small areas get theirs.
/// </summary>
internal sealed class Joining
{
    private readonly PlanningCase _case;
    private readonly JoinerProfile _profile;
    private readonly ResidentOutlook _population;
    private readonly CarriedRounding _total = new(1);
    private readonly CarriedRounding _yearGroups;
    private readonly CarriedRounding _kinds;
    private readonly CarriedRounding _areas;
    private readonly MoversIn _movers;
    private readonly CarriedRounding _moving;

    internal Joining(PlanningCase planningCase)
    {
        _case = planningCase;
        _population = new ResidentOutlook(planningCase);
        _profile = new JoinerProfile(planningCase, _population);
        _yearGroups = new CarriedRounding(_profile.YearGroups.Count);
        _kinds = new CarriedRounding(_profile.Kinds.Count);
        _areas = new CarriedRounding(planningCase.Areas.Length);
        _movers = new MoversIn(planningCase);
        _moving = new CarriedRounding(_movers.Cells.Length);
    }

    /// <summary>Joiners of a year as the case states them, before scalings.</summary>
    internal double StatedIn(AcademicYear year) => _profile.StatedIn(year);

    /// <summary>The joiners of a year, without a level yet.</summary>
    /// <param name="year">A planned year.</param>
    /// <param name="joiners">Joiners before scalings.</param>
    internal IReadOnlyList<FollowedPupil> Of(AcademicYear year, double joiners)
    {
        double[,] expected = _profile.Expected(year, joiners);
        int total = _total.Round([expected.Cast<double>().Sum()], [int.MaxValue])[0];
        if (total == 0)
        {
            return [];
        }

        int[] byYearGroup = _yearGroups.Share(RowSums(expected), total);
        int[] byKind = _kinds.Share(ColumnSums(expected), total);
        int[,] cells = Table(expected, byYearGroup, byKind, year);
        (YearGroup YearGroup, PrimaryNeed Need, Sex Sex, int Pupils)[] groups =
        [
            .. from row in Enumerable.Range(0, byYearGroup.Length)
               from column in Enumerable.Range(0, byKind.Length)
               where cells[row, column] > 0
               select (_profile.YearGroups[row], _profile.Kinds[column].Need, _profile.Kinds[column].Sex, cells[row, column]),
        ];
        return AtHome(groups, year);
    }

    /// <summary>Those who come to live in new homes with a plan in a year, without a level yet.</summary>
    internal IReadOnlyList<FollowedPupil> MovingIn(AcademicYear year)
    {
        double[] expected = _movers.Expected(year.YearsSince(_case.Horizon.BaseYear));
        if (expected.Length == 0)
        {
            return [];
        }

        int[] whole = _moving.Round(expected, [.. Enumerable.Repeat(int.MaxValue, expected.Length)]);
        return
        [
            .. from cell in Enumerable.Range(0, whole.Length)
               from pupil in Enumerable.Range(0, whole[cell])
               let mover = _movers.Cells[cell]
               select new FollowedPupil(_case.Areas[mover.Area].Id, mover.Need, mover.Sex, year, mover.YearGroup, null),
        ];
    }

    private List<FollowedPupil> AtHome((YearGroup YearGroup, PrimaryNeed Need, Sex Sex, int Pupils)[] groups, AcademicYear year)
    {
        double[,] expected = new double[groups.Length, _case.Areas.Length];
        for (int row = 0; row < groups.Length; row++)
        {
            double[] weights = _population.Weights(year, groups[row].YearGroup.Age);
            double persons = weights.Sum();
            for (int area = 0; area < weights.Length; area++)
            {
                expected[row, area] = weights[area] / persons * groups[row].Pupils;
            }
        }

        int[] byGroup = [.. groups.Select(group => group.Pupils)];
        int[,] cells = Table(expected, byGroup, _areas.Share(ColumnSums(expected), byGroup.Sum()), year);
        return
        [
            .. from row in Enumerable.Range(0, groups.Length)
               from area in Enumerable.Range(0, _case.Areas.Length)
               from pupil in Enumerable.Range(0, cells[row, area])
               select new FollowedPupil(_case.Areas[area].Id, groups[row].Need, groups[row].Sex, year, groups[row].YearGroup, null),
        ];
    }

    /// <summary>A whole table of both margins; where none exists, of the rows alone, each spread along its columns.</summary>
    private int[,] Table(double[,] expected, int[] rows, int[] columns, AcademicYear year)
    {
        int number = year.YearsSince(_case.Horizon.BaseYear);
        try
        {
            return ControlledRounding.TwoWay(expected, rows, columns, number).Cells;
        }
        catch (NoWholeTableException)
        {
            return ByRowsAlone(expected, rows, number);
        }
    }

    private static int[,] ByRowsAlone(double[,] expected, int[] rows, int number)
    {
        int[,] cells = new int[expected.GetLength(0), expected.GetLength(1)];
        for (int row = 0; row < rows.Length; row++)
        {
            double[] weights = [.. Enumerable.Range(0, cells.GetLength(1)).Select(column => expected[row, column])];
            int[] whole = ControlledRounding.Systematic(weights, rows[row], ControlledRounding.Start(number + row));
            for (int column = 0; column < whole.Length; column++)
            {
                cells[row, column] = whole[column];
            }
        }

        return cells;
    }

    private static double[] RowSums(double[,] table) =>
        [.. Enumerable.Range(0, table.GetLength(0)).Select(row => Enumerable.Range(0, table.GetLength(1)).Sum(column => table[row, column]))];

    private static double[] ColumnSums(double[,] table) =>
        [.. Enumerable.Range(0, table.GetLength(1)).Select(column => Enumerable.Range(0, table.GetLength(0)).Sum(row => table[row, column]))];
}
