using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Testing;

/// <summary>Short ways to change how demand moves on in a test.</summary>
public static class DemandChanges
{
    /// <summary>States how many join a year in a year group.</summary>
    public static PlanningCase WithJoiners(
        this PlanningCase planningCase, decimal perYear, int yearGroup, PrimaryNeed need = PrimaryNeed.ASD, Sex sex = Sex.Male) =>
        planningCase.WithDemand(demand => demand with { Joiners = demand.Joiners.SetItem((YearGroup.Of(yearGroup), need, sex), perYear) });

    /// <summary>States the share of a year group that leaves after it.</summary>
    public static PlanningCase WithLeavers(this PlanningCase planningCase, decimal share, int yearGroup) =>
        planningCase.WithDemand(demand => demand with { LeaverShares = demand.LeaverShares.SetItem(YearGroup.Of(yearGroup), share) });

    /// <summary>States the level shares of a need and phase.</summary>
    public static PlanningCase WithLevels(
        this PlanningCase planningCase, PrimaryNeed need, Phase phase, params (ProvisionLevel Level, decimal Share)[] shares) =>
        planningCase.WithDemand(demand => demand with
        {
            LevelShares = demand.LevelShares.SetItems(shares.Select(share => KeyValuePair.Create((need, phase, share.Level), share.Share))),
        });

    /// <summary>States the total of each planned year, in order.</summary>
    public static PlanningCase WithTotals(this PlanningCase planningCase, params int[] totals) =>
        planningCase.WithDemand(demand => demand with
        {
            StatedTotals = planningCase.Horizon.PlannedYears.Zip(totals).ToImmutableSortedDictionary(pair => pair.First, pair => pair.Second),
        });

    /// <summary>States how far drawn futures may depart from the assumptions.</summary>
    public static PlanningCase With(this PlanningCase planningCase, DemandUncertainty uncertainty) =>
        planningCase.WithDemand(demand => demand with { Uncertainty = uncertainty });

    /// <summary>Scales joiners from a planned year on, 1 being the first, or up to one.</summary>
    public static PlanningCase WithScaling(
        this PlanningCase planningCase, decimal factor, NeedSet? needs = null, int from = -4, int to = 20, int starting = 1, int? until = null) =>
        planningCase.WithDemand(demand => demand with
        {
            JoinerScalings = demand.JoinerScalings.Add(
                new JoinerScaling(
                    factor, needs ?? NeedSet.All, YearGroup.Of(from), YearGroup.Of(to), planningCase.Horizon.BaseYear.PlusYears(starting), until is { } last ? planningCase.Horizon.BaseYear.PlusYears(last) : null)),
        });

    /// <summary>Shifts a share of one level to another from a planned year on, 1 being the first.</summary>
    public static PlanningCase WithShift(
        this PlanningCase planningCase,
        ProvisionLevel from,
        ProvisionLevel to,
        decimal share,
        NeedSet? needs = null,
        SexAdmitted sex = SexAdmitted.Mixed,
        int starting = 1,
        params Phase[] phases) =>
        planningCase.WithDemand(demand => demand with
        {
            LevelShifts = demand.LevelShifts.Add(new LevelShift(
                from,
                to,
                share,
                needs ?? NeedSet.All,
                [.. phases.Length == 0 ? Enum.GetValues<Phase>() : phases],
                sex,
                planningCase.Horizon.BaseYear.PlusYears(starting))),
        });
}
