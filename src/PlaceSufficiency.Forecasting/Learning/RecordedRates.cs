using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>
/// Rates of joining and leaving by year group, as of the last year of a record. First each year group's own, partially pooled:
/// it borrows from year groups like it and from <see cref="BorrowedRates"/> as if <see cref="BorrowedPupils"/> pupil-years (leaving) or
/// <see cref="BorrowedJoiners"/> joiners (joining) of those had been seen among its own. Then one level for all year groups,
/// followed from year to year by <see cref="LocalLevel"/>.
/// </summary>
internal sealed class RecordedRates
{
    /// <summary>How many pupil-years of wider rates a year group's share that leaves borrows.</summary>
    internal const double BorrowedPupils = 30;

    /// <summary>How many joiners of wider ages are mixed into the authority's.</summary>
    internal const double BorrowedJoiners = 10;

    /// <summary>
    /// Noise and drift of person-level rates. Smaller than those of published tables, whose years begin and end on different days:
    /// chosen so that the interval of each of the six folds of a public demonstration set is under twice as wide as that of pooled
    /// rates (README.md says what else its outcomes were used for).
    /// </summary>
    internal static readonly DemandUncertainty Uncertainty = DemandUncertainty.Default with
    {
        JoinerNoise = 0.05m,
        JoinerDrift = 0.035m,
        NeedDrift = 0.05m,
        LeaverNoise = 0.05m,
        LeaverDrift = 0.05m,
    };

    private readonly int[] _joined = new int[YearGroup.All.Count];
    private readonly int[] _left = new int[YearGroup.All.Count];
    private readonly int[] _held = new int[YearGroup.All.Count];
    private readonly double[] _exposed = new double[YearGroup.All.Count];
    private readonly PlanRecords _records;
    private readonly BorrowedRates _borrowed;

    internal RecordedRates(PlanRecords records, BorrowedRates borrowed)
    {
        (_records, _borrowed) = (records, borrowed);
        foreach (PlanYear row in records.Rows)
        {
            _joined[row.After?.YearGroup.Age ?? 0] += row.Before is null ? 1 : 0;
            _left[row.Before?.YearGroup.Age ?? 0] += row.After is null ? 1 : 0;
            _held[row.Before?.YearGroup.Age ?? 0] += row.Before is null ? 0 : 1;
        }

        foreach (AcademicYear year in records.Years)
        {
            foreach (YearGroup yearGroup in YearGroup.All)
            {
                _exposed[yearGroup.Age] += Residents(year.Next, yearGroup);
            }
        }

        JoinerShares = [.. YearGroup.All.Select(OwnJoining)];
        LeaverShares = [.. YearGroup.All.Select(OwnLeaving)];
        Follow(JoinerShares, Uncertainty.JoinerNoise, Uncertainty.JoinerDrift, EnglandRates.JoinerTrend, row => row.Before is null, (year, yearGroup) => Residents(year.Next, yearGroup));
        Follow(LeaverShares, Uncertainty.LeaverNoise, Uncertainty.LeaverDrift, EnglandRates.LeaverTrend, row => row.After is null, Held);
        for (int age = 0; age < LeaverShares.Length; age++)
        {
            LeaverShares[age] = Math.Min(1, LeaverShares[age]);
        }

        LeaverShares[YearGroup.Oldest.Age] = 1;
    }

    /// <summary>Joiners a resident of each year group; joiners a year where residents are not known.</summary>
    internal double[] JoinerShares { get; }

    /// <summary>Share of each year group that leaves, 0 to 1.</summary>
    internal double[] LeaverShares { get; }

    /// <summary>Joiners of a year group expected in a year with that year's residents.</summary>
    internal double JoinersIn(AcademicYear year, YearGroup yearGroup) => JoinerShares[yearGroup.Age] * Residents(year, yearGroup);

    private double OwnJoining(YearGroup yearGroup)
    {
        double all = _joined.Sum();
        double joined = (_joined[yearGroup.Age] + (BorrowedJoiners * _borrowed.JoinerShare(yearGroup))) * all / (all + BorrowedJoiners);
        return _exposed[yearGroup.Age] > 0 ? joined / _exposed[yearGroup.Age] : 0;
    }

    private double OwnLeaving(YearGroup yearGroup)
    {
        (int from, int to) = yearGroup.Value switch
        {
            <= 10 => (YearGroup.Youngest.Value, 10),
            >= 15 => (15, YearGroup.Oldest.Value),
            _ => (yearGroup.Value, yearGroup.Value),
        };
        double left = YearGroup.All.Where(each => each.Value >= from && each.Value <= to).Sum(each => _left[each.Age]);
        double held = YearGroup.All.Where(each => each.Value >= from && each.Value <= to).Sum(each => _held[each.Age]);
        return (left + (BorrowedPupils * _borrowed.LeaverShare(yearGroup))) / (held + BorrowedPupils);
    }

    /// <summary>Moves rates to the level of the last year.</summary>
    private void Follow(double[] rates, decimal noise, decimal drift, double trend, Func<PlanYear, bool> happened, Func<AcademicYear, YearGroup, double> exposed)
    {
        (double Shown, int Count)[] years = [.. _records.Years.Select(year =>
        {
            int count = Math.Max(1, _records.Rows.Count(row => row.Year == year && happened(row)));
            double expected = YearGroup.All.Sum(yearGroup => rates[yearGroup.Age] * exposed(year, yearGroup));
            return (expected > 0 ? Math.Log(count / expected) : 0, count);
        })];
        double level = LocalLevel.Last([.. years.Select(year => year.Shown)], [.. years.Select(year => year.Count)], (double)noise, (double)drift, trend);
        for (int age = 0; age < rates.Length; age++)
        {
            rates[age] *= Math.Exp(level);
        }
    }

    private double Residents(AcademicYear year, YearGroup yearGroup) =>
        _records.Residents.IsEmpty ? 1 : _records.Residents.GetValueOrDefault((year, yearGroup));

    private double Held(AcademicYear year, YearGroup yearGroup) =>
        _records.Rows.Count(row => row.Year == year && row.Before?.YearGroup == yearGroup);
}
