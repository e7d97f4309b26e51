using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Who is without a place in the last year, why, and what would have to change.</summary>
public static class ShortfallReasonTable
{
    private const int MostNames = 3;

    /// <summary>The table, the largest shortfall first.</summary>
    public static ReportTable Of(PlanningCase planningCase, PlanFigures figures)
    {
        ProvisionNames names = new(planningCase);
        return new TableOf<(Phase Phase, PrimaryNeed Need, UnplacedReason Reason, int Pupils)>(
                "shortfall-reasons", $"Who is without a place in {planningCase.Horizon.LastYear}, and what would have to change",
                "The cause is the first that applies; the settings named were nearest to a solution.")
            .PhaseWords(row => row.Phase)
            .Words("need", "Need", row => row.Need.ToString())
            .Words("cause", "Cause", row => FieldWords.Of(row.Reason.Cause))
            .Words("change", "What would have to change", row => Change(row.Reason, names))
            .Pupils("pupils", "Pupils", row => row.Pupils)
            .Of(figures.Placements.Where(fact => fact.Year == planningCase.Horizon.LastYear && fact.Reason is not null)
                .GroupBy(fact => (fact.YearGroup.Phase, fact.Need, fact.Reason!.Cause))
                .Select(group => (group.Key.Phase, group.Key.Need, new UnplacedReason(group.Key.Cause, MostNamed(group)), group.Sum(fact => fact.Pupils)))
                .OrderByDescending(row => row.Item4).ThenBy(row => row.Phase).ThenBy(row => row.Need));
    }

    private static ProvisionId[] MostNamed(IEnumerable<PlacementFact> facts) =>
    [
        .. facts.SelectMany(fact => fact.Reason!.Provisions.Select(id => (Id: id, fact.Pupils))).GroupBy(named => named.Id)
            .OrderByDescending(named => named.Sum(one => one.Pupils)).ThenBy(named => named.Key).Select(named => named.Key),
    ];

    private static string Others(int number) => number == 1 ? "1 other setting" : $"{number} other settings";

    private static string Change(UnplacedReason reason, ProvisionNames names)
    {
        string[] shown = [.. reason.Provisions.Take(MostNames).Select(names.Of)];
        string more = reason.Provisions.Count > MostNames ? $" or {Others(reason.Provisions.Count - MostNames)}" : string.Empty;
        string where = shown.Length == 0 ? "a setting within reach" : string.Join(", ", shown) + more;
        return reason.Cause switch
        {
            UnplacedCause.NoDesignation => "a setting designated for them, or a wider designation",
            UnplacedCause.NotOpen => $"an earlier opening: {where}",
            UnplacedCause.TooFar => $"a place nearer home, or a longer journey allowed to {where}",
            UnplacedCause.NoNewPlacements => $"new placements again at {where}",
            UnplacedCause.Full => $"more places at {where}",
            UnplacedCause.InmssLimit => $"a higher limit on INMSS, or a local place instead of {where}",
            UnplacedCause.HeldForLater => $"more places in later years at {where}",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Cause, "Not a cause."),
        };
    }
}
