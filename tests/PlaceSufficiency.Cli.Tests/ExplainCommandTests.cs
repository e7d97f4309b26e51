namespace PlaceSufficiency.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task A_shortfall_is_explained_with_the_change_that_ends_it_and_written_beside_the_run()
    {
        string scenario = Path.Combine(_tiny.Folder, "inmss-closed.yaml");
        await ProgramCall.Run("run", scenario, "--out", _tiny.Results);

        Said said = await ProgramCall.Run("explain", scenario, "--out", _tiny.Results, "--need", "SLCN", "--year", "2026", "--pupils", "--schemes");

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("The smallest single change that ends each shortfall", said.Results, StringComparison.Ordinal);
        Assert.Contains("ended", said.Results, StringComparison.Ordinal);
        string folder = Path.Combine(_tiny.Results, "tiny", "inmss-closed", "explanation");
        Assert.Equal("year,need,level,year_group,rule,settings,pupils", File.ReadLines(Path.Combine(folder, "shortfalls.csv")).First());
        Assert.StartsWith("2026/27,SLCN,", File.ReadLines(Path.Combine(folder, "shortfalls.csv")).Skip(1).Single(), StringComparison.Ordinal);
        Assert.Contains("shortfall-changes.csv", Directory.EnumerateFiles(folder).Select(Path.GetFileName));
        Assert.Equal(0, (await ProgramCall.Run("audit", Path.GetDirectoryName(folder)!)).ExitCode);
    }

    [Fact]
    public async Task A_year_that_is_none_is_refused()
    {
        Said said = await ProgramCall.Run("explain", _tiny.Folder, "--year", "27");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("27 is no academic year: write 2027/28, or 2027.", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_solver_answers_alike_and_one_that_is_unknown_is_refused()
    {
        string scenario = Path.Combine(_tiny.Folder, "annexe.yaml");
        List<string> tiers = [];
        foreach (string solver in (string[])["auto", "prices", "columns", "mip", "cp-sat"])
        {
            Assert.Equal(0, (await ProgramCall.Run("run", scenario, "--out", _tiny.Beside(solver), "--solver", solver)).ExitCode);
            string[] rows = File.ReadAllLines(Path.Combine(_tiny.Beside(solver), "tiny", "annexe", "tables", "tiers.csv"));
            tiers.Add(string.Join('\n', rows.Select(row => string.Join(',', row.Split(',').Take(3)))));
        }

        Assert.Single(tiers.Distinct());
        Assert.Equal(2, (await ProgramCall.Run("run", scenario, "--solver", "guess")).ExitCode);
    }
}
