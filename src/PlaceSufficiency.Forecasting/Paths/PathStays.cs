using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>Puts pupils of a path who are alike in every year into one stay, numbered in the order of the central forecast's stays.</summary>
internal sealed class PathStays
{
    private static readonly ProvisionLevel[] _levels = Enum.GetValues<ProvisionLevel>();

    private readonly PathInputs _inputs;
    private readonly IReadOnlyList<AcademicYear> _years;
    private readonly int[] _placeOrder;

    internal PathStays(PathInputs inputs)
    {
        _inputs = inputs;
        _years = inputs.Case.Horizon.AllYears;
        string?[] places = [.. inputs.Case.Stock.Select(cell => cell.Current?.Value).Distinct().Order(StringComparer.Ordinal)];
        _placeOrder = [.. inputs.Case.Stock.Select(cell => Array.IndexOf(places, cell.Current?.Value))];
    }

    /// <summary>The stays of everyone of a path.</summary>
    internal IReadOnlyList<Stay> Of(PupilRecords pupils)
    {
        int[] order = [.. Enumerable.Range(0, pupils.Count)];
        Array.Sort(order, (left, right) => Compare(pupils, left, right));
        List<Stay> stays = [];
        for (int from = 0; from < order.Length;)
        {
            int to = from + 1;
            while (to < order.Length && Compare(pupils, order[from], order[to]) == 0)
            {
                to++;
            }

            stays.Add(ToStay(pupils, order[from], stays.Count, to - from));
            from = to;
        }

        return stays;
    }

    private int Compare(PupilRecords pupils, int left, int right)
    {
        ref PupilRecord a = ref pupils[left];
        ref PupilRecord b = ref pupils[right];
        int alike = Order(a).CompareTo(Order(b));
        return alike != 0 ? alike : pupils.LevelsOf(left).SequenceCompareTo(pupils.LevelsOf(right));
    }

    private (ulong Who, ulong Where) Order(in PupilRecord record)
    {
        ulong who = ((((((ulong)record.FirstYear << 8) | record.AgeAtFirst) << 8) | record.Need) << 8) | record.Sex;
        ulong place = record.StockRow < 0 ? 0 : (ulong)(1 + _placeOrder[record.StockRow]);
        return (who, ((ulong)(ushort)record.Area << 40) | (place << 8) | record.LastYear);
    }

    private Stay ToStay(PupilRecords pupils, int pupil, int number, int count)
    {
        ref PupilRecord record = ref pupils[pupil];
        ReadOnlySpan<byte> called = pupils.LevelsOf(pupil);
        ProvisionLevel[] levels = new ProvisionLevel[called.Length];
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = _levels[called[i]];
        }

        return new Stay(
            number,
            _inputs.Case.Areas[record.Area].Id,
            (PrimaryNeed)record.Need,
            (Sex)record.Sex,
            _years[record.FirstYear],
            _years[record.LastYear],
            YearGroup.OfAge(record.AgeAtFirst),
            levels,
            record.StockRow < 0 ? null : _inputs.Case.Stock[record.StockRow].Current,
            count);
    }
}
