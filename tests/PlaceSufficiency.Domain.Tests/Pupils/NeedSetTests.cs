using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Tests.Pupils;

public class NeedSetTests
{
    [Fact]
    public void Needs_are_kept_once_and_listed_in_code_order()
    {
        NeedSet set = NeedSet.Of(PrimaryNeed.OTH, PrimaryNeed.MLD, PrimaryNeed.OTH);

        Assert.Equal([PrimaryNeed.MLD, PrimaryNeed.OTH], set);
        Assert.Equal(2, set.Count);
        Assert.True(set.Contains(PrimaryNeed.MLD));
        Assert.False(set.Contains(PrimaryNeed.SLD));
        Assert.Equal("MLD;OTH", set.ToString());
    }

    [Fact]
    public void The_thirteen_needs_together_are_all()
    {
        Assert.Equal(13, NeedSet.All.Count);
        Assert.Equal("all", NeedSet.Of(Enum.GetValues<PrimaryNeed>()).ToString());
    }

    [Fact]
    public void Sets_of_the_same_needs_are_equal_and_the_default_is_empty()
    {
        Assert.Equal(NeedSet.Of(PrimaryNeed.HI, PrimaryNeed.VI), NeedSet.Of(PrimaryNeed.VI, PrimaryNeed.HI));
        Assert.True(default(NeedSet).IsEmpty);
        Assert.False(NeedSet.Of(PrimaryNeed.SPLD).IsEmpty);
        Assert.Equal(string.Empty, default(NeedSet).ToString());
    }
}
