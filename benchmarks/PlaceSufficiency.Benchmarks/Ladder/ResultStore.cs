using System.Text.Json;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>
/// The results of a climb so far, a line each, so that one that was stopped goes on where it stopped. A result counts for the same solver, case, processors
/// and limit; delete the file to measure everything afresh.
/// </summary>
internal sealed class ResultStore
{
    private readonly string _path;
    private readonly Dictionary<string, LadderResult> _known = [];

    /// <summary>Reads what is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="again">Solvers whose results are measured again.</param>
    internal ResultStore(string path, IReadOnlyCollection<string> again)
    {
        _path = path;
        foreach (string line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (JsonSerializer.Deserialize<Line>(line) is { } read && !again.Contains(read.Result.Solver))
            {
                _known[read.Key] = read.Result;
            }
        }
    }

    /// <summary>The result that is known, or that of running the task.</summary>
    internal LadderResult Of(LadderTask task, int processors, double? mostCpuSeconds, Func<LadderResult> run)
    {
        // A solver that finished does not depend on the limit, and is known whatever it was; one that was stopped is not.
        string key = string.Join(' ', [.. task.ToArguments(), $"{processors}"]);
        if (_known.TryGetValue(key, out LadderResult? known) && (known.Pence is not null || !(known.CpuSeconds < mostCpuSeconds)))
        {
            return known;
        }

        LadderResult result = run();
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.AppendAllText(_path, JsonSerializer.Serialize(new Line(key, result)) + "\n");
        return _known[key] = result;
    }

    private sealed record Line(string Key, LadderResult Result);
}
