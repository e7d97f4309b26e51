using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Cli.Tests.Terminal;

public sealed class ScreenTests : IDisposable
{
    private readonly StringWriter _results = new();
    private readonly StringWriter _trouble = new();

    public void Dispose()
    {
        _results.Dispose();
        _trouble.Dispose();
    }

    [Fact]
    public void A_table_is_aligned_by_its_columns()
    {
        Show(new ReportTable(
            "t", "Places", "", [new Column("a", "School", Unit.None), new Column("b", "Places", Unit.Places), new Column("c", "Spend", Unit.Pounds)],
            [[new TextCell("Oak"), new CountCell(1_826), Cell.Nothing], [new TextCell("Long Elm [Base]"), new CountCell(-3), new NumberCell(1.5m, 2)]],
            []));

        Assert.Equal(
            """
            Places
            School           Places  Spend
                                       (£)
            Oak               1,826
            Long Elm [Base]      -3   1.50


            """,
            _results.ToString());
    }

    [Fact]
    public void Nine_years_and_their_group_fit_in_a_hundred_columns()
    {
        Show(Years(9));

        string[] lines = _results.ToString().Split('\n');
        Assert.Equal("Phase      Need group            20/21 21/22 22/23 23/24 24/25 25/26 26/27 27/28 28/29", lines[1]);
        Assert.Equal("secondary  sensory and physical  1,000 1,001 1,002 1,003 1,004 1,005 1,006 1,007 1,008", lines[2]);
    }

    [Fact]
    public void More_years_than_fit_follow_in_blocks_with_their_words()
    {
        Show(Years(20));

        string[] lines = _results.ToString().Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 100, line));
        Assert.Equal(2, lines.Count(line => line.StartsWith("secondary  sensory and physical", StringComparison.Ordinal)));
        Assert.Contains("1,019", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_cannot_steer_the_terminal()
    {
        Show(new ReportTable("t", "T", "", [new Column("a", "School", Unit.None)], [[new TextCell("Oak\u001b[31m[red]School[/]\u0007")]], []));

        Assert.Contains("Oak\uFFFD[31m[red]School[/]\uFFFD", _results.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', _results.ToString());
    }

    [Fact]
    public void Findings_are_grouped_by_file_with_errors_first_and_counted()
    {
        Screen.Plain(_results, _trouble).Findings(
            [
                ("cases/x", Finding.Warning("w", "Looks odd.", "areas.csv", 2)),
                ("cases/x", Finding.Warning("w", "Looks odd.", "stock.csv", 3, "pupils", "900")),
                ("cases/x", Finding.Error("e", "There is no such need.", "stock.csv", 12, "need", "ASDD", "'ASD' was meant.")),
                ("cases/x", Finding.Error("e", "There is no such need.", "stock.csv", 12, "need", "ASDD", "'ASD' was meant.")),
                ("", Finding.Error("missing-file", "There is no such file or folder.", "cases/y.yaml")),
            ],
            asResult: false);

        Assert.Equal(
            """
            cases/x/stock.csv
              error    row 12, need 'ASDD': There is no such need. Maybe 'ASD' was meant.
              warning  row 3, pupils '900': Looks odd.

            cases/y.yaml
              error    There is no such file or folder.

            cases/x/areas.csv
              warning  row 2: Looks odd.

            2 errors and 2 warnings in 3 files.

            """,
            _trouble.ToString());
        Assert.Empty(_results.ToString());
    }

    private static ReportTable Years(int count) => new(
        "t", "T", "",
        [
            new Column("phase", "Phase", Unit.None), new Column("group", "Need group", Unit.None),
            .. Enumerable.Range(2020, count).Select(year => $"{year}/{(year + 1) % 100:00}").Select(year => new Column(year, year, Unit.AsStated)),
        ],
        [[new TextCell("secondary"), new TextCell("sensory and physical"), .. Enumerable.Range(1000, count).Select(i => new CountCell(i))]],
        []);

    private void Show(ReportTable table) => TableView.Show(Screen.Plain(_results, _trouble), table);
}
