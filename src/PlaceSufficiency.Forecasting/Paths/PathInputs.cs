using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Movement;
using PlaceSufficiency.Forecasting.Population;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>A case as arrays, made once for all its paths: never changed afterwards, so that threads may share it.</summary>
internal sealed class PathInputs
{
    private readonly double[][] _areas;
    private readonly double[] _residents;
    private readonly double[] _factors;
    private readonly double[] _earlier;

    /// <exception cref="FindingsException">Totals are stated for some planned years only, or somebody joins whose level nothing tells.</exception>
    internal PathInputs(PlanningCase planningCase)
    {
        Forecaster.CheckTotals(planningCase);
        Case = planningCase;
        Years = planningCase.Horizon.AllYears.Count;
        Totals = TotalsOf(planningCase);
        Joiners = [.. planningCase.Demand.Joiners.Where(pair => pair.Value > 0).Select(pair => new JoinerCell(pair.Key.YearGroup, pair.Key.Need, pair.Key.Sex, (double)pair.Value))];
        Leavers = new LeaverPools(planningCase);
        Reasons = new LeaverReasons(planningCase.Demand);
        Levels = new LevelOdds(planningCase);
        Stock = StockOf(planningCase);
        ResidentOutlook residents = new(planningCase);
        _areas = [.. Cells(planningCase, (year, age) => Running(residents.Weights(year, age)))];
        _residents = [.. Cells(planningCase, residents.Factor)];
        _factors = [.. planningCase.Horizon.AllYears.SelectMany(year => Joiners.Select(cell =>
            (double)JoinerProfile.Factor(planningCase.Demand, year, cell.YearGroup, cell.Need) * residents.HomesFactor(year, cell.YearGroup.Age)))];
        _earlier = [.. Cells(planningCase, (year, age) => Leaving.EarlierShare(planningCase.Demand, year, YearGroup.OfAge(age)))];
        HasLevers = Forecaster.HasLevers(planningCase.Demand);
        Movers = new MoversIn(planningCase);
        CheckLevels();
    }

    /// <summary>The case.</summary>
    internal PlanningCase Case { get; }

    /// <summary>Years of the horizon, the base year included.</summary>
    internal int Years { get; }

    /// <summary>Stated total of each year, the base year's left at 0; null when paths are free of them.</summary>
    internal int[]? Totals { get; }

    /// <summary>Cells that somebody joins in, in order of year group, need and sex.</summary>
    internal JoinerCell[] Joiners { get; }

    /// <summary>Shares that leave.</summary>
    internal LeaverPools Leavers { get; }

    /// <summary>Reasons of those who leave.</summary>
    internal LeaverReasons Reasons { get; }

    /// <summary>Levels called for.</summary>
    internal LevelOdds Levels { get; }

    /// <summary>One record a pupil of the stock, with its level.</summary>
    internal (PupilRecord Record, byte Level)[] Stock { get; }

    /// <summary>Whether anything comes on top of what totals or joiners say.</summary>
    internal bool HasLevers { get; }

    /// <summary>Pupils who move into new homes.</summary>
    internal MoversIn Movers { get; }

    /// <summary>Share of those of an age who would stay on into a year that policies cease all the same.</summary>
    internal double EarlierShare(int into, int age) => _earlier[(into * YearGroup.All.Count) + age];

    /// <summary>What scalings make of a joiner of a cell in a year.</summary>
    internal double Factor(int year, int cell) => _factors[(year * Joiners.Length) + cell];

    /// <summary>Residents of an age in a year over those of the base year, which the rate of joining multiplies.</summary>
    internal double Residents(int year, int age) => _residents[(year * YearGroup.All.Count) + age];

    /// <summary>The home area of somebody who joins at an age in a year, for an even draw.</summary>
    internal short Area(int year, int age, double even)
    {
        double[] running = _areas[(year * YearGroup.All.Count) + age];
        int found = Array.BinarySearch(running, even * running[^1]);
        int area = found >= 0 ? found + 1 : ~found;
        return (short)Math.Min(area, running.Length - 1);
    }

    private static int[]? TotalsOf(PlanningCase planningCase) =>
        planningCase.Demand.StatedTotals.IsEmpty || planningCase.Demand.Uncertainty.Totals == TotalsRole.SetAside
            ? null
            : [.. planningCase.Horizon.AllYears.Select(year => planningCase.Demand.StatedTotals.GetValueOrDefault(year))];

    private static (PupilRecord, byte)[] StockOf(PlanningCase planningCase)
    {
        Dictionary<Domain.Geography.PlanningAreaId, short> areas = planningCase.Areas.Select((area, i) => (area.Id, i)).ToDictionary(pair => pair.Id, pair => (short)pair.i);
        return
        [
            .. planningCase.Stock.SelectMany((cell, row) => Enumerable.Repeat(
                (new PupilRecord
                {
                    StockRow = row, Area = areas[cell.Area], Need = (byte)cell.Need, Sex = (byte)cell.Sex, AgeAtFirst = (byte)cell.YearGroup.Age,
                }, (byte)cell.Level),
                cell.Pupils)),
        ];
    }

    private static IEnumerable<T> Cells<T>(PlanningCase planningCase, Func<AcademicYear, int, T> of) =>
        planningCase.Horizon.AllYears.SelectMany(year => YearGroup.All.Select(yearGroup => of(year, yearGroup.Age)));

    private static double[] Running(double[] weights)
    {
        double sum = 0;
        return [.. weights.Select(weight => sum += weight)];
    }

    private void CheckLevels()
    {
        LevelGroup[] unknown =
        [
            .. Joiners.Select(cell => new LevelGroup(cell.Need, cell.YearGroup.Phase, null))
                .Concat(Movers.Cells.Select(cell => new LevelGroup(cell.Need, cell.YearGroup.Phase, null))).Distinct()
                .Where(group => !Levels.Knows(LevelOdds.Group((int)group.Need, (int)group.Phase))),
        ];
        if (unknown.Length > 0)
        {
            throw LevelTargets.NoLevel(unknown[0]);
        }
    }
}
