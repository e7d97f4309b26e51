using System.Text.Json;

namespace PlaceSufficiency.Cli.Tests;

public class CaseForecastTests
{
    [Fact]
    public async Task A_case_is_forecast_into_a_folder_the_same_on_one_thread_and_two()
    {
        using TinyCase tiny = new();
        string one = tiny.Beside("one");
        string two = tiny.Beside("two");

        Said said = await ProgramCall.Run("forecast", Path.Combine(tiny.Folder, "base.yaml"), "--paths", "200", "--seed", "5", "--threads", "1", "--out", one);
        await ProgramCall.Run("forecast", Path.Combine(tiny.Folder, "base.yaml"), "--paths", "200", "--seed", "5", "--threads", "2", "--out", two);

        Assert.Equal(ExitCode.Answered, said.ExitCode);
        Assert.All((string[])["forecast.csv", "flows.csv", "growth.csv", "summary.json", "charts.html"], file => Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(two, file))));
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(one, "forecast.csv"), TestContext.Current.CancellationToken);
        Assert.Equal("authority,census_year,age_band,mean,q025,q10,q25,q50,q75,q90,q975,phase,need,level", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("Tiny,2027,Total,", StringComparison.Ordinal) && line.EndsWith(",,,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parts_of_the_growth_sum_to_it_in_the_summary()
    {
        using TinyCase tiny = new();
        string folder = tiny.Beside("forecast");

        await ProgramCall.Run("forecast", Path.Combine(tiny.Folder, "base.yaml"), "--paths", "100", "--out", folder);

        using JsonDocument summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "summary.json"), TestContext.Current.CancellationToken));
        int start = summary.RootElement.GetProperty("basePupils").GetInt32();
        Assert.All(summary.RootElement.GetProperty("years").EnumerateArray(), year => Assert.Equal(
            year.GetProperty("plans").GetProperty("mean").GetDouble() - start, year.GetProperty("growth").EnumerateObject().Sum(part => part.Value.GetDouble()), 0.05));
        Assert.Equal(2, summary.RootElement.GetProperty("years").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_to_forecast_is_a_finding()
    {
        using TinyCase tiny = new();

        Said said = await ProgramCall.Run("forecast", "--out", tiny.Beside("forecast"));

        Assert.Equal(ExitCode.BadInput, said.ExitCode);
        Assert.Contains("A forecast is of scenarios", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_forecast_is_not_overwritten()
    {
        using TinyCase tiny = new();

        Said said = await ProgramCall.Run("forecast", Path.Combine(tiny.Folder, "base.yaml"), "--paths", "10", "--out", tiny.Folder);

        Assert.Equal(ExitCode.BadInput, said.ExitCode);
        Assert.True(File.Exists(Path.Combine(tiny.Folder, "base.yaml")));
    }
}
