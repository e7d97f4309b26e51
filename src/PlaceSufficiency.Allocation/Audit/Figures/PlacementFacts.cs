using System.Collections;
using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>
/// Who is where, year by year: the observed places of the base year, then the plan. Paths of a stay that agree on a year are one fact.
/// Ordered by year, stay, provision (unplaced last) and whether the pupils are new there. Kept as numbers, because there may be millions;
/// a fact is put together when it is asked for.
/// </summary>
internal sealed class PlacementFacts : IReadOnlyList<PlacementFact>
{
    private readonly AuditedPlan _audited;
    private readonly List<FactRow> _rows;
    private readonly int[] _start;
    private readonly UnplacedReasons _reasons;

    /// <summary>Every fact of the base year and the planned years.</summary>
    internal PlacementFacts(AuditedPlan audited)
    {
        _audited = audited;
        _rows = new List<FactRow>(audited.Paths.Count * 6);
        _start = new int[audited.Index.Years + 2];
        int[] areas = [.. audited.Demand.Stays.Select(stay => audited.DemandShape.IsSound(stay) ? audited.Index.Of(stay.Area) : -1)];
        List<FactRow> ofStay = [];
        for (int t = -1; t < audited.Index.Years; t++)
        {
            AcademicYear year = audited.Horizon.AllYears[t + 1];
            foreach (Stay stay in audited.Stays)
            {
                if (stay.Covers(year))
                {
                    AddRows(stay, t, areas[stay.Number], ofStay);
                }
            }

            _start[t + 2] = _rows.Count;
        }

        _reasons = new UnplacedReasons(audited, this);
    }

    /// <inheritdoc/>
    public int Count => _rows.Count;

    /// <summary>The plan whose facts they are.</summary>
    internal AuditedPlan Audited => _audited;

    /// <inheritdoc/>
    public PlacementFact this[int index]
    {
        get
        {
            int year = Array.BinarySearch(_start, index);
            year = year >= 0 ? year : ~year - 1;
            while (_start[year + 1] <= index)
            {
                year++;
            }

            return Fact(_rows[index], year - 1);
        }
    }

    /// <inheritdoc/>
    public IEnumerator<PlacementFact> GetEnumerator()
    {
        for (int year = 0; year + 1 < _start.Length; year++)
        {
            for (int index = _start[year]; index < _start[year + 1]; index++)
            {
                yield return Fact(_rows[index], year - 1);
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The facts of a planned year by its index, or of the base year at -1.</summary>
    internal IEnumerable<FactRow> In(int year)
    {
        for (int index = _start[year + 1]; index < _start[year + 2]; index++)
        {
            yield return _rows[index];
        }
    }

    /// <summary>Journey of the pupils of a fact who are placed.</summary>
    internal Duration TravelTime(FactRow row) => _audited.Index.JourneyTo(row.Provision, row.Area).Time;

    private void AddRows(Stay stay, int t, int area, List<FactRow> ofStay)
    {
        if (t < 0)
        {
            _rows.Add(new FactRow(stay.Number, area, stay.Current is { } current ? _audited.Index.Of(current) : -1, stay.Pupils, false));
            return;
        }

        ofStay.Clear();
        foreach (int path in _audited.Paths.OfStay(stay.Number))
        {
            int step = t - _audited.Paths.FirstYearOf(path);
            (int before, int now) = (_audited.Paths.BeforeOn(path, step), _audited.Paths.NowOn(path)[step]);
            FactRow row = new(stay.Number, area, now, _audited.Paths.PupilsOn(path), now >= 0 && now != before);
            int same = ofStay.FindIndex(other => (other.Provision, other.IsNew) == (row.Provision, row.IsNew));
            if (same >= 0)
            {
                ofStay[same] = ofStay[same] with { Pupils = ofStay[same].Pupils + row.Pupils };
            }
            else
            {
                ofStay.Add(row);
            }
        }

        if (ofStay.Count > 1)
        {
            ofStay.Sort(Compare);
        }

        _rows.AddRange(ofStay);
    }

    private int Compare(FactRow a, FactRow b)
    {
        int byProvision = (a.Provision, b.Provision) switch
        {
            (-1, -1) => 0,
            (-1, _) => 1,
            (_, -1) => -1,
            _ => _audited.Case.Provisions[a.Provision].Id.CompareTo(_audited.Case.Provisions[b.Provision].Id),
        };
        return byProvision != 0 ? byProvision : a.IsNew.CompareTo(b.IsNew);
    }

    private PlacementFact Fact(FactRow row, int t)
    {
        Stay stay = _audited.Demand.Stays[row.Stay];
        AcademicYear year = _audited.Horizon.AllYears[t + 1];
        Provision? provision = row.Provision < 0 ? null : _audited.Case.Provisions[row.Provision];
        return new PlacementFact(
            year, stay.Number, stay.Area, stay.YearGroupIn(year), stay.Need, stay.Sex, stay.LevelIn(year), provision?.Id, row.IsNew,
            provision is null ? null : TravelTime(row), row.Pupils, provision is null && t >= 0 ? _reasons.Of(stay, row.Area, t) : null);
    }
}

/// <summary>A fact as numbers.</summary>
/// <param name="Stay">Number of the stay.</param>
/// <param name="Area">Index of its home area.</param>
/// <param name="Provision">Index of the provision; -1 for unplaced.</param>
/// <param name="Pupils">How many.</param>
/// <param name="IsNew">Whether they start there.</param>
internal readonly record struct FactRow(int Stay, int Area, int Provision, int Pupils, bool IsNew);
