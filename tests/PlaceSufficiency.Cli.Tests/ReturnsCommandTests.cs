namespace PlaceSufficiency.Cli.Tests;

public sealed class ReturnsCommandTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    private string Out => _tiny.Beside("returns");

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task An_edited_layout_of_two_years_makes_a_return_without_any_code()
    {
        await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);
        Said print = await ProgramCall.Run("returns", "--print-layout", "--kind", "scap");
        string layout = _tiny.Beside("next-year.yaml");
        await File.WriteAllTextAsync(layout, print.Results.Replace("years: 5", "years: 1", StringComparison.Ordinal).Replace("years: 7", "years: 2", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Said said = await ProgramCall.Run("returns", Path.Combine(_tiny.Results, "tiny", "annexe"), "--layout", layout, "--out", Out);

        // Worked out by hand in the case's README: all five are at Oak in 2026/27, the girl with SLCN in its annexe.
        Assert.Equal(0, said.ExitCode);
        Assert.Equal(
            """
            planning_area,band,provision,2025/26_pupils,2026/27_pupils
            Tiny,Primary (Reception to Year 6),"Special schools, non-maintained ones included",2,
            Tiny,Primary (Reception to Year 6),Resourced provision and SEN units in mainstream schools,1,
            Tiny,Primary (Reception to Year 6),Independent schools,0,
            Tiny,Primary (Reception to Year 6),Alternative provision,0,
            Tiny,Primary (Reception to Year 6),All,3,
            Tiny,Secondary (Years 7 to 11),"Special schools, non-maintained ones included",2,5
            Tiny,Secondary (Years 7 to 11),Resourced provision and SEN units in mainstream schools,0,0
            Tiny,Secondary (Years 7 to 11),Independent schools,0,0
            Tiny,Secondary (Years 7 to 11),Alternative provision,0,0
            Tiny,Secondary (Years 7 to 11),All,2,5

            """,
            (await File.ReadAllTextAsync(Path.Combine(Out, "next-year.csv"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
        Assert.True(File.Exists(Path.Combine(Out, "next-year.xlsx")));
        Assert.Contains("--non-maintained", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_too_short_for_the_years_asked_is_bad_input()
    {
        await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Said said = await ProgramCall.Run("returns", Path.Combine(_tiny.Results, "tiny", "annexe"), "--kind", "send-reform", "--out", Out);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("asks for 5 years, to 2029/30, and the run plans 2, to 2026/27", said.Trouble, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }
}
