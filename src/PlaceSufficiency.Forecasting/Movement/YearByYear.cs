using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>What a year's stock must gain or lose beyond its stated leavers.</summary>
/// <param name="Joiners">Joiners before scalings, at least 0.</param>
/// <param name="ExtraLeavers">Pupils who leave because the stated total is below those who would stay, at least 0.</param>
internal readonly record struct YearBalance(double Joiners, int ExtraLeavers);

/// <summary>Moves the stock of a case on from year to year.</summary>
internal sealed class YearByYear(PlanningCase planningCase)
{
    private readonly Leaving _leaving = new(planningCase);
    private readonly Joining _joining = new(planningCase);
    private readonly LevelDecisions _levels = new(planningCase);
    private readonly AnnualReviews _reviews = new(planningCase);

    /// <summary>Joiners of a year as the case states them, before scalings.</summary>
    internal double StatedJoiners(AcademicYear year) => _joining.StatedIn(year);

    /// <summary>Everyone who holds a plan in any year of the horizon.</summary>
    /// <param name="balance">Asked once a planned year, in order, with the number of pupils who stay.</param>
    internal IReadOnlyList<FollowedPupil> Run(Func<AcademicYear, int, YearBalance> balance)
    {
        List<FollowedPupil> everyone = [.. Stock()];
        IReadOnlyList<FollowedPupil> present = Ordered(everyone, planningCase.Horizon.BaseYear);
        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            IReadOnlyList<FollowedPupil> staying = _leaving.Stayers(present, year.Previous);
            YearBalance asked = balance(year, staying.Count);
            if (asked.ExtraLeavers > 0)
            {
                staying = [.. _leaving.Without(staying, Math.Min(asked.ExtraLeavers, staying.Count))];
            }

            List<FollowedPupil> reviewed = [];
            staying = _reviews.Change(staying, year, reviewed);
            _levels.MoveUp(staying, year);
            IReadOnlyList<FollowedPupil> joiners = [.. _joining.Of(year, asked.Joiners), .. _joining.MovingIn(year)];
            _levels.Join(joiners, year);
            everyone.AddRange(reviewed.Where(pupil => pupil.GoesOn && pupil.FirstYear == year));
            everyone.AddRange(joiners);
            present = Ordered(staying.Concat(reviewed).Concat(joiners), year);
        }

        return everyone;
    }

    private IEnumerable<FollowedPupil> Stock()
    {
        foreach (Domain.Demand.StockCell cell in planningCase.Stock)
        {
            for (int i = 0; i < cell.Pupils; i++)
            {
                FollowedPupil pupil = new(cell.Area, cell.Need, cell.Sex, planningCase.Horizon.BaseYear, cell.YearGroup, cell.Current);
                pupil.Levels.Add(cell.Level);
                yield return pupil;
            }
        }
    }

    private static List<FollowedPupil> Ordered(IEnumerable<FollowedPupil> pupils, AcademicYear year) => [.. FollowedPupil.InOrder(pupils, year)];
}
