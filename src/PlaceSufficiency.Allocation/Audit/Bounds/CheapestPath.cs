using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Reach;
using PlaceSufficiency.Allocation.Audit.Tiers;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// The cheapest priced path of one pupil of a stay, among all paths that the rules allow, by recursion from the last year back:
/// what the years from <c>t</c> on cost at least, for each candidate where the pupil may have been the year before. Prices the stays of
/// one home area at one set of prices.
/// </summary>
internal sealed class CheapestPath(AuditedPlan audited, CaseReach caseReach, AreaReach reach, AreaPence pence, PricedYears prices)
{
    private readonly double[] _rest = new double[reach.Provisions.Length];
    private readonly int[] _fitsIn = new int[reach.Provisions.Length];
    private int _step;
    private PupilKind _kind;

    // The cheapest start of a year, where it is, and the cheapest anywhere else.
    private double _start;
    private int _startAt;
    private double _startElsewhere;

    /// <summary>Cost of the cheapest path of one pupil; 0 for a stay without planned years.</summary>
    /// <param name="stay">A stay of the area.</param>
    /// <param name="current">Candidate of its base-year place; -1 for none.</param>
    internal double Of(Stay stay, int current)
    {
        int first = Math.Max(0, audited.Index.Of(stay.FirstYear));
        (double free, double lost) = (0, 0);
        _step += 2;
        for (int t = audited.Index.Of(stay.LastYear); t >= first; t--)
        {
            AcademicYear year = audited.Horizon.PlannedYears[t];
            bool reopens = year > stay.FirstYear && PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(year.Previous));
            double unplaced = prices.Unplaced[(int)stay.LevelIn(year)] + free;
            Enter(PupilKind.Of(stay, year), t, lost);
            free = Math.Min(unplaced, _start);
            lost = Math.Min(unplaced, _start + (reopens ? 0 : prices.LostPlace));
            Leave(reopens, t);
        }

        return current < 0 ? free : _fitsIn[current] == _step ? _rest[current] : lost;
    }

    /// <summary>
    /// Prices being at each candidate that fits this year, from this year on; a pupil whose place does not fit the year after has <paramref name="restLost"/> to pay.
    /// </summary>
    private void Enter(PupilKind kind, int t, double restLost)
    {
        _step++;
        (_start, _startAt, _startElsewhere) = (double.PositiveInfinity, -1, double.PositiveInfinity);
        Phase phase = kind.YearGroup.Phase;
        foreach (int of in caseReach.Classes.Admitting(kind))
        {
            (int from, int until) = reach.OfClass(of);
            for (int c = from; c < until; c++)
            {
                int g = reach.Provisions[c];
                if (caseReach.IsOpen(g, t))
                {
                    double here = Price(c, g, t, kind.Level, phase) + prices.OfGroup(g, t, kind.YearGroup.Value) + (_fitsIn[c] == _step - 1 ? _rest[c] : restLost);
                    _rest[c] = here;
                    _fitsIn[c] = _step;
                    if (caseReach.AdmitsNew(g, t) && reach.IsWithin(c, phase))
                    {
                        Start(c, here);
                    }
                }
            }
        }

        _kind = kind;
    }

    private double Price(int candidate, int provision, int t, ProvisionLevel level, Phase phase)
    {
        double at = prices.At(provision, t);
        at += prices.MinuteWeight == 0 ? 0 : prices.MinuteWeight * pence.MinutesAboveThreshold(candidate, phase);
        at += prices.InmssPennyWeight == 0 || !prices.IsInmss(provision) ? 0 : prices.InmssPennyWeight * pence.OfInmss(candidate, t);
        return prices.CostWeight == 0 ? at : at + (prices.CostWeight * pence.Of(candidate, t, level, phase));
    }

    private void Start(int candidate, double here)
    {
        if (here < _start)
        {
            (_startElsewhere, _start, _startAt) = (_start, here, candidate);
        }
        else if (here < _startElsewhere)
        {
            _startElsewhere = here;
        }
    }

    /// <summary>For a pupil who was at a candidate that fits the year before: the place stands, unless it may be left for a start elsewhere.</summary>
    private void Leave(bool reopens, int t)
    {
        if (!reopens && audited.Case.Moves.IsEmpty)
        {
            return;
        }

        foreach (int of in caseReach.Classes.Admitting(_kind))
        {
            (int from, int until) = reach.OfClass(of);
            for (int c = from; c < until; c++)
            {
                if (_fitsIn[c] == _step && (reopens ? 0 : prices.MoveFrom(reach.Provisions[c], t)) is { } toll)
                {
                    _rest[c] = Math.Min(_rest[c], toll + (_startAt == c ? _startElsewhere : _start));
                }
            }
        }
    }
}
