using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Fans;

/// <summary>
/// Mean and quantiles of the paths of a case, by year, for each measure. A measure is summed up within each path before its
/// quantiles are taken, so those of sums are of sums. Paths are counted as they are made and then forgotten.
/// </summary>
public sealed class ForecastFan
{
    private static readonly int[][] _measuresOf = MeasuresOf();

    private readonly Horizon _horizon;
    private readonly CountHistogram[] _stock;
    private readonly FlowFan _flows;

    private ForecastFan(Horizon horizon)
    {
        _horizon = horizon;
        _stock = Histograms(horizon.AllYears.Count * FanMeasure.All.Count);
        _flows = new FlowFan(horizon);
    }

    /// <summary>Paths it was made from.</summary>
    public long Paths => _stock[0].Count;

    /// <summary>Draws paths 0 to <paramref name="paths"/> - 1 of a seed and counts them; the same whatever the number of threads.</summary>
    /// <param name="forecaster">The case.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="paths">How many, at least 1.</param>
    /// <param name="threads">Most threads used, at least 1.</param>
    /// <param name="cancellation">Stops between paths.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="Domain.Findings.FindingsException">The stated totals need joiners, but nobody joins.</exception>
    public static ForecastFan Of(PathForecaster forecaster, long seed, int paths, int threads, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ForecastFan fan = new(forecaster.Case.Horizon);
        forecaster.ForEach(
            seed,
            paths,
            threads,
            () => (Fan: new ForecastFan(fan._horizon), Counts: new PathCounts(fan._horizon), Sums: new int[FanMeasure.All.Count]),
            (path, own) =>
            {
                forecaster.Count(seed, path, own.Counts);
                own.Fan.Add(own.Counts, own.Sums);
            },
            own => fan.Add(own.Fan),
            cancellation);
        return fan;
    }

    /// <summary>Mean number of pupils of a measure in a year.</summary>
    public double Mean(AcademicYear year, FanMeasure measure) => Stock(year, measure).Mean;

    /// <summary>The number that a share of the paths stay at or below, 0 to 1.</summary>
    public double Quantile(AcademicYear year, FanMeasure measure, double share) => Stock(year, measure).Quantile(share);

    /// <summary>Mean and quantiles, in whole numbers, of a measure in a year.</summary>
    public CountFan Fan(AcademicYear year, FanMeasure measure) => Stock(year, measure).Fan();

    /// <summary>Who comes, goes and changes need, by the year it leads into.</summary>
    public IEnumerable<CaseFlowRow> Flows => _flows.Rows;

    private CountHistogram Stock(AcademicYear year, FanMeasure measure) =>
        _stock[(Index(year) * FanMeasure.All.Count) + Number(measure)];

    private void Add(PathCounts counts, int[] sums)
    {
        _flows.Add(counts);
        for (int year = 0; year < _horizon.AllYears.Count; year++)
        {
            Array.Clear(sums);
            ReadOnlySpan<int> cells = counts.CellsOf(year);
            for (int cell = 0; cell < cells.Length; cell++)
            {
                if (cells[cell] > 0)
                {
                    foreach (int measure in _measuresOf[cell])
                    {
                        sums[measure] += cells[cell];
                    }
                }
            }

            for (int measure = 0; measure < sums.Length; measure++)
            {
                _stock[(year * sums.Length) + measure].Add(sums[measure]);
            }
        }
    }

    private void Add(ForecastFan other)
    {
        _flows.Add(other._flows);
        for (int i = 0; i < _stock.Length; i++)
        {
            _stock[i].Add(other._stock[i]);
        }
    }

    private int Index(AcademicYear year) => year.YearsSince(_horizon.BaseYear);

    private static CountHistogram[] Histograms(int number) => [.. Enumerable.Range(0, number).Select(_ => new CountHistogram())];

    private static int Number(FanMeasure measure)
    {
        for (int i = 0; i < FanMeasure.All.Count; i++)
        {
            if (FanMeasure.All[i] == measure)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no fan of {measure}: at most two of phase, need and level are told apart.", nameof(measure));
    }

    /// <summary>The measures that each cell of a year counts towards.</summary>
    private static int[][] MeasuresOf()
    {
        int[][] measures = new int[PathCounts.CellsAYear][];
        foreach (YearGroup yearGroup in YearGroup.All)
        {
            foreach (PrimaryNeed need in Enum.GetValues<PrimaryNeed>())
            {
                foreach (ProvisionLevel level in Enum.GetValues<ProvisionLevel>())
                {
                    int[] own = [.. FanMeasure.All.Index()
                        .Where(each => (each.Item.Phase ?? yearGroup.Phase) == yearGroup.Phase && (each.Item.Need ?? need) == need && (each.Item.Level ?? level) == level)
                        .Select(each => each.Index)];
                    measures[PathCounts.Cell(yearGroup.Age, (int)need, (int)level, 0)] = own;
                    measures[PathCounts.Cell(yearGroup.Age, (int)need, (int)level, 1)] = own;
                }
            }
        }

        return measures;
    }
}
