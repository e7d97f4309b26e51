using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>Why those of a year group leave, as records tell it: its share that leaves, in the proportions of the leavers of its phase.</summary>
internal static class RecordedReasons
{
    /// <summary>The part of each year group's share for each reason; what is not told is left out.</summary>
    internal static ImmutableSortedDictionary<(YearGroup, LeavingReason), decimal> Of(PlanRecords records, IReadOnlyDictionary<YearGroup, decimal> shares)
    {
        ILookup<Phase, LeavingReason> left = records.Rows.Where(row => row is { Before: not null, After: null }).ToLookup(row => row.Before!.YearGroup.Phase, row => row.LeftFor);
        return (from share in shares
                where share.Key != YearGroup.Oldest && share.Value > 0
                let leavers = left[share.Key.Phase].ToArray()
                from reason in leavers.Where(reason => reason is not (LeavingReason.Any or LeavingReason.MaximumAge)).CountBy(reason => reason)
                select KeyValuePair.Create((share.Key, reason.Key), Math.Round(share.Value * reason.Value / leavers.Length, 5, MidpointRounding.ToZero)))
            .Where(pair => pair.Value > 0).ToImmutableSortedDictionary();
    }
}
