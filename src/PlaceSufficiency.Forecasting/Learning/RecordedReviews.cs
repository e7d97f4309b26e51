using System.Collections.Immutable;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>
/// How often annual reviews change needs and levels, of children who stay and do not change phase. The share that leaves a need (or a
/// level) borrows <see cref="BorrowedPupils"/> pupil-years of the share that leaves any; where they go is what was seen.
/// </summary>
internal static class RecordedReviews
{
    /// <summary>How many pupil-years of all needs together a need's share that changes borrows.</summary>
    internal const decimal BorrowedPupils = 30;

    /// <summary>The changes, rarest last within each need and level; none where nobody changed.</summary>
    internal static ImmutableArray<ReviewChange> Of(PlanRecords records, RecordCodes codes)
    {
        PlanYear[] reviewed = [.. records.Rows.Where(row => row is { Before: { } before, After: { } after }
            && Known(before, codes) && Known(after, codes) && !PhaseTransfer.ChangesPhaseAfter(before.YearGroup))];
        return
        [
            .. Shares(reviewed.Select(row => (codes.Needs[row.Before!.Need], codes.Needs[row.After!.Need])))
                .Select(change => new ReviewChange(change.From, null, null, change.To, null, change.Share)),
            .. Shares(reviewed.Select(row => (codes.Settings[row.Before!.Setting], codes.Settings[row.After!.Setting])))
                .Select(change => new ReviewChange(null, null, change.From, null, change.To, change.Share)),
        ];
    }

    private static bool Known(PlanState state, RecordCodes codes) => codes.Needs.ContainsKey(state.Need) && codes.Settings.ContainsKey(state.Setting);

    private static IEnumerable<(T From, T To, decimal Share)> Shares<T>(IEnumerable<(T Before, T After)> reviewed)
        where T : struct, Enum
    {
        ILookup<T, T> after = reviewed.ToLookup(each => each.Before, each => each.After);
        decimal all = after.Sum(group => group.Count());
        decimal changing = after.Sum(group => group.Count(to => !to.Equals(group.Key)));
        return from @group in after.OrderBy(each => each.Key)
               let changed = @group.Where(to => !to.Equals(@group.Key)).CountBy(to => to).OrderBy(to => to.Key).ToArray()
               let number = changed.Sum(to => to.Value)
               let share = (number + (BorrowedPupils * changing / all)) / (@group.Count() + BorrowedPupils)
               from to in changed
               select (@group.Key, to.Key, Math.Round(share * to.Value / number, 5));
    }
}
