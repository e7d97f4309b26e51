using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Movement;
using PlaceSufficiency.Forecasting.Population;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// Who joins in a year of a path. Free of totals, a whole number of each cell is drawn about its expectation; with a total, the
/// number is given and each joiner's cell is drawn. Scalings then keep, drop or repeat each joiner by that joiner's own luck.
/// </summary>
internal sealed class PathJoiners(PathInputs inputs)
{
    private readonly int[] _phases = [.. YearGroup.All.Select(yearGroup => (int)yearGroup.Phase)];
    private readonly double[] _running = new double[inputs.Joiners.Length];

    /// <summary>Adds the joiners of a year.</summary>
    /// <param name="pupils">Everyone of the path.</param>
    /// <param name="rates">Rates of the path.</param>
    /// <param name="luck">Luck of the path's joiners.</param>
    /// <param name="year">Year, 1 being the first planned.</param>
    /// <param name="number">How many join before scalings; null when each cell follows its own expectation.</param>
    /// <param name="levers">Whether scalings and new homes come on top.</param>
    internal void Join(PupilRecords pupils, DrawnRates rates, Luck luck, int year, int? number, bool levers)
    {
        Luck ofYear = luck.For((ulong)year);
        if (levers)
        {
            MoveIn(pupils, rates, ofYear.For(ulong.MaxValue), year);
        }

        if (number is { } given)
        {
            JoinByNumber(pupils, rates, ofYear, year, given, levers);
            return;
        }

        for (int cell = 0; cell < inputs.Joiners.Length; cell++)
        {
            Luck ofCell = ofYear.For((ulong)cell);
            int joining = new DrawSequence(ofCell).Poisson(rates.Joiners(year, cell));
            for (int i = 0; i < joining; i++)
            {
                Add(pupils, rates, ofCell.For((ulong)i), year, cell, levers);
            }
        }
    }

    private void JoinByNumber(PupilRecords pupils, DrawnRates rates, Luck luck, int year, int number, bool levers)
    {
        double sum = 0;
        for (int cell = 0; cell < _running.Length; cell++)
        {
            _running[cell] = sum += rates.Joiners(year, cell);
        }

        if (number > 0 && sum == 0)
        {
            throw JoinerProfile.NoProfile(inputs.Case.Horizon.AllYears[year]);
        }

        for (int i = 0; i < number; i++)
        {
            Luck own = luck.For((ulong)i);
            int found = Array.BinarySearch(_running, own.Draw(Turn.At(year, Turn.Cell)) * sum);
            int cell = found >= 0 ? found + 1 : ~found;
            Add(pupils, rates, own, year, Math.Min(cell, _running.Length - 1), levers);
        }
    }

    private void Add(PupilRecords pupils, DrawnRates rates, Luck luck, int year, int cell, bool levers)
    {
        int copies = levers ? (int)Math.Floor(inputs.Factor(year, cell) + luck.Draw(Turn.At(year, Turn.Copies))) : 1;
        for (int copy = 0; copy < copies; copy++)
        {
            AddOne(pupils, rates, copy == 0 ? luck : luck.For((ulong)copy), year, inputs.Joiners[cell]);
        }
    }

    /// <summary>Pupils who come to live in new homes with a plan: a whole number drawn about what each cell expects.</summary>
    private void MoveIn(PupilRecords pupils, DrawnRates rates, Luck luck, int year)
    {
        double[] expected = inputs.Movers.Expected(year);
        DrawSequence draws = new(luck);
        for (int cell = 0; cell < expected.Length; cell++)
        {
            int moving = draws.Poisson(expected[cell]);
            for (int i = 0; i < moving; i++)
            {
                MoverCell mover = inputs.Movers.Cells[cell];
                Add(pupils, rates, luck.For((ulong)cell).For((ulong)i), year, mover.YearGroup, mover.Need, mover.Sex, (short)mover.Area, Arrival.MovedIn);
            }
        }
    }

    private void AddOne(PupilRecords pupils, DrawnRates rates, Luck luck, int year, in JoinerCell cell) => Add(
        pupils, rates, luck, year, cell.YearGroup, cell.Need, cell.Sex, inputs.Area(year, cell.YearGroup.Age, luck.Draw(Turn.At(year, Turn.Area))), Arrival.Joined);

    private void Add(
        PupilRecords pupils, DrawnRates rates, Luck luck, int year, YearGroup yearGroup, PrimaryNeed need, Sex sex, short area, Arrival arrival)
    {
        int age = yearGroup.Age;
        int pupil = pupils.Add(new PupilRecord
        {
            Luck = luck.Key,
            StockRow = -1,
            Area = area,
            Need = (byte)need,
            Sex = (byte)sex,
            AgeAtFirst = (byte)age,
            FirstYear = (byte)year,
            LastYear = (byte)year,
            Arrival = arrival,
        });
        ReadOnlySpan<double> shares = rates.Levels(year, LevelOdds.Group((int)need, _phases[age]), (int)sex);
        pupils.Level(pupil, year) = Level(shares, luck.Draw(Turn.At(year, Turn.Level)));
    }

    private static byte Level(ReadOnlySpan<double> shares, double even)
    {
        int level = 0;
        int last = 0;
        for (; level < shares.Length && even >= 0; level++)
        {
            last = shares[level] > 0 ? level : last;
            even -= shares[level];
        }

        return (byte)last;
    }
}
