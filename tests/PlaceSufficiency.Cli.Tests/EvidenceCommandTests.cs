namespace PlaceSufficiency.Cli.Tests;

public sealed class EvidenceCommandTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    private string Out => _tiny.Beside("evidence");

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task What_a_base_cannot_meet_is_said_by_need_and_level()
    {
        await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Said said = await ProgramCall.Run("evidence", Path.Combine(_tiny.Results, "tiny", "annexe"), "--out", Out);

        // The annexe's fifth place at Oak goes to the girl with SLCN, who calls for a special school in Year 7 (the case's README). A base at Elm cannot
        // take her: she goes to Yew, which is independent, and the base stays empty.
        Assert.Equal(0, said.ExitCode);
        string[] rows = await File.ReadAllLinesAsync(Path.Combine(Out, "evidence.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("year,need,level,all_pupils,in_bases_pupils,unplaced_bases_pupils,unplaced_special_pupils,cannot_meet_pupils,inmss_bases_pupils,inmss_special_pupils", rows[0]);
        Assert.Contains("2026/27,SLCN,special,1,0,0,0,0,1,0", rows);
        string page = await File.ReadAllTextAsync(Path.Combine(Out, "evidence.html"), TestContext.Current.CancellationToken);
        Assert.Contains("Working copy: not for publication", page, StringComparison.Ordinal);
        Assert.Contains("1 place in 1 specialist base of mainstream schools instead", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Out, "evidence.xlsx")));
    }

    [Fact]
    public async Task A_run_without_new_special_places_is_bad_input()
    {
        await ProgramCall.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Said said = await ProgramCall.Run("evidence", Path.Combine(_tiny.Results, "tiny", "inmss-closed"), "--out", Out);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("nothing to offer as bases instead", said.Trouble, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Out));
    }
}
