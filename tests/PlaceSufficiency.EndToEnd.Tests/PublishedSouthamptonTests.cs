using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Reporting;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Tests.Disclosure;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>The published tables of the Southampton runs, tried by somebody who has all of them.</summary>
public sealed class PublishedSouthamptonTests(SouthamptonRun run)
{
    /// <summary>All thousand take a minute and more; one in so many takes seconds.</summary>
    private const int OneIn = 9;

    [Fact]
    public void Nobody_can_tell_a_withheld_count_of_the_city_within_five()
    {
        StoredRun[] runs = [.. SouthamptonRun.Scenarios.Select(scenario => StoredRun.Read(run.Of(scenario), new ResultFolders(run.Results)))];
        Publication publication = Publication.Of(new ReportModel([.. runs.Select(stored => stored.Report)], ReportPurpose.Publication, Made: null), new DisclosureRule());

        // All but specialist-bases have the same pupils calling for the same levels; bases can be over their places by no more than they have.
        Publication same = publication with { Runs = [.. publication.Runs.Where(known => known.Run != "specialist-bases")] };
        TableAttacker attacker = new(same, runs.ToDictionary(stored => stored.Name, stored => stored.Run.Loaded.Case.NeedGroups.ToArray()), sameDemand: true, places => (2 * places) + 50);

        Assert.True(attacker.Withheld.Count > 500, $"{attacker.Withheld.Count} counts are withheld.");
        Assert.All(attacker.Withheld.Index().Where(cell => cell.Index % OneIn == 0), cell =>
        {
            (long least, long most) = attacker.Infer(cell.Index);
            Assert.True(most - least >= 5, $"{cell.Item} is {least} to {most}");
        });
    }
}
