using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Audit.Figures;

/// <summary>How every limit of the case fares under the plan.</summary>
internal static class LimitFigures
{
    /// <summary>The limits, in order of key. A hard limit on INMSS pupils gives by those above it whose placement stands.</summary>
    internal static IReadOnlyList<LimitFigure> Of(AuditedPlan audited) =>
    [
        .. from limit in audited.Case.Limits.StandingInmssPupils
           where audited.Horizon.IsPlanned(limit.Key)
           let pupils = audited.InmssPupils(limit.Key)
           select new LimitFigure(new LimitKey(LimitKind.InmssPupils, Year: limit.Key), LimitMode.Hard, limit.Value, pupils, Math.Max(0, pupils - limit.Value)),
        .. audited.Limits.All.Select(Of),
    ];

    private static LimitFigure Of(LedgerLimit limit)
    {
        LimitMode mode = limit.Treatment.Mode;
        return limit.Key.Kind switch
        {
            LimitKind.ClassGroup => new LimitFigure(limit.Key, mode, -(long)limit.Most, -(long)Math.Round(limit.Used), limit.Gives),
            LimitKind.Evenness or LimitKind.ReviewedMoves => OfOwn(limit, mode),
            _ => new LimitFigure(limit.Key, mode, (long)limit.Most + limit.Funding, (long)Math.Round(limit.Used) + limit.Funding, limit.Gives),
        };
    }

    /// <summary>What the setting's own pupils, or the moves, are, and how many the rest of the sum allows.</summary>
    private static LimitFigure OfOwn(LedgerLimit limit, LimitMode mode)
    {
        double allowed = Math.Floor(limit.Most + limit.Own - limit.Used + 1e-6);
        return new LimitFigure(limit.Key, mode, (long)allowed, (long)limit.Own, limit.Gives);
    }
}
