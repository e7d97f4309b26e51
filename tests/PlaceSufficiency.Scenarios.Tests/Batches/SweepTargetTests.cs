using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.Tests.Batches;

public sealed class SweepTargetTests
{
    private static readonly AcademicYear _year = AcademicYear.Parse("2027/28");

    public static TheoryData<string, decimal, ScenarioChange> Known => new()
    {
        { "inmss.cap.2027", 40, new CapInmss(40, _year, _year) },
        { "inmss.cap.2027+", 40, new CapInmss(40, _year) },
        { "inmss.cap.2027/28", 40, new CapInmss(40, _year, _year) },
        { "inmss.spend.2027+", 5_000_000, new LimitInmssSpend(new Pounds(5_000_000), _year) },
        { "capital.total", 12_000_000, new LimitCapital(new Pounds(12_000_000)) },
        { "places.great-oaks.2027+", 120, new SetPlaces(new ProvisionId("great-oaks"), 120, _year) },
        { "joiners.scale.2027", 1.1m, new ScaleJoiners(1.1m, _year, Until: _year) },
        { "joiners.scale.2027+", 1.1m, new ScaleJoiners(1.1m, _year) },
        { "travel.ceiling.post-16", 60, new SetTravelCeiling(Phase.Post16, 60) },
        { "scheme.opens.new-school", 0, new DropScheme(new SchemeId("new-school")) },
        { "scheme.opens.new-school", 2027, new OpenScheme(new SchemeId("new-school"), _year) },
        { "price.top-up.special-school.2027", 1.05m, new ChangePrice(PriceItem.TopUp, "special-school", FinancialYear.StartingIn(2027), FinancialYear.StartingIn(2027), Factor: 1.05m) },
    };

    [Theory, MemberData(nameof(Known))]
    public void A_key_and_a_value_are_a_change(string over, decimal value, ScenarioChange change) => Assert.Equal(change, SweepTarget.Change(new SweepSetting(over, value)));

    [Theory]
    [InlineData("inmss.caps.2027", 40, "unknown-sweep")]
    [InlineData("inmss.cap", 40, "unknown-sweep")]
    [InlineData("inmss.cap.soon", 40, "unknown-sweep")]
    [InlineData("travel.ceiling.tertiary", 40, "unknown-sweep")]
    [InlineData("inmss.cap.2027", 40.5, "bad-sweep-value")]
    [InlineData("inmss.cap.2027", -1, "bad-sweep-value")]
    [InlineData("scheme.opens.new-school", 27, "bad-sweep-value")]
    public void What_is_no_change_is_refused(string over, double value, string code) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<FindingsException>(() => SweepTarget.Change(new SweepSetting(over, (decimal)value))).Findings).Code);
}
