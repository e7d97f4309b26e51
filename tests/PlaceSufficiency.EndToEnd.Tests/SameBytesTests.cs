namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>The same input gives the same bytes, whatever runs beside it.</summary>
public sealed class SameBytesTests(SouthamptonRun southampton)
{
    [Fact]
    public async Task Tiny_on_one_thread_and_on_two()
    {
        string tiny = Repository.At("scenarios", "tiny");
        using TempFolder one = new();
        using TempFolder two = new();

        Said first = await ProgramProcess.Run("run", tiny, Path.Combine(tiny, "base.yaml"), "--out", one.Path, "--threads", "1");
        Said second = await ProgramProcess.Run("run", tiny, Path.Combine(tiny, "base.yaml"), "--out", two.Path, "--threads", "2");

        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first.Results.Replace(one.Path, two.Path, StringComparison.Ordinal), second.Results);
        AssertSame(one.Path, two.Path, atLeast: 60);
    }

    [Fact]
    public async Task A_scenario_alone_on_one_thread_and_among_six_on_two()
    {
        using TempFolder alone = new();

        Said said = await ProgramProcess.Run("run", Path.Combine(SouthamptonRun.Case, "girls-semh.yaml"), "--out", alone.Path, "--threads", "1");

        Assert.Equal(0, said.ExitCode);
        AssertSame(southampton.Of("girls-semh"), alone.At("southampton", "girls-semh"), atLeast: 20);
    }

    private static void AssertSame(string one, string two, int atLeast)
    {
        Dictionary<string, string> first = TempFolder.Files(one);
        Dictionary<string, string> second = TempFolder.Files(two);

        Assert.True(first.Count >= atLeast, $"{first.Count} files");
        Assert.Equal(first.Keys.Order(StringComparer.Ordinal), second.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([], first.Keys.Where(file => first[file] != second[file]));
    }
}
