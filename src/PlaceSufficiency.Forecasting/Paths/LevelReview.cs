using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// Decides the level of those who move up into another phase. Those of a need together come as near to the shares drawn as chance
/// lets them, with as few changing level as can be: a level with more than its share lets each of its own go with the same chance,
/// the least specialist to the least specialist level that lacks some.
/// </summary>
internal sealed class LevelReview(PathInputs inputs)
{
    private const int Levels = LevelOdds.Levels;

    private readonly bool[] _changesPhase = [.. YearGroup.All.Select(PhaseTransfer.ChangesPhaseAfter)];
    private readonly int[] _phases = [.. YearGroup.All.Select(yearGroup => (int)yearGroup.Phase)];
    private readonly int[] _counts = new int[LevelOdds.Group(Enum.GetValues<PrimaryNeed>().Length, 0) * 2 * Levels];
    private readonly int[] _group = new int[LevelOdds.Group(Enum.GetValues<PrimaryNeed>().Length, 0)];

    /// <summary>Gives everyone who moves up into the year their level; their last level must stand in it already.</summary>
    internal void MoveUp(PupilRecords pupils, ReadOnlySpan<int> present, DrawnRates rates, int year)
    {
        Array.Clear(_counts);
        for (int group = 0; group < _group.Length; group++)
        {
            _group[group] = !inputs.Levels.Reviews(group) ? 0 : inputs.Levels.Apart(year, group) ? 2 : 1;
        }

        foreach (int pupil in present)
        {
            int at = At(pupils[pupil], year);
            if (at >= 0)
            {
                _counts[at + pupils.Level(pupil, year)]++;
            }
        }

        foreach (int pupil in present)
        {
            int at = At(pupils[pupil], year);
            if (at >= 0)
            {
                ref PupilRecord record = ref pupils[pupil];
                int group = at / (2 * Levels);
                double even = new Luck(record.Luck).Draw(Turn.At(year, Turn.Level));
                ref byte level = ref pupils.Level(pupil, year);
                level = Decided(_counts.AsSpan(at, Levels), rates.Levels(year, group, record.Sex), level, even);
            }
        }
    }

    /// <summary>Where the counts of the pupil's group start; -1 when its level stands.</summary>
    private int At(in PupilRecord record, int year)
    {
        int age = record.AgeAtFirst + year - record.FirstYear;
        if (!_changesPhase[age - 1])
        {
            return -1;
        }

        int group = LevelOdds.Group(record.Need, _phases[age]);
        return _group[group] == 0 ? -1 : ((group * 2) + (_group[group] == 2 ? record.Sex : 0)) * Levels;
    }

    private static byte Decided(ReadOnlySpan<int> counts, ReadOnlySpan<double> shares, byte level, double even)
    {
        int pupils = counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
        double going = 1 - Math.Min(1, shares[level] * pupils / counts[level]);
        if (even >= going)
        {
            return level;
        }

        // Those who go stand in order of level, and so do the places that levels lack: the same point of both.
        double point = even / going * Math.Max(0, counts[level] - (shares[level] * pupils));
        for (int before = 0; before < level; before++)
        {
            point += Math.Max(0, counts[before] - (shares[before] * pupils));
        }

        byte found = level;
        for (int to = 0; to < Levels && point >= 0; to++)
        {
            double lacking = (shares[to] * pupils) - counts[to];
            if (lacking > 0)
            {
                found = (byte)to;
                point -= lacking;
            }
        }

        return found;
    }
}
