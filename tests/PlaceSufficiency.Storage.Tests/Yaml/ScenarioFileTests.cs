using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tests.Yaml;

public class ScenarioFileTests
{
    private const string Head = "schema: 1\nextends: base.yaml\nname: A scenario\n";

    public static TheoryData<string, string[]> Mistakes => new()
    {
        { "changes:\n  - ad-places: { provision: oak-special, places: 1, from: 2025/26 }\n",
            [$"Error unknown-change scenario.yaml:5 changes[1] 'ad-places': There is no such change; known are {string.Join(", ", ChangeCatalogue.ByName.Keys)}. Maybe 'add-places' was meant."] },
        { "changes:\n  - add-places: { provison: oak-special, places: 1, from: 2025/26 }\n",
            ["Error missing-key scenario.yaml:5 changes[1].add-places.provision: The key is missing. The provision.",
             "Error unknown-key scenario.yaml:5 changes[1].add-places 'provison': There is no such key here. Maybe 'provision' was meant."] },
        { "changes:\n  - add-places: { provision: oak-special, places: 1.5, from: 2025-26 }\n",
            ["Error fractional-number scenario.yaml:5 changes[1].add-places.places '1.5': A whole number is wanted.",
             "Error bad-year scenario.yaml:5 changes[1].add-places.from '2025-26': An academic year is written as 2021/22. Maybe '2025/26' was meant."] },
        { "changes:\n  - add-places: { provision: oak-specal, places: 1, from: 2025/26 }\n",
            ["Error unknown-provision scenario.yaml:5 provision 'oak-specal': No provision of the case has this id. Maybe 'oak-special' was meant."] },
        { "changes:\n  - add-places: { provision: oak-special, places: 1, from: 2025/26 }\n    cap-inmss: { pupils: 1, from: 2025/26 }\n",
            ["Error one-key-each scenario.yaml:5 changes[1] 'add-places, cap-inmss': An item is one key with its parameters. Maybe the parameters need to be indented further, or '-' is missing before the second key."] },
        { "changes:\n  - add-places\n",
            ["Error wrong-type scenario.yaml:5 changes[1] 'add-places': A change, one key with its parameters, is wanted, not a single value. Maybe a colon is missing after the name of the change."] },
        { "changes:\n  - set-places: { provision: oak-special, places: 5, from: 2025/26 }\n  - add-places: { provision: oak-special, places: 1, from: 2026/27 }\n",
            ["Error conflicting-changes scenario.yaml:6 places/oak-special/2026/27: Rows 5 (set-places) and 6 (add-places) both change this. Maybe the first needs an 'until'."] },
        { "name: Again\n", ["Error duplicate-key scenario.yaml:4 'name': The key stands twice."] },
        { "chnages: []\n", ["Error unknown-key scenario.yaml:4 'chnages': There is no such key here. Maybe 'changes' was meant."] },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public void A_mistake_gives_exactly_its_findings(string rest, string[] expected)
    {
        using TempCase files = new();

        Assert.Equal(expected.Order(StringComparer.Ordinal), files.Write("scenario.yaml", Head + rest).Findings("scenario.yaml").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_kind_of_value_is_bound()
    {
        using TempCase files = new();
        files.Write("scenario.yaml", Head + """
            question: What if?
            changes:
              # comments are fine
              - add-places: { provision: oak-special, places: -1, from: 2025/26, until: 2025/26 }
              - change-designation: { provision: elm-base, needs: [SLCN, asd], levels: [mainstream-plus, resourced], year-to: 5, sex: girls }
              - scale-joiners: { factor: 1.5, needs: all, starting: 2026/27 }
              - shift-level: { from: special, to: resourced, share: 25%, needs: ASD;SLD, phases: [secondary], starting: 2025/26 }
              - no-new-placements: { kind: inmss, from: 2026/27 }
              - change-price: { item: fee, applies-to: inmss, from: 2026-27, pounds: 61234.56 }
              - set-totals: { growth: { base-plans: 4, rates: { 2025/26: 25%, 2026/27: 0.2 } } }
            """ + "\n");

        LoadedCase loaded = CaseReader.Read(files.PathOf("scenario.yaml"));

        Assert.Equal(("A scenario", "What if?"), (loaded.Case.Name, loaded.Case.Question));
        Assert.Equal(
        [
            "places/oak-special/2025/26: 4 -> 3",
            "designation/elm-base/needs: SLCN -> SLCN;ASD",
            "designation/elm-base/levels: resourced -> mainstream-plus;resourced",
            "designation/elm-base/year-to: 6 -> 5",
            "designation/elm-base/sex: mixed -> girls",
            "joiners/all/-4 to 20/2026/27 on: as before -> times 1.5",
            "levels/SLD;ASD/secondary/mixed/2025/26 on: special -> 25% to resourced",
            "provision/yew-inmss/no-new-placements-from: never -> 2026/27",
            "price/fee/inmss/2026-27: £60,000.00 -> £61,234.56",
            "price/fee/inmss/2027-28: £60,000.00 -> £61,234.56",
            "totals/2025/26: not stated -> 5",
            "totals/2026/27: not stated -> 6",
        ], loaded.ChangeLog.Select(line => line.ToString()));
        Assert.Equal([7, 8, 8, 8, 8, 9, 10, 11, 12, 12, 13, 13], loaded.ChangeLog.Select(line => line.Row));
    }

    [Fact]
    public void A_later_layer_wins()
    {
        using TempCase files = new();
        files.Write("first.yaml", Head + "changes:\n  - set-places: { provision: oak-special, places: 6, from: 2025/26 }\n");
        files.Write("second.yaml", "schema: 1\nextends: first.yaml\nname: Second\nchanges:\n  - add-places: { provision: oak-special, places: 1, from: 2026/27 }\n");

        LoadedCase loaded = CaseReader.Read(files.PathOf("second.yaml"));

        Assert.Equal("Second", loaded.Case.Name);
        Assert.Equal(
            ["first.yaml:5 places/oak-special/2025/26: 4 -> 6", "first.yaml:5 places/oak-special/2026/27: 4 -> 6", "second.yaml:5 places/oak-special/2026/27: 6 -> 7"],
            loaded.ChangeLog.Select(line => $"{line.File}:{line.Row} {line}"));
        Assert.Equal(["base.yaml", "first.yaml", "second.yaml"], loaded.Inputs.Select(input => input.Path).Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_scenario_may_stand_in_a_folder_of_the_case()
    {
        using TempCase files = new();
        Directory.CreateDirectory(files.PathOf("variants"));
        files.Write("variants/more.yaml", "schema: 1\nextends: ../base.yaml\nname: More\n");

        LoadedCase loaded = CaseReader.Read(files.PathOf("variants/more.yaml"));

        Assert.Equal(("variants/more.yaml", "More"), (loaded.File, loaded.Case.Name));
    }

    [Theory]
    [InlineData("basee.yaml", "Error missing-file a.yaml:2 extends 'basee.yaml': There is no such file. Maybe 'base.yaml' was meant.")]
    [InlineData("../case/base.yaml", null)]
    [InlineData("../outside.yaml", "Error outside-case-folder a.yaml:2 extends '../outside.yaml': The path leads outside the case folder.")]
    [InlineData("/etc/hostname", "Error outside-case-folder a.yaml:2 extends '/etc/hostname': The path leads outside the case folder.")]
    [InlineData("linked.yaml", "Error outside-case-folder a.yaml:2 extends 'linked.yaml': The path leads outside the case folder.")]
    [InlineData("linked/outside.yaml", "Error outside-case-folder a.yaml:2 extends 'linked/outside.yaml': The path leads outside the case folder.")]
    [InlineData("a.yaml", "Error extends-cycle a.yaml:2 extends 'a.yaml': The files extend each other: a.yaml -> a.yaml.")]
    [InlineData("b.yaml", "Error extends-cycle b.yaml:2 extends 'a.yaml': The files extend each other: a.yaml -> b.yaml -> a.yaml.")]
    public void Extends_stays_within_the_case_and_comes_to_an_end(string extends, string? expected)
    {
        using TempCase files = new();
        File.Copy(files.PathOf("base.yaml"), Path.Combine(files.Outside, "outside.yaml"));
        File.CreateSymbolicLink(files.PathOf("linked.yaml"), Path.Combine(files.Outside, "outside.yaml"));
        Directory.CreateSymbolicLink(files.PathOf("linked"), files.Outside);
        files.Write("a.yaml", $"schema: 1\nextends: {extends}\nname: A\n").Write("b.yaml", "schema: 1\nextends: a.yaml\nname: B\n");

        Assert.Equal(expected is null ? [] : [expected], files.Findings("a.yaml"));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named_with_the_one_that_is_probably_meant()
    {
        using TempCase files = new();

        Assert.Equal(["Error missing-file anexe.yaml There is no such file. Maybe 'annexe.yaml' was meant."], files.Findings("anexe.yaml"));
    }
}
