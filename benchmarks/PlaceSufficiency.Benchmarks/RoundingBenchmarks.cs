using BenchmarkDotNet.Attributes;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Benchmarks;

/// <summary>Whole pupils from expectations: a vector, and a table with given margins of the size of a year's joiners in a city.</summary>
[MemoryDiagnoser]
public class RoundingBenchmarks
{
    private double[,] _expected = new double[0, 0];
    private int[] _rows = [];
    private int[] _columns = [];
    private double[] _weights = [];

    /// <summary>Rows of the table; the columns are 148 areas.</summary>
    [Params(50, 500)]
    public int Rows { get; set; }

    /// <summary>Makes a table of which every cell expects less than half a pupil.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        Random random = new(1);
        _expected = new double[Rows, 148];
        double[] columns = new double[148];
        double[] rows = new double[Rows];
        for (int r = 0; r < Rows; r++)
        {
            for (int c = 0; c < 148; c++)
            {
                _expected[r, c] = random.NextDouble() / 20;
                rows[r] += _expected[r, c];
                columns[c] += _expected[r, c];
            }
        }

        int total = (int)Math.Round(rows.Sum());
        _weights = rows;
        _rows = ControlledRounding.LargestRemainder(rows, total);
        _columns = ControlledRounding.LargestRemainder(columns, total);
    }

    /// <summary>Largest remainder of the row sums.</summary>
    [Benchmark(Baseline = true)]
    public int[] LargestRemainder() => ControlledRounding.LargestRemainder(_weights, _rows.Sum());

    /// <summary>A whole table with both margins.</summary>
    [Benchmark]
    public object TwoWay() => ControlledRounding.TwoWay(_expected, _rows, _columns);
}
