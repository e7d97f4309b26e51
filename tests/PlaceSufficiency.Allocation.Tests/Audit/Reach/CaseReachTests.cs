using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Allocation.Audit.Reach;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Audit.Reach;

/// <summary>The grid finds what looking at every provision finds.</summary>
public class CaseReachTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 25)]
    [InlineData(3, 61)]
    [InlineData(4, 400)]
    public void Everything_within_the_longest_ceiling_is_found_and_nothing_beyond(int seed, int minutes)
    {
        PlanningCase scattered = Scattered(new Random(seed), minutes);
        CaseIndex index = new(scattered);
        CaseReach reach = new(scattered, index);

        for (int area = 0; area < index.Areas; area++)
        {
            int[] expected = [.. Enumerable.Range(0, index.Provisions).Where(g => index.JourneyTo(g, area).Time <= Duration.FromMinutes(minutes))];

            Assert.Equal(expected, reach.From(area, new HashSet<int>()).Select(one => one.Provision).Order());
        }
    }

    [Fact]
    public void A_provision_that_is_named_is_found_once_however_far()
    {
        PlanningCase scattered = Scattered(new Random(5), 25);
        CaseReach reach = new(scattered, new CaseIndex(scattered));
        HashSet<int> all = [.. Enumerable.Range(0, scattered.Provisions.Length)];

        Assert.Equal(all.Order(), reach.From(0, all).Select(one => one.Provision).Order());
    }

    [Fact]
    public void Candidates_of_an_area_stand_by_designation_and_know_the_phases_they_are_within_reach_of()
    {
        PlanningCase scattered = Scattered(new Random(6), 40);
        CaseReach reach = new(scattered, new CaseIndex(scattered));
        AreaReach near = new(scattered, reach, 3, new HashSet<int> { 7, 11 });

        IEnumerable<int> byClass = Enumerable.Range(0, reach.Classes.Members.Count).SelectMany(of =>
        {
            (int from, int until) = near.OfClass(of);
            Assert.All(near.Provisions[from..until], g => Assert.Equal(of, reach.Classes.OfProvision[g]));
            return near.Provisions[from..until];
        });
        Assert.Equal(near.Provisions, byClass);
        Assert.Contains(7, near.Provisions);
        for (int c = 0; c < near.Provisions.Length; c++)
        {
            Assert.Equal(near.Journeys[c].Time <= Duration.FromMinutes(20), near.IsWithin(c, Phase.Primary));
            Assert.Equal(near.Journeys[c].Time <= Duration.FromMinutes(40), near.IsWithin(c, Phase.Secondary));
        }
    }

    [Fact]
    public void A_kind_of_pupil_has_a_position_of_its_own()
    {
        PupilKind[] kinds = [.. Enumerable.Range(0, PupilKind.Count).Select(PupilKind.At)];

        Assert.Equal(PupilKind.Count, kinds.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, PupilKind.Count), kinds.Select(kind => kind.Index));
    }

    /// <summary>Areas and provisions over 120 km; every fifth area has a stated journey, near or far, to every fourth provider. Primary: half the ceiling.</summary>
    private static PlanningCase Scattered(Random random, int minutes)
    {
        PlanningCase tiny = TinyWorld.Case();
        GridReference Anywhere() => new(400_000 + random.Next(120_000), 100_000 + random.Next(120_000));
        ImmutableArray<PlanningArea> areas = [.. Enumerable.Range(0, 30).Select(i => new PlanningArea(new($"a{i}"), $"A {i}", Anywhere(), new int[26]))];
        ImmutableArray<Provider> providers = [.. Enumerable.Range(0, 60).Select(i => new Provider(new($"s{i}"), $"S {i}", null, "X", Anywhere()))];
        ImmutableArray<Provision> provisions =
        [
            .. providers.Select((provider, i) => tiny.Provisions[i % tiny.Provisions.Length] with { Id = new($"p{i}"), Provider = provider.Id }),
        ];
        return tiny with
        {
            Areas = areas,
            Providers = providers,
            Provisions = provisions,
            Stock = [],
            Travel = tiny.Travel with
            {
                Ceiling = Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, phase => Duration.FromMinutes(phase == Phase.Primary ? minutes / 2 : minutes)),
                Stated = areas.Where((_, i) => i % 5 == 0).SelectMany(area => providers.Where((_, i) => i % 4 == 0).Select(provider => (area.Id, provider.Id)))
                    .ToImmutableDictionary(key => key, _ => new Journey(Distance.FromKilometres(9), Duration.FromMinutes(random.Next(2 * minutes)))),
            },
        };
    }
}
