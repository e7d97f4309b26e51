using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Reporting.Maps;

namespace PlaceSufficiency.Reporting.Tests.Html;

public class SharedOutlinesTests
{
    [Fact]
    public void Areas_of_the_same_names_in_the_same_places_are_drawn_once_whoever_lives_there()
    {
        SharedOutlines outlines = new();
        IReadOnlyList<MapArea> first = outlines.Of(Areas(eastingOfSecond: 2_000, people: 10));

        Assert.Same(first, outlines.Of(Areas(eastingOfSecond: 2_000, people: 20)));
    }

    [Fact]
    public void Areas_elsewhere_are_drawn_for_themselves()
    {
        SharedOutlines outlines = new();
        outlines.Of(Areas(eastingOfSecond: 2_000, people: 10));

        Assert.Equal([new GridReference(1_000, 1_000), new GridReference(3_000, 1_000)], outlines.Of(Areas(eastingOfSecond: 3_000, people: 10)).Select(area => area.Centroid));
    }

    private static PlanningArea[] Areas(int eastingOfSecond, int people) =>
    [
        new(new PlanningAreaId("a"), "A", new GridReference(1_000, 1_000), [people]),
        new(new PlanningAreaId("b"), "B", new GridReference(eastingOfSecond, 1_000), [people]),
    ];
}
