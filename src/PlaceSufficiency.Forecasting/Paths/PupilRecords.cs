namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>How a pupil came to hold a plan within a path.</summary>
internal enum Arrival : byte
{
    /// <summary>Held one in the base year.</summary>
    Stock,

    /// <summary>Was given one.</summary>
    Joined,

    /// <summary>Came to live in the authority with one.</summary>
    MovedIn,

    /// <summary>Held one for another need the year before: goes on from the record that <see cref="PupilRecord.GoesOn"/>.</summary>
    Reviewed,
}

/// <summary>One pupil of a path, as numbers: areas, needs and provisions by their place in <see cref="PathInputs"/>.</summary>
internal struct PupilRecord
{
    /// <summary>Key of the pupil's luck.</summary>
    internal ulong Luck;

    /// <summary>Row of the stock table that the pupil is of; -1 for whoever came later.</summary>
    internal int StockRow;

    /// <summary>Home area.</summary>
    internal short Area;

    /// <summary>Primary need.</summary>
    internal byte Need;

    /// <summary>Sex.</summary>
    internal byte Sex;

    /// <summary>Age on 31 August before the first year: year group plus 4.</summary>
    internal byte AgeAtFirst;

    /// <summary>First year with a plan, 0 being the base year.</summary>
    internal byte FirstYear;

    /// <summary>Last year with a plan so far.</summary>
    internal byte LastYear;

    /// <summary>How the pupil came.</summary>
    internal Arrival Arrival;

    /// <summary>Whether the plan goes on for another need, in a record that comes later.</summary>
    internal bool GoesOn;

    /// <summary>Why the plan ended: a <see cref="Domain.Demand.LeavingReason"/>; read only where the last year is before the horizon's.</summary>
    internal byte Reason;
}

/// <summary>Everyone who holds a plan in any year of a path. Made once a thread and filled anew for every path, so that memory stays level.</summary>
internal sealed class PupilRecords(int years)
{
    private PupilRecord[] _records = new PupilRecord[1024];
    private byte[] _levels = new byte[1024 * years];

    /// <summary>Years of the horizon, the base year included.</summary>
    internal int Years => years;

    /// <summary>How many pupils there are.</summary>
    internal int Count { get; private set; }

    /// <summary>The pupil of that number.</summary>
    internal ref PupilRecord this[int pupil] => ref _records[pupil];

    /// <summary>Forgets everyone.</summary>
    internal void Clear() => Count = 0;

    /// <summary>Adds a pupil and gives its number.</summary>
    internal int Add(in PupilRecord record)
    {
        if (Count == _records.Length)
        {
            Array.Resize(ref _records, Count * 2);
            Array.Resize(ref _levels, Count * 2 * years);
        }

        _records[Count] = record;
        return Count++;
    }

    /// <summary>Level called for in a year of the horizon.</summary>
    internal ref byte Level(int pupil, int year) => ref _levels[(pupil * years) + year];

    /// <summary>Levels from the first year with a plan to the last.</summary>
    internal ReadOnlySpan<byte> LevelsOf(int pupil)
    {
        ref PupilRecord record = ref _records[pupil];
        return _levels.AsSpan((pupil * years) + record.FirstYear, record.LastYear - record.FirstYear + 1);
    }
}
