using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Forecasting.Learning;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Records;

namespace PlaceSufficiency.Cli.Tests.Learn;

public class LearnCommandTests
{
    /// <summary>Mean absolute error of pooled rates in a public model's own six folds of the demonstration set, and of the growth of the last year.</summary>
    private const double PooledError = 0.0286;

    /// <summary>
    /// Widths of that model's 95% intervals, in the order of the folds: its <c>n-transition</c> 1, 2 and 3 are years of records, so one
    /// year foretells three Januaries, two years two and three years one.
    /// </summary>
    private static readonly double[] _pooledWidths = [1899 - 1797, 1981 - 1838, 2088 - 1911, 2058 - 1958, 2184 - 2045, 2178 - 2072];

    [Fact]
    public void Six_folds_of_the_demonstration_set_beat_pooled_rates_and_naive_growth()
    {
        PlanRecords records = Demonstration();

        IReadOnlyList<RecordFold> folds = RecordBacktest.Of(records, 1, 1_000, 2, TestContext.Current.CancellationToken);

        Assert.Equal([1877, 2003, 2153, 2003, 2153, 2153], folds.Select(fold => fold.Actual));
        Assert.InRange(folds.Average(fold => Math.Abs(fold.Naive - fold.Actual) / fold.Actual), 0.0300, 0.0302);
        Assert.InRange(folds.Average(fold => Math.Abs(fold.Error)), 0, PooledError);
        Assert.InRange(folds.Count(fold => fold.Covers), 5, 6);
        Assert.Equal([(2014, 1), (2014, 2), (2014, 3), (2015, 1), (2015, 2), (2016, 1)], folds.Select(fold => (fold.Origin.CensusYear, fold.Ahead)));
        Assert.All(folds.Zip(_pooledWidths), fold => Assert.InRange(fold.First.High - fold.First.Low, 0, 2 * fold.Second));
    }

    [Fact]
    public void The_demonstration_set_does_not_reconcile_by_so_many_and_loses_nobody_on_the_way()
    {
        PlanRecords records = Demonstration();
        PlanningCase planningCase = RecordedCase.Of(records, RecordCodes.Pooled(records), records.LastStock.PlusYears(5));

        DemandPath path = new Forecasting.Paths.PathForecaster(planningCase).Path(1, 0);

        Assert.Equal([-29, -5, 15], records.Residuals.Values);
        Assert.Equal(2153, path.StockIn(records.LastStock));
        Assert.All(path.Horizon.PlannedYears, year => Assert.Equal(path.StockIn(year.Previous) - path.LeaversBefore(year) + path.JoinersIn(year), path.StockIn(year)));
    }

    [Fact]
    public async Task It_says_what_became_of_rows_and_writes_tables_that_a_case_forecasts_from()
    {
        using TinyCase tiny = new();
        string transitions = Path.Combine(tiny.Folder, "transitions.csv");
        string codes = Path.Combine(tiny.Folder, "codes.csv");
        await File.WriteAllTextAsync(transitions, Transitions(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(codes, "kind,code,meaning\nneed,X,ASD\nneed,Y,SLD\nneed,Z,SLCN\nsetting,B,special\nsetting,A,mainstream\n", TestContext.Current.CancellationToken);

        Said said = await ProgramCall.Run("learn", transitions, "--codes", codes, "--case", tiny.Folder, "--backtest", "--paths", "50");

        Assert.Equal(ExitCode.Answered, said.ExitCode);
        Assert.Contains("transitions.csv: 97 rows read = 96 used + 1 set aside (a plan in neither January).", said.Results, StringComparison.Ordinal);
        Assert.Contains("Mean absolute error", said.Results, StringComparison.Ordinal);
        Assert.Contains("uncertainty: { years-observed: 2, ", said.Results, StringComparison.Ordinal);
        LoadedCase loaded = CaseReader.Read(Path.Combine(tiny.Folder, "base.yaml"));
        Assert.Equal(12, (double)loaded.Case.Demand.Joiners.Values.Sum(), 0);
        Assert.NotEmpty(Forecasting.Forecaster.Forecast(loaded.Case).Stays);
    }

    [Fact]
    public async Task Codes_that_nothing_explains_are_findings()
    {
        using TinyCase tiny = new();
        string transitions = Path.Combine(tiny.Folder, "transitions.csv");
        await File.WriteAllTextAsync(transitions, Transitions(), TestContext.Current.CancellationToken);

        Said said = await ProgramCall.Run("learn", transitions, "--case", tiny.Folder);

        Assert.Equal(ExitCode.BadInput, said.ExitCode);
        Assert.Contains("Nothing says what this need means", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_extract_without_its_years_is_refused()
    {
        Said said = await ProgramCall.Run("learn", "--sen2", "nowhere");

        Assert.Equal(ExitCode.BadInput, said.ExitCode);
        Assert.Contains("--first-census and --last-census", said.Trouble.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>Forty stay, ten or twelve join and leave in each of two years; one row says nothing.</summary>
    private static string Transitions()
    {
        List<string> rows = ["calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2", "2013,NONSEND,NONSEND,1,NONSEND,NONSEND,2"];
        foreach (int year in (int[])[2013, 2014])
        {
            rows.AddRange(Enumerable.Range(0, 26).Select(i => string.Create(CultureInfo.InvariantCulture, $"{year},B,X,{i % 10},{(i % 3 == 0 ? "A" : "B")},X,{(i % 10) + 1}")));
            rows.AddRange(Enumerable.Range(0, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"{year},NONSEND,NONSEND,{i % 5},A,{(i % 4 == 0 ? "Y" : i % 4 == 1 ? "Z" : "X")},{(i % 5) + 1}")));
            rows.AddRange(Enumerable.Range(0, 10).Select(i => string.Create(CultureInfo.InvariantCulture, $"{year},A,X,{5 + i},NONSEND,NONSEND,{6 + i}")));
        }

        return string.Join('\n', rows) + "\n";
    }

    /// <summary>The demonstration set in the folder of published tables: PLACE_SUFFICIENCY_PUBLISHED.</summary>
    private static PlanRecords Demonstration()
    {
        string folder = Path.Combine(Environment.GetEnvironmentVariable("PLACE_SUFFICIENCY_PUBLISHED") ?? Path.Combine(Repository.Root, "..", "shared", "data"), "transitions-demo");
        Assert.SkipUnless(Directory.Exists(folder), "The demonstration set is not here; set PLACE_SUFFICIENCY_PUBLISHED to the folder around transitions-demo.");
        return TransitionsFile.Read(Path.Combine(folder, "transitions.csv"), Path.Combine(folder, "population.csv")).Records;
    }
}
