using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Fans;

/// <summary>How many come, go and change along the paths of a case, by the year they come into or are gone from; leavers also by phase and by reason.</summary>
internal sealed class FlowFan
{
    private static readonly (PupilFlow Flow, Phase? Phase, LeavingReason? Reason)[] _measures =
    [
        .. Enum.GetValues<PupilFlow>().Select(flow => (flow, (Phase?)null, (LeavingReason?)null)),
        .. Enum.GetValues<Phase>().Select(phase => (PupilFlow.Leavers, (Phase?)phase, (LeavingReason?)null)),
        .. Enum.GetValues<LeavingReason>().Select(reason => (PupilFlow.Leavers, (Phase?)null, (LeavingReason?)reason)),
    ];

    private readonly Horizon _horizon;
    private readonly CountHistogram[] _counted;

    internal FlowFan(Horizon horizon)
    {
        _horizon = horizon;
        _counted = [.. Enumerable.Range(0, horizon.PlannedYears.Count * _measures.Length).Select(_ => new CountHistogram())];
    }

    /// <summary>What the paths say; flows that no path has are left out.</summary>
    internal IEnumerable<CaseFlowRow> Rows =>
        from each in _counted.Index()
        let fan = each.Item.Fan()
        where each.Item.Mean > 0
        let measure = _measures[each.Index % _measures.Length]
        select new CaseFlowRow(_horizon.PlannedYears[each.Index / _measures.Length], measure.Flow, measure.Phase, measure.Reason, fan);

    /// <summary>Adds a path.</summary>
    internal void Add(PathCounts counts)
    {
        for (int year = 0; year < _horizon.PlannedYears.Count; year++)
        {
            for (int i = 0; i < _measures.Length; i++)
            {
                _counted[(year * _measures.Length) + i].Add(Number(counts, _horizon.PlannedYears[year], _measures[i]));
            }
        }
    }

    /// <summary>Adds the paths that another saw.</summary>
    internal void Add(FlowFan other)
    {
        for (int i = 0; i < _counted.Length; i++)
        {
            _counted[i].Add(other._counted[i]);
        }
    }

    private static int Number(PathCounts counts, AcademicYear year, (PupilFlow Flow, Phase? Phase, LeavingReason? Reason) measure) => measure switch
    {
        { Flow: PupilFlow.Joiners } => counts.Joiners(year),
        { Flow: PupilFlow.MoversIn } => counts.MoversIn(year),
        { Flow: PupilFlow.NeedChanges } => counts.NeedChanges(year),
        { Phase: { } phase } => counts.Leavers(year.Previous, phase),
        { Reason: { } reason } => counts.Leavers(year.Previous, reason),
        _ => counts.Leavers(year.Previous),
    };
}
