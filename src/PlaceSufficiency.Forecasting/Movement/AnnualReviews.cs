using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>
/// Who gets another level or need at an annual review, in whole pupils taken evenly along their order. Another level is noted with
/// the pupil; for another need the pupil goes on as one who begins that year.
/// </summary>
internal sealed class AnnualReviews(PlanningCase planningCase)
{
    private readonly ReviewChange[] _changes = [.. planningCase.Demand.Reviews];
    private readonly CarriedRounding _rounding = new(planningCase.Demand.Reviews.Length);
    private int _number;

    /// <summary>Reviews those who stay on into a year.</summary>
    /// <param name="staying">Pupils in the order of <see cref="FollowedPupil.InOrder"/>.</param>
    /// <param name="year">The year.</param>
    /// <param name="reviewed">Those with another level or need, whose level of the year is decided.</param>
    /// <returns>The others.</returns>
    internal IReadOnlyList<FollowedPupil> Change(IReadOnlyList<FollowedPupil> staying, AcademicYear year, List<FollowedPupil> reviewed)
    {
        if (_changes.Length == 0)
        {
            return staying;
        }

        FollowedPupil[][] groups = [.. _changes.Select(change => staying.Where(pupil => Applies(change, pupil, year)).ToArray())];
        int[] sizes = [.. groups.Select(group => group.Length)];
        int[] whole = _rounding.Round([.. _changes.Select((change, i) => (double)change.Share * sizes[i])], sizes);
        HashSet<FollowedPupil> taken = [];
        for (int i = 0; i < _changes.Length; i++)
        {
            FollowedPupil[] left = [.. groups[i].Where(pupil => !taken.Contains(pupil))];
            foreach (int at in ControlledRounding.Pick(left.Length, Math.Min(whole[i], left.Length), ControlledRounding.Start(_number++)))
            {
                taken.Add(left[at]);
                reviewed.Add(After(_changes[i], left[at], year));
            }
        }

        return [.. staying.Where(pupil => !taken.Contains(pupil))];
    }

    private static bool Applies(ReviewChange change, FollowedPupil pupil, AcademicYear year) =>
        !PhaseTransfer.ChangesPhaseAfter(pupil.YearGroupIn(year.Previous)) && change.Changes(pupil.Need, pupil.YearGroupIn(year).Phase, pupil.Level);

    private static FollowedPupil After(ReviewChange change, FollowedPupil pupil, AcademicYear year)
    {
        FollowedPupil after = change.ToNeed is { } need && need != pupil.Need ? new(pupil.Area, need, pupil.Sex, year, pupil.YearGroupIn(year), null) { GoesOn = true } : pupil;
        after.Levels.Add(change.ToLevel ?? pupil.Level);
        return after;
    }
}
