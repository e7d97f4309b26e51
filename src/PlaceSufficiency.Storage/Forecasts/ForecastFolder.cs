using System.Text;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Runs;

namespace PlaceSufficiency.Storage.Forecasts;

/// <summary>Writes the folder of a forecast or a backtest whole or not at all, in place of an earlier one.</summary>
public static class ForecastFolder
{
    private static readonly string[] _marks = ["forecast.csv", "backtest.csv"];

    /// <summary>Says whether something else than a forecast or a backtest is at the path, before any work is done.</summary>
    /// <exception cref="FindingsException">Something else is there.</exception>
    public static void RefuseOtherThings(string path)
    {
        bool isOther = File.Exists(path)
            || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !_marks.Any(mark => File.Exists(Path.Combine(path, mark))));
        if (isOther)
        {
            throw new FindingsException([Finding.Error(
                "not-a-forecast", "Something else than a forecast or a backtest is there and is not overwritten.", value: path, maybe: "another output folder was meant.")]);
        }
    }

    /// <summary>Writes the files.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="files">Text by path within the folder.</param>
    /// <exception cref="FindingsException">Something else than a forecast or a backtest is at the path.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, string>> files)
    {
        RefuseOtherThings(path);
        new WholeFolder(path).Write(files.Select(file => new RunFile(file.Key, stream => stream.Write(Encoding.UTF8.GetBytes(file.Value)))));
    }
}
