using System.Globalization;
using System.Text.Json;

namespace PlaceSufficiency.Cli.Tests.Forecasts;

public sealed class ForecastCommandTests : IDisposable
{
    private readonly PublishedFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task An_authority_is_forecast_from_downloaded_files()
    {
        Said said = await Forecast("--authority", "E06000902", "--to", "2025", "--paths", "300");

        Assert.Equal(0, said.ExitCode);
        string[] lines = await Lines("forecast.csv");
        Assert.Equal("authority,census_year,age_band,mean,q025,q10,q25,q50,q75,q90,q975", lines[0]);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        Assert.Equal(3 * 4, rows.Length);
        Assert.Equal(["Under 5", "Age 5 to 15", "Age 16 to 25", "Total"], rows.Take(4).Select(row => row[2]));
        Assert.Equal(["2023", "2024", "2025"], rows.Select(row => row[1]).Distinct());
        Assert.All(rows, row => Assert.Equal(row.Skip(4), row.Skip(4).OrderBy(cell => int.Parse(cell, CultureInfo.InvariantCulture))));
        foreach (string[][] year in rows.Chunk(4))
        {
            Assert.Equal(Number(year[3][3]), year.Take(3).Sum(row => Number(row[3])), 0.01);
        }

        using JsonDocument summary = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_files.Out, "summary.json"), TestContext.Current.CancellationToken));
        JsonElement files = summary.RootElement.GetProperty("files");
        Assert.All(files.EnumerateArray(), file => Assert.Equal(file.GetProperty("rowsRead").GetInt32(), file.GetProperty("rowsUsed").GetInt32()));
        Assert.Equal(9 * 4 * 4, files[0].GetProperty("rowsRead").GetInt32());
        Assert.Contains("Middleton, Borough of", said.Results, StringComparison.Ordinal);
        Assert.Contains("data-form=\"fan\"", await File.ReadAllTextAsync(Path.Combine(_files.Out, "charts.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_is_every_authority_and_a_new_run_replaces_the_folder_with_the_same_bytes()
    {
        string[] arguments = ["--authority", "all", "--to", "2024", "--paths", "200", "--seed", "7"];
        await Forecast([.. arguments, "--threads", "1"]);
        Dictionary<string, string> first = Contents();
        Said said = await Forecast([.. arguments, "--threads", "2"]);

        Assert.Equal(0, said.ExitCode);
        Assert.Equal(first, Contents());
        Assert.Equal(["E06000901", "E06000902", "E06000903"], (await Lines("forecast.csv")).Skip(1).Select(line => line.Split(',')[0]).Distinct());
        Assert.Equal(1 + (2 * 1), (await Lines("together.csv")).Length);
    }

    [Fact]
    public async Task A_forecast_can_set_out_from_an_earlier_january()
    {
        await Forecast("--authority", "Southton", "--from", "2019", "--to", "2022", "--paths", "200");

        Assert.Equal(["2020", "2021", "2022"], (await Lines("forecast.csv")).Skip(1).Select(line => line.Split(',')[1]).Distinct());
    }

    [Theory]
    [InlineData("'Southon'", "Maybe 'Southton' was meant.", "--authority", "Southon", "--to", "2025")]
    [InlineData("'2022'", "reaches to a later January", "--authority", "all", "--to", "2022")]
    [InlineData("'2035'", "Maybe one of 2014 to 2022 was meant.", "--authority", "all", "--from", "2035", "--to", "2040")]
    public async Task What_cannot_be_forecast_is_said_and_nothing_is_written(string value, string words, params string[] arguments)
    {
        Said said = await Forecast(arguments);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains(value, said.Trouble, StringComparison.Ordinal);
        Assert.Contains(words, said.Trouble, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_files.Out));
    }

    [Fact]
    public async Task Several_authorities_are_named_with_commas_and_a_name_with_a_comma_is_one()
    {
        await Forecast("--authority", "Middleton, Borough of", "--authority", "Northton,E06000903", "--to", "2023", "--paths", "50");

        Assert.Equal(["E06000901", "E06000902", "E06000903"], (await Lines("forecast.csv")).Skip(1).Select(line => line.Split(',')[0]).Distinct());
    }

    [Fact]
    public async Task An_authority_that_ended_with_a_change_of_borders_is_said_to_have_and_where_its_area_is_now()
    {
        IEnumerable<string> lines = _files.CaseloadText.Replace("E06000902", "E10000021", StringComparison.Ordinal).Replace("Middleton, Borough of", "Northamptonshire", StringComparison.Ordinal)
            .Split('\n').Where(line => !line.StartsWith("2022,", StringComparison.Ordinal) || !line.Contains("E10000021", StringComparison.Ordinal));

        Said said = await ProgramCall.Run("forecast", "--caseload", _files.Put("ended.csv", string.Join('\n', lines)), "--authority", "Northamptonshire", "--to", "2023", "--out", _files.Out);

        Assert.Equal(ExitCode.BadInput, said.ExitCode);
        Assert.Contains(
            "Northamptonshire ended with a change of borders; its area is now in North Northamptonshire and West Northamptonshire. Maybe 'North Northamptonshire' or 'West Northamptonshire' was meant.",
            said.Trouble.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory, InlineData("E10000027"), InlineData("E06000066")]
    public async Task An_authority_answers_to_the_code_it_had_and_to_the_one_it_has(string code)
    {
        string caseload = _files.Put("somerset.csv", _files.CaseloadText.Replace("E06000902", "E10000027", StringComparison.Ordinal));
        Said said = await ProgramCall.Run("forecast", "--caseload", caseload, "--authority", code, "--to", "2023", "--paths", "50", "--out", _files.Out);

        Assert.Equal(0, said.ExitCode);
        Assert.Equal([code], (await Lines("forecast.csv")).Skip(1).Select(line => line.Split(',')[0]).Distinct());
    }

    [Fact]
    public async Task Residents_tell_how_much_of_the_growth_is_population()
    {
        string residents = _files.Put("residents.csv", "authority,census_year,age_years,persons\n" + string.Concat(Enumerable.Range(0, 27).SelectMany(age => new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"E06000901,2022,{age},500\n"), string.Create(CultureInfo.InvariantCulture, $"E06000901,2023,{age},550\n"),
        })));
        Said said = await Forecast("--authority", "E06000901", "--to", "2023", "--paths", "50", "--population", residents);

        Assert.Equal(0, said.ExitCode);
        string[] growth = (await Lines("growth.csv"))[1].Split(',');
        int plans = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_files.Out, "summary.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("authorities")[0].GetProperty("lastKnown").GetInt32();
        Assert.Equal(0.1 * plans, Number(growth[2]), 0.01);
        Assert.Equal(Number(growth[6]), growth.Skip(2).Take(4).Sum(Number), 0.01);
        Assert.Contains("residents.csv,54,set aside: an age above 25,2", await Lines("rows.csv"));

        Said other = await Forecast("--authority", "Southton", "--to", "2023", "--paths", "50", "--population", residents);
        Assert.Contains("The file has no residents of Southton", other.Trouble.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E06000901,twenty,3,500", "A year, an age from 0 to 120")]
    [InlineData("E06000901,2022,3,-5", "A year, an age from 0 to 120")]
    [InlineData("E06000901,2022,3,5\nE06000901,2022,3,6", "two rows for the year and age")]
    public async Task Residents_that_cannot_be_understood_are_said(string row, string words)
    {
        Said said = await Forecast("--authority", "E06000901", "--to", "2023", "--population", _files.Put("residents.csv", $"authority,census_year,age_years,persons\n{row}\n"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains(words, said.Trouble.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task England_is_no_authority()
    {
        Said said = await Forecast("--authority", "England", "--to", "2023");

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("'--authority all' was meant", said.Trouble.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_in_the_output_folder_is_not_overwritten()
    {
        Directory.CreateDirectory(_files.Out);
        await File.WriteAllTextAsync(Path.Combine(_files.Out, "thesis.txt"), "mine", TestContext.Current.CancellationToken);

        Said said = await Forecast("--authority", "all", "--to", "2024");

        Assert.Equal(2, said.ExitCode);
        Assert.Equal(["thesis.txt"], Contents().Keys);
    }

    [Fact]
    public async Task Swapped_files_are_told_apart()
    {
        Said said = await ProgramCall.Run("forecast", "--caseload", _files.NewPlans, "--authority", "all", "--to", "2024", "--out", _files.Out);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("goes with --new-plans", said.Trouble.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private Task<Said> Forecast(params string[] arguments) =>
        ProgramCall.Run(["forecast", "--caseload", _files.Caseload, "--new-plans", _files.NewPlans, "--out", _files.Out, .. arguments]);

    private Task<string[]> Lines(string file) => File.ReadAllLinesAsync(Path.Combine(_files.Out, file), TestContext.Current.CancellationToken);

    private Dictionary<string, string> Contents() => Directory.EnumerateFiles(_files.Out, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_files.Out, file), File.ReadAllText);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
