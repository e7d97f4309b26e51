using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;
using static PlaceSufficiency.Allocation.Tests.Audit.AuditWorld;
using static PlaceSufficiency.Testing.StayBuilder;
using static PlaceSufficiency.Testing.TinyWorld;

namespace PlaceSufficiency.Allocation.Tests.Audit.Figures;

public class YearFigureTests
{
    [Fact]
    public void Stock_joiners_and_leavers_are_counted_by_year()
    {
        var years = With(Case(), Stay(5, 3, 0, 2, at: SpecialSchool), Stay(2, 3, 0, 0), Stay(3, 3, 1, 1), Stay(1, 3, 2, 2)).Audit(
            Path(0, 5, SpecialSchool, SpecialSchool), Path(2, 3, Base), Path(3, 1, [null])).Figures.Years;

        Assert.Equal([(7, 0, 0), (8, 3, 2), (6, 1, 3)], years.Select(year => (year.Stock, year.Joiners, year.Leavers)));
        Assert.Equal([(5, 2), (8, 0), (5, 1)], years.Select(year => (year.Placed, year.Unplaced)));
    }

    [Fact]
    public void Inmss_counts_pupils_girls_and_what_is_spent_on_them_in_the_academic_year()
    {
        // 3 pupils: fee 7/12 x 60,000 + 5/12 x 72,000 = 65,000 each; 2 places funded at 1,200. Transport is not counted.
        var inmss = Case(1).WithKind(SpecialSchool, ProvisionKind.Inmss).WithPlaces(SpecialSchool, 3).WithPlaces(Base, 0)
            .WithPrice(PriceItem.Fee, 60_000, 72_000).WithPrice(PriceItem.PlaceFunding, 1_200, 1_200);
        var year = With(inmss, Stay(2, 3, 0, 1, at: SpecialSchool, area: South), Stay(1, 3, 0, 1, at: SpecialSchool, sex: Sex.Female)).Audit(
            Path(0, 2, SpecialSchool), Path(1, 1, SpecialSchool)).Figures.Years;

        Assert.Equal([(3, 1, 0m), (3, 1, (3 * 65_000m) + (3 * 1_200m))], year.Select(it => (it.Inmss, it.InmssGirls, it.InmssSpend.Value)));
    }

    [Fact]
    public void Special_places_are_the_authoritys_own_and_special_pupils_are_its_pupils_anywhere()
    {
        var foreign = Case(1) with { Authority = "Elsewhere" };
        var stay = Stay(4, 3, 0, 1, at: SpecialSchool);

        var own = With(Case(1), stay).Audit(Path(0, 4, SpecialSchool)).Figures.Years[^1];
        var outside = With(foreign, stay).Audit(Path(0, 4, SpecialSchool)).Figures.Years[^1];

        Assert.Equal((10, 4), (own.SpecialPlaces, own.SpecialPupils));
        Assert.Equal((0, 4), (outside.SpecialPlaces, outside.SpecialPupils));
    }

    [Fact]
    public void Over_number_is_pupils_above_resident_places()
    {
        var importing = Case(1) with { Imports = new PlacesByYear([(SpecialSchool, BaseYear, 3)]) };

        var report = With(importing, Stay(9, 3, 0, 1, at: SpecialSchool)).Audit(Path(0, 9, SpecialSchool));

        Assert.Equal([2, 2], report.Figures.Years.Select(year => year.OverNumber));
        Assert.Equal(
            [new ProvisionYear(SpecialSchool, First, 10, 3, 9, 2, 0), new ProvisionYear(Base, First, 10, 0, 0, 0, 10)],
            report.Figures.Provisions.Where(full => full.Year == First));
    }

    [Fact]
    public void A_provision_that_is_not_open_has_no_places_and_no_imports()
    {
        var closed = Case(1).WithProvision(SpecialSchool, school => school with { Closes = First }) with { Imports = new PlacesByYear([(SpecialSchool, BaseYear, 3)]) };

        Assert.Contains(new ProvisionYear(SpecialSchool, First, 0, 0, 0, 0, 0), With(closed).Audit().Figures.Provisions);
    }

    [Theory]
    [InlineData(1, 1, 5, 10)] // 0 and 10: half-way; the second of two is the first that nine in ten do not exceed
    [InlineData(2, 1, 0, 10)]
    [InlineData(9, 1, 0, 0)] // nine of ten are at 0: the ninth is the 90th percentile
    [InlineData(8, 2, 0, 10)]
    [InlineData(0, 3, 10, 10)]
    [InlineData(0, 0, 0, 0)]
    public void Median_and_ninetieth_percentile_count_every_pupil_once(int atHome, int tenMinutesAway, int median, int ninetieth)
    {
        var stays = new[] { Stay(atHome, 3, 1, 1), Stay(tenMinutesAway, 3, 1, 1, area: South) }.Where(stay => stay.Pupils > 0).ToArray();
        var paths = stays.Select((stay, number) => Path(number, stay.Pupils, SpecialSchool)).ToArray();

        var year = With(Case(1), stays).Audit(paths).Figures.Years[^1];

        Assert.Equal((Duration.FromMinutes(median), Duration.FromMinutes(ninetieth)), (year.MedianTravel, year.NinetiethPercentileTravel));
    }

    [Theory]
    [InlineData(4.5, 0, 0)] // 45 minutes are not over 45
    [InlineData(4.51, 2, 0)]
    [InlineData(7.5, 2, 0)]
    [InlineData(7.51, 2, 2)]
    public void Long_journeys_are_longer_than_45_and_75_minutes(double circuity, int over45, int over75)
    {
        var far = Case(1) with { Travel = Case().Travel with { Circuity = circuity, Ceiling = Minutes(100) } };

        var year = With(far, Stay(2, 3, 1, 1, area: South), Stay(5, 3, 1, 1)).Audit(Path(0, 2, SpecialSchool), Path(1, 5, SpecialSchool)).Figures.Years[^1];

        Assert.Equal((over45, over75), (year.Over45Minutes, year.Over75Minutes));
    }
}
