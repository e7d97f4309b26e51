using System.Diagnostics;

namespace PlaceSufficiency.Storage.Tests.Yaml;

public class BoundsTests
{
    [Fact]
    public void Aliases_are_followed()
    {
        using TempCase files = new();
        files.Replace("base.yaml", "ceiling-minutes: {", "ceiling-minutes: &minutes {").Replace("base.yaml", "threshold-minutes: { early-years: 45, primary: 45, secondary: 75, post-16: 75, post-19: 75 }", "threshold-minutes: *minutes");

        var travel = Storage.Cases.CaseReader.Read(files.PathOf("base.yaml")).Case.Travel;

        Assert.Equal(travel.Ceiling, travel.Threshold);
    }

    [Theory]
    [InlineData("", "Error empty-file base.yaml The file is empty.")]
    [InlineData("# only a comment\n", "Error empty-file base.yaml The file is empty.")]
    [InlineData("- 1\n", "Error wrong-type base.yaml:1 The file must hold keys and values, not a list.")]
    [InlineData("a: 1\n---\nb: 2\n", "Error several-documents base.yaml:2 The file holds more than one YAML document.")]
    [InlineData("a: *b\n", "Error unknown-alias base.yaml:1 'b': No anchor of this name stands before the alias.")]
    [InlineData("a: &a [*a]\n", "Error unknown-alias base.yaml:1 'a': No anchor of this name stands before the alias.")]
    [InlineData("a: !!int 1\n", "Error tag base.yaml:1 'tag:yaml.org,2002:int': Tags are not used in scenario files.")]
    [InlineData("a: &x { b: 1 }\nc: { <<: *x }\n", "Error merge-key base.yaml:2 A key is a single name; merging is not used in scenario files.")]
    [InlineData("[a, b]: 1\n", "Error bad-key base.yaml:1 A key is a single name; merging is not used in scenario files.")]
    public void What_is_not_one_plain_document_is_refused(string text, string expected)
    {
        using TempCase files = new();

        Assert.Equal([expected], files.Write("base.yaml", text).Findings());
    }

    [Fact]
    public void A_tab_is_pointed_out()
    {
        using TempCase files = new();

        string finding = Assert.Single(files.Write("base.yaml", "schema: 1\ntravel:\n\tcircuity: 1\n").Findings());

        Assert.StartsWith("Error bad-yaml base.yaml:3 This is not YAML: ", finding, StringComparison.Ordinal);
        Assert.EndsWith(" Maybe the line is indented with a tab; use spaces.", finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused_at_once()
    {
        using TempCase files = new();
        string bomb = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + string.Concat(Enumerable.Range(1, 9).Select(level =>
            $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 5))}]\n"));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.Equal(["Error too-many-nodes base.yaml:7 The file holds more than 100000 values once aliases are followed."], files.Write("base.yaml", bomb).Findings());
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public void Fifty_aliases_are_enough()
    {
        using TempCase files = new();
        string text = "a: &a 1\nb: [" + string.Join(", ", Enumerable.Repeat("*a", 51)) + "]\n";

        Assert.Equal(["Error too-many-aliases base.yaml:2 The file uses more than 50 aliases."], files.Write("base.yaml", text).Findings());
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(25)]
    public void Deep_nesting_is_refused(int levels)
    {
        using TempCase files = new();

        Assert.Equal(["Error too-deep base.yaml:1 The file nests more than 20 levels."], files.Write("base.yaml", "a: " + new string('[', levels)).Findings());
    }

    [Fact]
    public void Aliases_do_not_hide_depth()
    {
        using TempCase files = new();
        string text = "a0: &a0 [1]\n" + string.Concat(Enumerable.Range(1, 25).Select(level => $"a{level}: &a{level} [*a{level - 1}]\n"));

        Assert.Equal(["Error too-deep base.yaml:19 The file nests more than 20 levels once aliases are followed."], files.Write("base.yaml", text).Findings());
    }
}
