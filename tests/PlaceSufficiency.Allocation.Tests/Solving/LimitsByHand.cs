using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Tests.Solving;

/// <summary>What limits give by, and whether those that may not give are kept, read off whole plans.</summary>
internal static class LimitsByHand
{
    /// <summary>What the limits add to each tier of the case.</summary>
    public static long[] Gives(PlanningCase planningCase, IReadOnlyDictionary<(ProvisionId, AcademicYear), int> used)
    {
        List<(LimitKind Kind, long Gives)> gives = [.. Pupils(planningCase, used), .. Money(planningCase, used)];
        return [.. planningCase.Tiers.Select(tier => tier switch
        {
            ObjectiveTier.LimitPupils => gives.Where(one => IsHard(one.Kind) && !new LimitKey(one.Kind).IsMoney).Sum(one => one.Gives),
            ObjectiveTier.LimitSpend => gives.Where(one => IsHard(one.Kind) && new LimitKey(one.Kind).IsMoney).Sum(one => one.Gives),
            ObjectiveTier.Cost => gives.Where(one => !IsHard(one.Kind)).Sum(one => one.Gives * (long)(planningCase.Limits.TreatmentOf(one.Kind).Price.Value * (new LimitKey(one.Kind).IsMoney ? 1 : 100))),
            _ => 0,
        })];

        bool IsHard(LimitKind kind) => planningCase.Limits.TreatmentOf(kind).Mode == LimitMode.Hard;
    }

    /// <summary>Whether no year group has more pupils than places where a provision fills by year group.</summary>
    public static bool KeepsYearGroups(PlanningCase planningCase, DemandPath demand, IReadOnlyList<List<ProvisionId?>> paths) => (
        from provision in planningCase.Provisions.Where(planningCase.FillsByYearGroup)
        from year in planningCase.Horizon.PlannedYears
        from pupils in Years(planningCase, demand, paths).Where(at => at.Year == year && at.Now == provision.Id).GroupBy(at => at.Stay.YearGroupIn(year))
        select pupils.Count() <= planningCase.PlacesIn(provision, year, pupils.Key)).All(kept => kept);

    /// <summary>Whether no more than the stated share of those in a kind the year before is moved.</summary>
    public static bool KeepsReviews(PlanningCase planningCase, DemandPath demand, IReadOnlyList<List<ProvisionId?>> paths)
    {
        foreach (MoveRule rule in planningCase.Moves.Where(rule => rule.Share is not null))
        {
            foreach (AcademicYear year in planningCase.Horizon.PlannedYears.Where(year => year >= rule.Starting))
            {
                bool IsOf(ProvisionId? id) => id is { } of && planningCase.Provision(of).Kind == rule.FromKind;
                int before = year == planningCase.Horizon.PlannedYears[0]
                    ? planningCase.Stock.Where(cell => IsOf(cell.Current)).Sum(cell => cell.Pupils)
                    : Years(planningCase, demand, paths).Count(at => at.Year == year.Previous && IsOf(at.Now));
                int moves = Years(planningCase, demand, paths).Count(at => at.Year == year && IsOf(at.Before) && at.Now is not null && at.Now != at.Before
                    && PlacementRules.Fits(planningCase.Provision(at.Before!.Value), at.Stay, year) && !PhaseTransfer.ReopensPlacementAfter(at.Stay.YearGroupIn(year.Previous)));
                if (moves > rule.Share * before)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IEnumerable<(Stay Stay, AcademicYear Year, ProvisionId? Before, ProvisionId? Now)> Years(PlanningCase planningCase, DemandPath demand, IReadOnlyList<List<ProvisionId?>> paths)
    {
        for (int s = 0; s < paths.Count; s++)
        {
            ProvisionId? before = demand.Stays[s].Current;
            foreach ((AcademicYear year, ProvisionId? now) in PlacementRules.PlannedYearsOf(planningCase.Horizon, demand.Stays[s]).Zip(paths[s]))
            {
                yield return (demand.Stays[s], year, before, now);
                before = now;
            }
        }
    }

    private static IEnumerable<(LimitKind, long)> Pupils(PlanningCase planningCase, IReadOnlyDictionary<(ProvisionId, AcademicYear), int> used)
    {
        PlanLimits limits = planningCase.Limits;
        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            int At(Provision provision) => used.GetValueOrDefault((provision.Id, year));
            foreach ((ProvisionId id, int fewest) in limits.ClassGroups.Where(fewest => planningCase.Provision(fewest.Key).IsOpenIn(year)))
            {
                yield return (LimitKind.ClassGroup, Math.Max(0, fewest - At(planningCase.Provision(id))));
            }

            Provision[] settings = [.. planningCase.Provisions.Where(provision => provision.Kind is ProvisionKind.Mainstream or ProvisionKind.MainstreamPlus).Where(provision => provision.IsOpenIn(year))];
            if (limits.Evenness is { } evenness)
            {
                foreach (Provision setting in settings)
                {
                    decimal most = evenness.Most ?? evenness.TimesMean!.Value * settings.Sum(At) / settings.Length;
                    yield return (LimitKind.Evenness, (long)Math.Max(0, Math.Ceiling(At(setting) - most)));
                }
            }

            if (limits.TreatmentOf(LimitKind.InmssPupils).Mode == LimitMode.Priced && limits.InmssPupils.TryGetValue(year, out int inmss))
            {
                yield return (LimitKind.InmssPupils, Math.Max(0, planningCase.Provisions.Where(provision => provision.Kind == ProvisionKind.Inmss).Sum(At) - inmss));
            }
        }
    }

    private static IEnumerable<(LimitKind, long)> Money(PlanningCase planningCase, IReadOnlyDictionary<(ProvisionId, AcademicYear), int> used)
    {
        List<(Provision Provision, AcademicYear Year, Charge Charge)> charges =
        [
            .. from provision in planningCase.Provisions
               from year in planningCase.Horizon.PlannedYears
               from charge in PlacementPrices.OfPlaces(planningCase, provision, year)
                   .Concat(PlacementPrices.OfFees(planningCase, provision, year).Select(charge => charge with { Amount = charge.Amount * used.GetValueOrDefault((provision.Id, year)) }))
               select (provision, year, charge),
        ];
        foreach ((AcademicYear year, Pounds most) in planningCase.Limits.InmssSpend)
        {
            yield return (LimitKind.InmssSpend, Math.Max(0, charges.Where(of => of.Provision.Kind == ProvisionKind.Inmss && of.Year == year).Sum(of => of.Charge.Amount.Pence) - most.Pence));
        }

        foreach ((FinancialYear year, Pounds most) in planningCase.Limits.HighNeeds)
        {
            yield return (LimitKind.HighNeeds, Math.Max(0, charges.Where(of => of.Charge.Year == year && of.Charge.Line == BudgetLine.HighNeedsBlock).Sum(of => of.Charge.Amount.Pence) - most.Pence));
        }
    }
}
