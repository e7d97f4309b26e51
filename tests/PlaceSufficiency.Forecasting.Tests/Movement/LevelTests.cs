using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Forecasting.Tests.Movement;

public class LevelTests
{
    private const PrimaryNeed Asd = PrimaryNeed.ASD;
    private const ProvisionLevel Mainstream = ProvisionLevel.Mainstream;
    private const ProvisionLevel Resourced = ProvisionLevel.Resourced;
    private const ProvisionLevel Special = ProvisionLevel.Special;

    [Fact]
    public void Joiners_divide_by_the_level_shares_of_their_need_and_phase()
    {
        DemandPath path = Forecaster.Forecast(TinyWorld.Case(1).WithJoiners(10, 3).WithLevels(Asd, Phase.Primary, (Mainstream, 0.5m), (Resourced, 0.2m), (Special, 0.3m)));

        Assert.Equal([(Mainstream, 5), (Resourced, 2), (Special, 3)], LevelsIn(path, path.Horizon.LastYear));
    }

    [Fact]
    public void Joiners_one_by_one_follow_the_shares_over_the_years()
    {
        DemandPath path = Forecaster.Forecast(TinyWorld.Case(5).WithJoiners(1, 0).WithLevels(Asd, Phase.Primary, (Mainstream, 0.6m), (Special, 0.4m)));

        Assert.Equal([(Mainstream, 3), (Special, 2)], LevelsIn(path, path.Horizon.LastYear));
    }

    [Fact]
    public void Those_who_change_phase_meet_the_shares_with_the_fewest_changes()
    {
        // Of 10 in year group 6, 8 mainstream and 2 special; secondary calls for half and half: 3 change, all upwards.
        PlanningCase planningCase = TinyWorld.Case().WithPupils(8, 6, level: Mainstream).WithPupils(2, 6, level: Special)
            .WithLevels(Asd, Phase.Secondary, (Mainstream, 0.5m), (Special, 0.5m));

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal(
            [("Mainstream Mainstream Mainstream", 5), ("Mainstream Special Special", 3), ("Special Special Special", 2)],
            path.Stays.Select(stay => (string.Join(' ', stay.Levels), stay.Pupils)));
    }

    [Fact]
    public void Changes_of_level_take_the_fewest_steps()
    {
        // 2 mainstream and 2 special become one each at four levels: one step up each, not from mainstream to the top and back.
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(2, 11, level: Mainstream).WithPupils(2, 11, level: Special)
            .WithLevels(
                Asd, Phase.Post16, (Mainstream, 0.25m), (ProvisionLevel.MainstreamPlus, 0.25m), (Special, 0.25m), (ProvisionLevel.HighlySpecialised, 0.25m));

        Assert.Equal(
            ["Mainstream Mainstream", "Mainstream MainstreamPlus", "Special Special", "Special HighlySpecialised"],
            Forecaster.Forecast(planningCase).Stays.Select(stay => string.Join(' ', stay.Levels)));
    }

    [Fact]
    public void Those_who_change_level_are_not_of_the_same_sex_each_year()
    {
        // A girl and a boy, both mainstream, reach year group 7 each year and one of them is called to special.
        PlanningCase planningCase = TinyWorld.Case(6).WithLevels(Asd, Phase.Secondary, (Mainstream, 0.5m), (Special, 0.5m));
        for (int yearGroup = 1; yearGroup <= 6; yearGroup++)
        {
            planningCase = planningCase.WithPupils(1, yearGroup, level: Mainstream).WithPupils(1, yearGroup, level: Mainstream, sex: Sex.Female);
        }

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal([(Mainstream, 6), (Special, 6)], LevelsIn(path, path.Horizon.LastYear));
        Assert.InRange(path.Stays.Where(stay => stay.Sex == Sex.Female && stay.Levels[^1] == Special).Sum(stay => stay.Pupils), 2, 4);
    }

