using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Fitting;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

public class LevelEstimateTests
{
    private static readonly IReadOnlyList<FitUnit> _units =
    [
        new FitUnit("mainstream", PublishedPlacement.Mainstream, [], 6),
        new FitUnit("base", PublishedPlacement.ResourcedProvisionOrUnit, [], 1),
        new FitUnit("special", PublishedPlacement.SpecialLaMaintained, [], 2),
        new FitUnit("inmss", PublishedPlacement.Inmss, [], 1),
        new FitUnit("home", PublishedPlacement.ElectiveHomeEducation, [], 90),
    ];

    [Fact]
    public void Shares_are_those_of_the_placements_and_pupils_elsewhere_say_nothing()
    {
        var shares = LevelEstimate.Shares(Table(), _units, new FittingAssumptions(), corrected: false);

        Assert.Equal(
            [(ProvisionLevel.Mainstream, 0.6m), (ProvisionLevel.Resourced, 0.1m), (ProvisionLevel.Special, 0.25m), (ProvisionLevel.HighlySpecialised, 0.05m)],
            Of(shares, PrimaryNeed.ASD, Phase.Secondary));
    }

    [Fact]
    public void The_correction_moves_a_share_of_mainstream_to_special()
    {
        var shares = LevelEstimate.Shares(Table(), _units, new FittingAssumptions { HiddenSpecialShare = 0.5m }, corrected: true);

        Assert.Equal(
            [(ProvisionLevel.Mainstream, 0.3m), (ProvisionLevel.Resourced, 0.1m), (ProvisionLevel.Special, 0.55m), (ProvisionLevel.HighlySpecialised, 0.05m)],
            Of(shares, PrimaryNeed.ASD, Phase.Secondary));
    }

    [Fact]
    public void A_need_that_nobody_has_in_the_phase_takes_the_shares_of_all_needs()
    {
        var shares = LevelEstimate.Shares(Table(), _units, new FittingAssumptions(), corrected: true);

        Assert.Equal(0.6m, shares[(PrimaryNeed.VI, Phase.Secondary, ProvisionLevel.Mainstream)]);
        Assert.Equal(1m, shares[(PrimaryNeed.VI, Phase.EarlyYears, ProvisionLevel.Mainstream)]);
    }

    [Fact]
    public void Every_need_and_phase_sums_to_one()
    {
        var shares = LevelEstimate.Shares(Table(), _units, new FittingAssumptions { HiddenSpecialShare = 1 / 3m }, corrected: true);

        Assert.Equal(13 * 5, shares.GroupBy(pair => (pair.Key.Need, pair.Key.Phase)).Count(group => group.Sum(pair => pair.Value) == 1m));
    }

    /// <summary>Pupils of the units, all of them boys of 13 with ASD.</summary>
    private static JointTable Table() => JointTable.From(
        [StockAxes.Need, StockAxes.Age, StockAxes.Unit(_units), StockAxes.BothSexes],
        keys => keys[0] == "ASD" && keys[1] == "13" && keys[3] == "Male" ? _units.Single(unit => unit.Name == keys[2]).Pupils : 0);

    private static IEnumerable<(ProvisionLevel, decimal)> Of(
        IEnumerable<KeyValuePair<(PrimaryNeed Need, Phase Phase, ProvisionLevel Level), decimal>> shares, PrimaryNeed need, Phase phase) =>
        shares.Where(pair => pair.Key.Need == need && pair.Key.Phase == phase).Select(pair => (pair.Key.Level, pair.Value));
}
