using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>One path counted: pupils holding a plan by year, year group, need, level and sex, and how many came and went each year.</summary>
public sealed class PathCounts
{
    private static readonly int _needs = Enum.GetValues<PrimaryNeed>().Length;
    private static readonly int _reasons = Enum.GetValues<LeavingReason>().Length;
    private static readonly Phase[] _phases = Enum.GetValues<Phase>();
    private static readonly int[] _phaseOf = [.. YearGroup.All.Select(yearGroup => (int)yearGroup.Phase)];

    private readonly Horizon _horizon;
    private readonly int[] _stock;
    private readonly int[] _totals;
    private readonly int[] _joined;
    private readonly int[] _movedIn;
    private readonly int[] _left;
    private readonly int[] _leftInPhase;
    private readonly int[] _reviewed;

    internal PathCounts(Horizon horizon)
    {
        _horizon = horizon;
        int years = horizon.AllYears.Count;
        _stock = new int[years * CellsAYear];
        (_totals, _joined, _movedIn, _left) = (new int[years], new int[years], new int[years], new int[years * _reasons]);
        (_leftInPhase, _reviewed) = (new int[years * _phases.Length], new int[years]);
    }

    /// <summary>Cells of one year: year groups times needs times levels times sexes.</summary>
    internal static int CellsAYear => YearGroup.All.Count * _needs * LevelOdds.Levels * 2;

    /// <summary>Pupils holding a plan in a year.</summary>
    public int Stock(AcademicYear year) => _totals[Index(year)];

    /// <summary>Pupils of a year group, need, level and sex holding a plan in a year.</summary>
    public int Stock(AcademicYear year, YearGroup yearGroup, PrimaryNeed need, ProvisionLevel level, Sex sex) =>
        _stock[(Index(year) * CellsAYear) + Cell(yearGroup.Age, (int)need, (int)level, (int)sex)];

    /// <summary>Pupils who were given a plan and whose first year it is; 0 in the base year.</summary>
    public int Joiners(AcademicYear year) => _joined[Index(year)];

    /// <summary>Pupils who came to live in the authority with a plan and whose first year it is; 0 in the base year.</summary>
    public int MoversIn(AcademicYear year) => _movedIn[Index(year)];

    /// <summary>Pupils whose last year it was, by reason; 0 in the last year of the horizon, whose next is unknown.</summary>
    public int Leavers(AcademicYear year, LeavingReason reason) => _left[(Index(year) * _reasons) + (int)reason];

    /// <summary>Pupils whose last year it was, whatever the reason.</summary>
    public int Leavers(AcademicYear year) => _left.AsSpan(Index(year) * _reasons, _reasons).ToArray().Sum();

    /// <summary>Pupils of a phase whose last year it was: post-16 and post-19 cessation among them.</summary>
    public int Leavers(AcademicYear year, Phase phase) => _leftInPhase[(Index(year) * _phases.Length) + (int)phase];

    /// <summary>Pupils who hold a plan for another need than the year before.</summary>
    public int NeedChanges(AcademicYear year) => _reviewed[Index(year)];

    /// <summary>Cell of a year.</summary>
    internal static int Cell(int age, int need, int level, int sex) => (((((age * _needs) + need) * LevelOdds.Levels) + level) * 2) + sex;

    /// <summary>The cells of a year of the horizon, 0 being the base year.</summary>
    internal ReadOnlySpan<int> CellsOf(int year) => _stock.AsSpan(year * CellsAYear, CellsAYear);

    /// <summary>Counts everyone of a path anew.</summary>
    internal void Fill(PupilRecords pupils)
    {
        int last = _totals.Length - 1;
        foreach (int[] counts in (int[][])[_stock, _totals, _joined, _movedIn, _left, _leftInPhase, _reviewed])
        {
            Array.Clear(counts);
        }

        for (int pupil = 0; pupil < pupils.Count; pupil++)
        {
            ref PupilRecord record = ref pupils[pupil];
            for (int year = record.FirstYear; year <= record.LastYear; year++)
            {
                int age = record.AgeAtFirst + year - record.FirstYear;
                _stock[(year * CellsAYear) + Cell(age, record.Need, pupils.Level(pupil, year), record.Sex)]++;
                _totals[year]++;
            }

            _joined[record.FirstYear] += record.Arrival == Arrival.Joined ? 1 : 0;
            _movedIn[record.FirstYear] += record.Arrival == Arrival.MovedIn ? 1 : 0;
            _reviewed[record.FirstYear] += record.Arrival == Arrival.Reviewed ? 1 : 0;
            if (record.LastYear < last && !record.GoesOn)
            {
                _left[(record.LastYear * _reasons) + record.Reason]++;
                _leftInPhase[(record.LastYear * _phases.Length) + _phaseOf[record.AgeAtFirst + record.LastYear - record.FirstYear]]++;
            }
        }
    }

    private int Index(AcademicYear year)
    {
        int index = year.YearsSince(_horizon.BaseYear);
        ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(year));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _totals.Length, nameof(year));
        return index;
    }
}
