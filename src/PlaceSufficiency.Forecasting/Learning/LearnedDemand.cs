using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>
/// How demand moves on, learned from records of children: joiners a year as of the last stock, shares that leave, shares of levels,
/// and how sure they are. Needs of joiners borrow from the joiners of all phases, levels from all phases of their need.
/// </summary>
public static class LearnedDemand
{
    /// <summary>How many pupils of the wider cell a thin cell's mix borrows.</summary>
    private const decimal BorrowedMix = 10;

    private static readonly ProvisionLevel[] _levels = Enum.GetValues<ProvisionLevel>();

    /// <summary>Learns from records.</summary>
    /// <exception cref="FindingsException">The records cannot be used: none, codes without a meaning, or joiners where nobody lives.</exception>
    /// <param name="records">The records.</param>
    /// <param name="codes">What their codes mean.</param>
    /// <param name="borrowed">What thin cells borrow; null for England's.</param>
    public static DemandAssumptions Of(PlanRecords records, RecordCodes codes, BorrowedRates? borrowed = null)
    {
        Finding[] wrong = [.. RecordChecks.Of(records, codes)];
        if (wrong.Any(finding => finding.Severity == Severity.Error))
        {
            throw new FindingsException(wrong);
        }

        RecordedRates rates = new(records, borrowed ?? BorrowedRates.England);
        ImmutableSortedDictionary<YearGroup, decimal> leavers = YearGroup.All.ToImmutableSortedDictionary(yearGroup => yearGroup, yearGroup => Math.Round((decimal)rates.LeaverShares[yearGroup.Age], 5));
        return new DemandAssumptions(
            ImmutableSortedDictionary<AcademicYear, int>.Empty,
            Joiners(records, codes, rates),
            leavers,
            Levels(records, codes),
            [],
            [])
        {
            Uncertainty = RecordedRates.Uncertainty with
            {
                YearsObserved = records.Years.Length,
                NeedDrift = codes.Needs.Values.Distinct().Count() > 1 ? RecordedRates.Uncertainty.NeedDrift : 0,
            },
            Trend = new RateTrend((decimal)EnglandRates.JoinerTrend, (decimal)EnglandRates.LeaverTrend, (decimal)EnglandRates.Damping),
            Population = Outlook(records),
            Reviews = RecordedReviews.Of(records, codes),
            LeaverReasons = RecordedReasons.Of(records, leavers),
        };
    }

    /// <summary>Joiners at the residents of the last stock's year, so that a case whose joiners follow residents starts from them.</summary>
    private static ImmutableSortedDictionary<(YearGroup, PrimaryNeed, Sex), decimal> Joiners(PlanRecords records, RecordCodes codes, RecordedRates rates)
    {
        PlanState[] joined = [.. records.Rows.Where(row => row.Before is null).Select(row => row.After!).Where(RecordCodes.Tells)];
        Dictionary<PrimaryNeed, decimal> all = joined.CountBy(state => codes.Needs[state.Need]).ToDictionary(pair => pair.Key, pair => pair.Value / (decimal)joined.Length);
        Dictionary<PrimaryNeed, decimal> girls = all.Keys.ToDictionary(need => need, need => GirlsShare(joined, state => codes.Needs[state.Need] == need));
        ILookup<Phase, PlanState> phases = joined.ToLookup(state => state.YearGroup.Phase);
        return (from yearGroup in YearGroup.All
                let number = (decimal)rates.JoinersIn(records.LastStock, yearGroup)
                from need in all.Keys
                let own = phases[yearGroup.Phase].Count(state => codes.Needs[state.Need] == need)
                let share = (own + (BorrowedMix * all[need])) / (phases[yearGroup.Phase].Count() + BorrowedMix)
                from sex in Enum.GetValues<Sex>()
                let ofSex = Math.Round(number * share * (sex == Sex.Female ? girls[need] : 1 - girls[need]), 4)
                where ofSex > 0
                select KeyValuePair.Create((yearGroup, need, sex), ofSex)).ToImmutableSortedDictionary();
    }

    private static decimal GirlsShare(PlanState[] joined, Func<PlanState, bool> which)
    {
        PlanState[] known = [.. joined.Where(state => state.Sex is not null && which(state))];
        return (known.Count(state => state.Sex == Sex.Female) + (BorrowedMix * EnglandRates.GirlsShare)) / (known.Length + BorrowedMix);
    }

    private static ImmutableSortedDictionary<(PrimaryNeed, Phase, ProvisionLevel), decimal> Levels(PlanRecords records, RecordCodes codes)
    {
        (PrimaryNeed Need, Phase Phase, ProvisionLevel Level)[] held =
            [.. records.Rows.Select(row => row.After).OfType<PlanState>().Where(RecordCodes.Tells).Select(state => (codes.Needs[state.Need], state.YearGroup.Phase, codes.Settings[state.Setting]))];
        return (from need in held.Select(each => each.Need).Distinct()
                let ofNeed = held.Where(each => each.Need == need).ToArray()
                from phase in Enum.GetValues<Phase>()
                let shares = WholeShares([.. _levels.Select(level =>
                    (ofNeed.Count(each => each.Phase == phase && each.Level == level) + (BorrowedMix * ofNeed.Count(each => each.Level == level) / ofNeed.Length)) /
                    (ofNeed.Count(each => each.Phase == phase) + BorrowedMix))])
                from level in _levels
                where shares[(int)level] > 0
                select KeyValuePair.Create((need, phase, level), shares[(int)level])).ToImmutableSortedDictionary();
    }

    private static decimal[] WholeShares(decimal[] shares) =>
        [.. Rounding.ControlledRounding.LargestRemainder([.. shares.Select(share => (double)share)], 10_000).Select(parts => parts / 10_000m)];

    private static PopulationOutlook Outlook(PlanRecords records) => records.Residents.IsEmpty
        ? PopulationOutlook.Still
        : PopulationOutlook.Still with
        {
            Joiners = JoinersFollow.Residents,
            Projection =
            [
                .. records.Residents.Where(pair => pair.Key.Year > records.LastStock)
                    .Select(pair => new ProjectedResidents(null, pair.Key.Year, pair.Key.YearGroup.Age, pair.Value)),
            ],
        };
}
