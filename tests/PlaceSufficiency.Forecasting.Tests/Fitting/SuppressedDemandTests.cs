using System.Collections.Immutable;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fitting;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

public class SuppressedDemandTests
{
    private static readonly NeedSet _autism = NeedSet.Of(PrimaryNeed.ASD);

    [Fact]
    public void A_share_that_fell_is_what_full_schools_hide_less_what_chance_explains()
    {
        // 500 of 1,000 were in special schools two years ago, 450 of 1,000 are; 12 of 18 mainstream pupils of a known need have ASD.
        PublishedTables tables = Tables((-2, 500, 500), (-1, 520, 480), (0, 550, 450));
        double variance = ((0.5 * 0.5) + (0.45 * 0.55)) / 1000;
        double lasting = 0.05 * 0.0025 / (0.0025 + variance);

        Assert.Equal(Math.Round(lasting * 1000 / (550 * 12 / 18.0), 4), (double)SuppressedDemand.HiddenSpecialShare(tables, _autism), 4);
    }

    [Fact]
    public void A_share_that_rose_or_of_which_one_year_is_known_hides_nobody()
    {
        Assert.Equal(0, SuppressedDemand.HiddenSpecialShare(Tables((-1, 550, 450), (0, 500, 500)), _autism));
        Assert.Equal(0, SuppressedDemand.HiddenSpecialShare(Tables((0, 500, 500), (1, 300, 700)), _autism));
    }

    private static PublishedTables Tables(params (int Year, int Mainstream, int Special)[] years)
    {
        PublishedTables small = SmallTables.Tables();
        ImmutableSortedDictionary<AcademicYear, ImmutableSortedDictionary<PublishedPlacement, int>> placements = years.ToImmutableSortedDictionary(
            year => small.BaseYear.PlusYears(year.Year),
            year => ImmutableSortedDictionary<PublishedPlacement, int>.Empty.Add(PublishedPlacement.Mainstream, year.Mainstream).Add(PublishedPlacement.SpecialAcademyFree, year.Special));
        return small with { BasePlacements = placements[small.BaseYear], PlacementYears = placements };
    }
}
