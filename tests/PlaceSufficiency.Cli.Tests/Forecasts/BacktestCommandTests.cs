using System.Globalization;

namespace PlaceSufficiency.Cli.Tests.Forecasts;

public sealed class BacktestCommandTests : IDisposable
{
    private readonly PublishedFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Every_method_is_measured_on_the_same_origins_and_horizons()
    {
        Said said = await ProgramCall.Run(
            "backtest", "--caseload", _files.Caseload, "--new-plans", _files.NewPlans, "--origins", "2018-2020", "--horizons", "1,2", "--paths", "200", "--authority", "Northton", "--out", _files.Out);

        Assert.Equal(0, said.ExitCode);
        string[][] rows = [.. (await File.ReadAllLinesAsync(Path.Combine(_files.Out, "backtest.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(5 * 2 * 4, rows.Length);
        Assert.All(rows, row => Assert.Equal("9", row[3]));
        Assert.Equal(["damped-trend", "last-growth", "last-value", "mean-growth-3", "model"], rows.Select(row => row[0]).Distinct().Order());
        double last = double.Parse(rows.Single(row => row is ["last-value", "1", "Total", ..])[5], CultureInfo.InvariantCulture);
        Assert.InRange(last, 0.08, 0.10);
        Assert.Contains("Northton from January 2019", await File.ReadAllTextAsync(Path.Combine(_files.Out, "fans.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("last-growth", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_of_children_are_tested_by_year_group_and_need()
    {
        List<string> rows = ["calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2"];
        foreach (int year in Enumerable.Range(2013, 4))
        {
            rows.AddRange(Enumerable.Range(0, 40).SelectMany(_ => Enumerable.Range(0, 9).Select(group => $"{year},S,{(group % 2 == 0 ? "T" : "U")},{group},S,{(group % 2 == 0 ? "T" : "U")},{group + 1}")));
            rows.AddRange(Enumerable.Range(0, 44).Select(_ => $"{year},NONSEND,NONSEND,-1,S,T,0"));
        }

        Said said = await ProgramCall.Run("backtest", "--transitions", _files.Put("transitions.csv", string.Join('\n', rows) + "\n"), "--paths", "200", "--out", _files.Out);

        Assert.Equal(0, said.ExitCode);
        string[][] cases = [.. (await File.ReadAllLinesAsync(Path.Combine(_files.Out, "cases.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(6, cases.Count(row => row[0] == "model" && row[5] == "Total"));
        Assert.Contains("need T", cases.Select(row => row[5]));
        Assert.Contains("year group 3", cases.Select(row => row[5]));
    }

    [Fact]
    public async Task Records_with_a_year_missing_in_the_middle_are_refused()
    {
        IEnumerable<string> rows = from year in (int[])[2013, 2015, 2016] from child in Enumerable.Range(0, 9) select $"{year},S,T,{child},S,T,{child + 1}";

        Said said = await ProgramCall.Run(
            "backtest", "--transitions", _files.Put("transitions.csv", string.Join('\n', ["calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2", .. rows]) + "\n"), "--out", _files.Out);

        Assert.Equal(ExitCode.BadInput, said.ExitCode);
        Assert.Contains("'2013/14': There are rows of 2012/13 and of 2014/15, but none in between.", said.Trouble, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_files.Out));
    }

    [Fact]
    public async Task A_case_is_tested_by_its_history_and_as_it_stands()
    {
        using TinyCase tiny = new();
        string[] years = [.. Enumerable.Range(0, 9).Select(t => string.Create(CultureInfo.InvariantCulture, $"{2018 + t}/{(19 + t) % 100:00},,,,{20 + (2 * t)},5,4,made up,{2019 + t}-01"))];
        await File.WriteAllTextAsync(Path.Combine(tiny.Folder, "tables", "history.csv"), "academic_year,year_from,year_to,need,plans,new_plans,ceased_plans,source,date\n" + string.Join('\n', years) + "\n", TestContext.Current.CancellationToken);

        Said said = await ProgramCall.Run("backtest", tiny.Folder, "--horizons", "1,2", "--paths", "100", "--out", _files.Out);

        Assert.Equal(0, said.ExitCode);
        string[][] cases = [.. (await File.ReadAllLinesAsync(Path.Combine(_files.Out, "cases.csv"), TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(','))];
        Assert.Equal(["case", "damped-trend", "last-growth", "last-value", "mean-growth-3", "model"], cases.Select(row => row[0]).Distinct().Order());
        Assert.Equal([("2025", "34"), ("2025", "36")], cases.Where(row => row[0] == "case" && row[5] == "Total").Select(row => (row[1], row[11])));
        Assert.Contains("the case as it stands", await File.ReadAllTextAsync(Path.Combine(_files.Out, "fans.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("is +1: moves", said.Trouble.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Either a scenario, --caseload or --transitions")]
    [InlineData("Years are written 2015,2016 or 2015-2019", "--caseload", "--origins", "twenty")]
    [InlineData("Years are written 2015,2016 or 2015-2019", "--caseload", "--origins", "2020-2018")]
    [InlineData("Nothing happened yet", "--caseload", "--origins", "2022")]
    [InlineData("No authority has plans", "--caseload", "--origins", "2031")]
    public async Task What_cannot_be_tested_is_said(string words, params string[] arguments)
    {
        Said said = await ProgramCall.Run(["backtest", "--out", _files.Out, .. arguments.SelectMany(word => word == "--caseload" ? (string[])[word, _files.Caseload] : [word])]);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains(words, said.Trouble.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_files.Out));
    }
}