    [Fact]
    public void Within_a_phase_and_without_shares_the_level_stands()
    {
        PlanningCase planningCase = TinyWorld.Case().WithPupils(4, 3, level: Mainstream).WithPupils(4, 6, level: Mainstream, need: PrimaryNeed.HI)
            .WithLevels(Asd, Phase.Primary, (Special, 1)).WithLevels(Asd, Phase.Secondary, (Special, 1));

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal([(Mainstream, 8)], LevelsIn(path, path.Horizon.LastYear));
    }

    [Fact]
    public void Joiners_without_shares_take_the_levels_of_the_stock()
    {
        PlanningCase planningCase = TinyWorld.Case(1).WithPupils(1, 5, level: Resourced).WithPupils(3, 5, level: Special).WithPupils(9, 9, level: Mainstream);

        DemandPath path = Forecaster.Forecast(planningCase.WithJoiners(4, 2));

        Assert.Equal([(Resourced, 1), (Special, 3)], LevelsIn(path, path.Horizon.LastYear, stay => stay.FirstYear == path.Horizon.LastYear));
    }

    [Fact]
    public void A_shift_applies_to_those_decided_from_its_year_on()
    {
        // 10 join at special level each year; from the second year a fifth of them are called to a base instead.
        PlanningCase planningCase = TinyWorld.Case(3).WithJoiners(10, 1).WithLevels(Asd, Phase.Primary, (Special, 1));

        DemandPath path = Forecaster.Forecast(planningCase.WithShift(Special, Resourced, 0.2m, starting: 2));

        Assert.Equal([(Special, 10)], LevelsIn(path, path.Horizon.PlannedYears[0]));
        Assert.Equal([(Resourced, 4), (Special, 26)], LevelsIn(path, path.Horizon.LastYear));
    }

    [Fact]
    public void A_shift_keeps_to_its_need_and_phase()
    {
        PlanningCase planningCase = TinyWorld.Case(1)
            .WithJoiners(5, 1).WithLevels(Asd, Phase.Primary, (Special, 1))
            .WithJoiners(5, 8).WithLevels(Asd, Phase.Secondary, (Special, 1))
            .WithJoiners(5, 1, PrimaryNeed.SEMH).WithLevels(PrimaryNeed.SEMH, Phase.Primary, (Special, 1))
            .WithShift(Special, Resourced, 1, NeedSet.Of(Asd), phases: Phase.Primary);

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal([(Resourced, 5)], LevelsIn(path, path.Horizon.LastYear, stay => stay.Need == Asd && stay.YearGroupAtFirst.Value == 1));
        Assert.Equal([(Special, 10)], LevelsIn(path, path.Horizon.LastYear, stay => stay.Need != Asd || stay.YearGroupAtFirst.Value != 1));
    }

    [Fact]
    public void A_shift_for_girls_leaves_boys_where_they_are()
    {
        PlanningCase planningCase = TinyWorld.Case(1)
            .WithJoiners(10, 8, sex: Sex.Female).WithJoiners(10, 8).WithLevels(Asd, Phase.Secondary, (Special, 0.6m), (Resourced, 0.4m))
            .WithShift(Special, Resourced, 0.5m, sex: SexAdmitted.Girls);

        DemandPath path = Forecaster.Forecast(planningCase);

        Assert.Equal([(Resourced, 7), (Special, 3)], LevelsIn(path, path.Horizon.LastYear, stay => stay.Sex == Sex.Female));
        Assert.Equal([(Resourced, 4), (Special, 6)], LevelsIn(path, path.Horizon.LastYear, stay => stay.Sex == Sex.Male));
    }

    private static IEnumerable<(ProvisionLevel Level, int Pupils)> LevelsIn(DemandPath path, AcademicYear year, Func<Stay, bool>? which = null) => path.Stays
        .Where(stay => stay.Covers(year) && (which is null || which(stay)))
        .GroupBy(stay => stay.LevelIn(year))
        .OrderBy(group => group.Key)
        .Select(group => (group.Key, group.Sum(stay => stay.Pupils)));
}
