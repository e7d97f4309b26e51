using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// Annual reviews of a path: each pupil in place who does not change phase gets another level or need by chance. Another level is
/// noted in the pupil's record; for another need the record ends and one that goes on from it begins.
/// </summary>
internal sealed class PathReviews
{
    private const int Levels = LevelOdds.Levels;
    private readonly ReviewChange[] _changes;
    private readonly double[] _observed;
    private readonly double[] _shares;
    private readonly int[][] _applying;
    private readonly bool[] _changesPhase = [.. YearGroup.All.Select(PhaseTransfer.ChangesPhaseAfter)];
    private readonly int[] _phases = [.. YearGroup.All.Select(yearGroup => (int)yearGroup.Phase)];

    internal PathReviews(PathInputs inputs)
    {
        _changes = [.. inputs.Case.Demand.Reviews];
        _shares = new double[_changes.Length];
        _observed = [.. _changes.Select(change => (double)inputs.Case.Demand.Uncertainty.YearsObserved * Math.Max(1, inputs.Case.Stock
            .Where(cell => change.Changes(cell.Need, cell.YearGroup.Phase, cell.Level)).Sum(cell => cell.Pupils)))];
        _applying =
        [
            .. from need in Enum.GetValues<PrimaryNeed>()
               from phase in Enum.GetValues<Phase>()
               from level in Enum.GetValues<ProvisionLevel>()
               select Enumerable.Range(0, _changes.Length).Where(i => _changes[i].Changes(need, phase, level)).ToArray(),
        ];
    }

    /// <summary>Draws the shares of a path: beta distributed, as sure as the years observed make them.</summary>
    internal void Draw(Luck luck)
    {
        DrawSequence draws = new(luck);
        for (int i = 0; i < _changes.Length; i++)
        {
            double share = (double)_changes[i].Share;
            _shares[i] = _observed[i] > 0 ? draws.Beta(share * _observed[i], (1 - share) * _observed[i]) : share;
        }
    }

    /// <summary>Reviews everyone present in a year, whose last level must stand in it already.</summary>
    /// <param name="pupils">Everyone of the path.</param>
    /// <param name="present">Those present; a record that goes on in another is replaced by it.</param>
    /// <param name="year">Year, 1 being the first planned.</param>
    internal void Change(PupilRecords pupils, Span<int> present, int year)
    {
        for (int i = 0; _changes.Length > 0 && i < present.Length; i++)
        {
            PupilRecord record = pupils[present[i]];
            int age = record.AgeAtFirst + year - record.FirstYear;
            byte level = pupils.Level(present[i], year);
            if (_changesPhase[age - 1] || Drawn(record, _applying[(LevelOdds.Group(record.Need, _phases[age]) * Levels) + level], year) is not { } change)
            {
                continue;
            }

            if (change.ToNeed is { } need && (byte)need != record.Need)
            {
                present[i] = GoOn(pupils, present[i], need, age, year);
            }

            pupils.Level(present[i], year) = (byte?)change.ToLevel ?? level;
        }
    }

    private static int GoOn(PupilRecords pupils, int pupil, PrimaryNeed need, int age, int year)
    {
        pupils[pupil].GoesOn = true;
        pupils[pupil].LastYear = (byte)(year - 1);
        return pupils.Add(pupils[pupil] with
        {
            StockRow = -1,
            Need = (byte)need,
            AgeAtFirst = (byte)age,
            FirstYear = (byte)year,
            LastYear = (byte)year,
            Arrival = Arrival.Reviewed,
            GoesOn = false,
        });
    }

    private ReviewChange? Drawn(in PupilRecord record, int[] applying, int year)
    {
        if (applying.Length == 0)
        {
            return null;
        }

        double even = new Luck(record.Luck).Draw(Turn.At(year, Turn.Review));
        foreach (int i in applying)
        {
            even -= _shares[i];
            if (even < 0)
            {
                return _changes[i];
            }
        }

        return null;
    }
}
