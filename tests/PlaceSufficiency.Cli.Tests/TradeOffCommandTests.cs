namespace PlaceSufficiency.Cli.Tests;

/// <summary>
/// Curves on the case whose README works its plans out by hand. The annexe costs 24,000 in all and spares the one fee at Yew, 60,000: of one pound it saves
/// two and a half. Without a place at Yew one pupil goes without.
/// </summary>
public sealed class TradeOffCommandTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    public TradeOffCommandTests() => File.WriteAllText(
        Consider, "schema: 1\nextends: base.yaml\nname: The annexe, if it is worth it\nquestion: Should the annexe open?\nchanges:\n  - consider-schemes: { schemes: [oak-annexe] }\n");

    private string Consider => Path.Combine(_tiny.Folder, "consider.yaml");

    private string Base => Path.Combine(_tiny.Folder, "base.yaml");

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task Inmss_spend_against_capital_says_what_the_annexe_saves_for_each_pound()
    {
        Said said = await Curve(Consider, "capital.total", 0, 30_000, 10_000);

        Assert.True(said.ExitCode == 0, said.Trouble);
        string[][] rows = await Rows("consider", "trade-off.csv");
        Assert.Equal(
            ["0.00 0.00 60000.00 ", "10000.00 0.00 60000.00 ", "20000.00 0.00 60000.00 ", "30000.00 24000.00 0.00 2.5"],
            rows[1..].Select(row => $"{row[0]} {row[1]} {row[3]} {row[4]}"));
        Assert.Equal(["", "same plan", "same plan", ""], rows[1..].Select(row => row[7]));
        Assert.Equal(["30000.00,oak-annexe,2026/27"], (await Rows("consider", "openings.csv"))[1..].Select(row => string.Join(',', row)));
        Assert.Contains("INMSS spend is £60,000 with £0 of capital, and £0 with £24,000 of capital.", said.Results, StringComparison.Ordinal);
        Assert.Contains("The step to £30,000 saves £2.50 for each £1.", said.Results, StringComparison.Ordinal);
    }

    /// <summary>The plan at 30,000 takes too much for 20,000, where the plan takes nothing: that is the plan of every tighter point.</summary>
    [Fact]
    public async Task A_plan_that_keeps_a_tighter_limit_is_not_made_again()
    {
        Said said = await Curve(Consider, "capital.total", 0, 30_000, 10_000);

        Assert.Equal(
            [
                "capital.total 30,000: placing", "capital.total 20,000: placing",
                "capital.total 10,000: the plan of 20,000 takes no more, so it is the best here too", "capital.total 0: the plan of 20,000 takes no more, so it is the best here too",
            ],
            said.Trouble.Split('\n')[..4]);
        Assert.Contains("4 of 4 points answered in ", said.Trouble, StringComparison.Ordinal);
        Assert.EndsWith("; 2 plans differ.\n", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_place_in_Inmss_places_one_pupil()
    {
        Said said = await Curve(Base, "inmss.cap.2026", 0, 2, 1, "--against", "unplaced");

        string[][] rows = await Rows("base", "trade-off.csv");
        Assert.Equal(
            ["limit_pupils,used_pupils,value_pupil_years,buys,gap_percent,proven", "0,0,1,,0,yes", "1,1,0,1,0,yes", "2,1,0,,0,yes"],
            rows.Select(row => string.Join(',', row[..6])));
        Assert.Contains("Unplaced is 1 pupil-year with 0 pupils in INMSS in 2026/27, and 0 pupil-years with 1 pupil in", said.Results, StringComparison.Ordinal);
        Assert.Contains("The step to 1 pupil saves 1 pupil-year for each pupil.", said.Results, StringComparison.Ordinal);
        Assert.False(File.Exists(Written("base", "openings.csv")));
    }

    /// <summary>The fee and the transport of one pupil, 60,360, against nobody in INMSS and one without a place; half of the fee buys nothing.</summary>
    [Fact]
    public async Task Cost_against_Inmss_spend_shows_the_pupils_who_go_without_beside_it()
    {
        Said said = await Curve(Base, "inmss.spend.2026", 0, 60_000, 30_000, "--against", "cost");

        Assert.True(said.ExitCode == 0, said.Trouble);
        Assert.Equal(
            ["0.00 0.00 1 51360.00", "30000.00 0.00 1 51360.00", "60000.00 60000.00 0 111720.00"],
            (await Rows("base", "trade-off.csv"))[1..].Select(row => string.Join(' ', row[..4])));
        Assert.Contains("The step to £60,000 adds £1.01 for each £1.", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_curve_has_the_same_bytes()
    {
        await Curve(Consider, "capital.total", 0, 30_000, 10_000);
        string[] first = [.. await Task.WhenAll(((string[])["trade-off.csv", "trade-off.html", "openings.csv"]).Select(file => File.ReadAllTextAsync(Written("consider", file), TestContext.Current.CancellationToken)))];
        await Curve(Consider, "capital.total", 0, 30_000, 10_000);
        string[] second = [.. await Task.WhenAll(((string[])["trade-off.csv", "trade-off.html", "openings.csv"]).Select(file => File.ReadAllTextAsync(Written("consider", file), TestContext.Current.CancellationToken)))];

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Everything_wrong_with_what_is_asked_is_said_at_once()
    {
        _tiny.Replace("tables/areas.csv", "south", "souht");

        Said said = await Curve(Base, "capital.totl", 5, 2, 0);

        Assert.Equal(2, said.ExitCode);
        Assert.Empty(said.Results);
        Assert.All(
            (string[])["--limit 'capital.totl': A trade-off is along one of", "'capital.total' was meant", "--step '0': A number above 0", "--to '2': The loosest limit must be above", "'souht'"],
            words => Assert.Contains(words, said.Trouble, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("base.yaml", "capital.total", "The scenario leaves no scheme to the plan")]
    [InlineData("base.yaml", "inmss.cap.2036", "--limit 'inmss.cap.2036': The year must be one that is planned, 2025/26 to 2026/27.")]
    [InlineData("", "inmss.cap.2026", "A trade-off is of one scenario; the folder holds 3.")]
    [InlineData("nothing.yaml", "inmss.cap.2026", "There is no such file or folder.")]
    public async Task A_curve_that_the_case_does_not_have_is_bad_input(string file, string limit, string expected)
    {
        Said said = await Curve(Path.Combine(_tiny.Folder, file), limit, 0, 2, 1);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains(expected, said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_aim_that_there_is_not_is_refused_with_those_that_there_are()
    {
        Said said = await Curve(Base, "inmss.cap.2026", 0, 2, 1, "--against", "happiness");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("inmss-spend", said.Trouble, StringComparison.Ordinal);
    }

    private Task<Said> Curve(string scenario, string limit, int from, int to, int step, params string[] more) => ProgramCall.Run(
        ["trade-off", scenario, "--limit", limit, "--from", $"{from}", "--to", $"{to}", "--step", $"{step}", "--out", _tiny.Results, .. more]);

    private string Written(string scenario, string file) => Path.Combine(_tiny.Results, "tiny", $"{scenario}-trade-off", file);

    private async Task<string[][]> Rows(string scenario, string file) =>
        [.. (await File.ReadAllLinesAsync(Written(scenario, file), TestContext.Current.CancellationToken)).Select(line => line.Split(','))];
}
