using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>Every shortfall of a plan with the rule that binds, from the audit's figures.</summary>
public sealed class Shortfalls
{
    private readonly HashSet<(ProvisionId, AcademicYear)> _tookNew;
    private readonly HashSet<(ProvisionId, AcademicYear)> _above;

    private Shortfalls(PlanFigures figures)
    {
        _tookNew = [.. figures.Placements.Where(fact => fact is { Provision: not null, IsNew: true }).Select(fact => (fact.Provision!.Value, fact.Year))];
        _above = [.. figures.Provisions.Where(full => full.OverNumber > 0).Select(full => (full.Provision, full.Year))];
    }

    /// <summary>The shortfalls of planned years, the largest first, then by year, need, level and year group.</summary>
    public static IReadOnlyList<Shortfall> Of(PlanFigures figures)
    {
        Shortfalls shortfalls = new(figures);
        return
        [
            .. figures.Placements.Where(fact => fact.Reason is not null)
                .GroupBy(fact => (fact.Need, fact.Level, fact.YearGroup, fact.Year))
                .Select(shortfalls.Explained)
                .OrderByDescending(shortfall => shortfall.Pupils).ThenBy(shortfall => shortfall.Year).ThenBy(shortfall => shortfall.Need)
                .ThenBy(shortfall => shortfall.Level).ThenBy(shortfall => shortfall.YearGroup.Value),
        ];
    }

    private Shortfall Explained(IGrouping<(Domain.Pupils.PrimaryNeed Need, ProvisionLevel Level, Domain.Pupils.YearGroup YearGroup, AcademicYear Year), PlacementFact> facts)
    {
        var rule = facts.GroupBy(fact => RuleOf(fact.Reason!, fact.Year)).Select(of => (Rule: of.Key, Pupils: of.Sum(fact => fact.Pupils), Facts: of))
            .OrderByDescending(of => of.Pupils).ThenBy(of => of.Rule).First();
        return new Shortfall(
            facts.Key.Need, facts.Key.Level, facts.Key.YearGroup, facts.Key.Year, facts.Sum(fact => fact.Pupils), rule.Rule, rule.Pupils,
            [
                .. rule.Facts.SelectMany(fact => fact.Reason!.Provisions.Select((id, rank) => (Id: id, Rank: rank, fact.Pupils)))
                    .GroupBy(named => named.Id).OrderByDescending(named => named.Sum(one => one.Pupils)).ThenBy(named => named.Min(one => one.Rank)).ThenBy(named => named.Key)
                    .Select(named => named.Key),
            ]);
    }

    private BindingRule RuleOf(UnplacedReason reason, AcademicYear year) => reason.Cause switch
    {
        UnplacedCause.NoDesignation => BindingRule.Designation,
        UnplacedCause.NotOpen => BindingRule.Opening,
        UnplacedCause.TooFar => BindingRule.TravelCeiling,
        UnplacedCause.NoNewPlacements => BindingRule.NoNewPlacements,
        UnplacedCause.InmssLimit => BindingRule.InmssLimit,
        UnplacedCause.HeldForLater => BindingRule.LaterYears,
        _ when reason.Provisions.All(id => !_tookNew.Contains((id, year))) => BindingRule.StaysThatStand,
        _ when reason.Provisions.Any(id => _above.Contains((id, year))) => BindingRule.OverNumberCeiling,
        _ => BindingRule.Places,
    };
}
