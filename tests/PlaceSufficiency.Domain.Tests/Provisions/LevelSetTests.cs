using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Domain.Tests.Provisions;

public class LevelSetTests
{
    [Fact]
    public void Levels_are_kept_once_and_listed_least_specialist_first()
    {
        LevelSet set = LevelSet.Of(ProvisionLevel.Special, ProvisionLevel.Mainstream, ProvisionLevel.Special);

        Assert.Equal([ProvisionLevel.Mainstream, ProvisionLevel.Special], set);
        Assert.True(set.Contains(ProvisionLevel.Special));
        Assert.False(set.Contains(ProvisionLevel.Resourced));
        Assert.Equal("Mainstream;Special", set.ToString());
    }

    [Fact]
    public void All_holds_five_levels_and_the_default_none()
    {
        Assert.Equal(5, LevelSet.All.Count());
        Assert.True(default(LevelSet).IsEmpty);
        Assert.False(LevelSet.Of(ProvisionLevel.Mainstream).IsEmpty);
    }
}
