using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>
/// Decides the level a plan calls for: on joining, and on moving up into another phase. In between it stands. Those who move up
/// together meet the level shares of their need and phase with as few of them as possible changing level.
/// </summary>
internal sealed class LevelDecisions(PlanningCase planningCase)
{
    private readonly LevelTargets _targets = new(planningCase);
    private int _number;

    /// <summary>Gives everyone who moves up into <paramref name="year"/> their level of that year.</summary>
    internal void MoveUp(IReadOnlyList<FollowedPupil> pupils, AcademicYear year)
    {
        ILookup<LevelGroup?, FollowedPupil> groups = pupils.ToLookup(pupil => ReviewedGroup(pupil, year));
        foreach (FollowedPupil pupil in groups[null])
        {
            pupil.Levels.Add(pupil.Level);
        }

        foreach (LevelGroup group in groups.Select(each => each.Key).OfType<LevelGroup>().Order())
        {
            FollowedPupil[] members = [.. groups[group]];
            Review(members, _targets.Of(group, members.Length, year));
        }
    }

    /// <summary>Gives joiners of <paramref name="year"/> their first level, spread evenly along their order.</summary>
    internal void Join(IReadOnlyList<FollowedPupil> joiners, AcademicYear year)
    {
        ILookup<LevelGroup, FollowedPupil> groups = joiners.ToLookup(pupil => _targets.GroupOf(pupil, year));
        foreach (LevelGroup group in groups.Select(each => each.Key).Order())
        {
            List<FollowedPupil> open = [.. groups[group]];
            int[] targets = _targets.Of(group, open.Count, year);
            foreach (ProvisionLevel level in Enum.GetValues<ProvisionLevel>())
            {
                foreach (FollowedPupil pupil in TakeEvenly(open, targets[(int)level]))
                {
                    pupil.Levels.Add(level);
                }
            }
        }
    }

    /// <summary>The group to decide a pupil's level with; null where the level stands.</summary>
    private LevelGroup? ReviewedGroup(FollowedPupil pupil, AcademicYear year)
    {
        LevelGroup group = _targets.GroupOf(pupil, year);
        return PhaseTransfer.ChangesPhaseAfter(pupil.YearGroupIn(year.Previous)) && _targets.States(group) ? group : null;
    }

    /// <summary>
    /// Each level keeps as many of its own as its target allows; the rest, least specialist first, fill the levels that lack
    /// some, least specialist first: the fewest changes, and the fewest steps of level in all.
    /// </summary>
    private void Review(IReadOnlyList<FollowedPupil> members, int[] targets)
    {
        int[] lacking = [.. targets];
        List<FollowedPupil> changing = [];
        foreach (IGrouping<ProvisionLevel, FollowedPupil> level in members.GroupBy(pupil => pupil.Level).OrderBy(level => level.Key))
        {
            List<FollowedPupil> keeping = [.. level];
            changing.AddRange(TakeEvenly(keeping, Math.Max(0, keeping.Count - targets[(int)level.Key])));
            lacking[(int)level.Key] -= keeping.Count;
            keeping.ForEach(pupil => pupil.Levels.Add(level.Key));
        }

        int next = 0;
        foreach (FollowedPupil pupil in changing)
        {
            next = Array.FindIndex(lacking, next, lack => lack > 0);
            pupil.Levels.Add((ProvisionLevel)next);
            lacking[next]--;
        }
    }

    /// <summary>Takes a number of pupils out of a list, evenly along its order.</summary>
    private List<FollowedPupil> TakeEvenly(List<FollowedPupil> pupils, int count)
    {
        if (count == 0)
        {
            return [];
        }

        IReadOnlyList<int> picked = ControlledRounding.Pick(pupils.Count, count, ControlledRounding.Start(_number++));
        List<FollowedPupil> taken = [.. picked.Select(i => pupils[i])];
        foreach (int i in picked.Reverse())
        {
            pupils.RemoveAt(i);
        }

        return taken;
    }
}
