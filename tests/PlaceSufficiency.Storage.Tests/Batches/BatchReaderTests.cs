using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Batches;

namespace PlaceSufficiency.Storage.Tests.Batches;

public sealed class BatchReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("place-sufficiency-batch-").FullName;

    public BatchReaderTests()
    {
        foreach (string name in (string[])["base", "do-nothing", "strategy-338", "strategy-400"])
        {
            File.WriteAllText(Path.Combine(_folder, $"{name}.yaml"), "schema: 1\nname: n\n");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Names_and_patterns_stand_for_scenarios_each_once()
    {
        LoadedBatch read = Read("scenarios: [do-nothing, 'strategy-*', strategy-338.yaml]");

        Assert.Equal(["do-nothing", "strategy-338", "strategy-400"], read.Scenarios.Select(path => Path.GetFileNameWithoutExtension(path)));
        Assert.Equal(KeptResults.Summary, read.Batch.Keep);
        Assert.Equal(3, RunMatrix.Of(read.Batch, read.Scenarios.Count).Count);
    }

    [Fact]
    public void A_pattern_leaves_the_base_and_batches_out()
    {
        Assert.Equal(["do-nothing", "strategy-338", "strategy-400"], Read("scenarios: ['*']").Scenarios.Select(path => Path.GetFileNameWithoutExtension(path)));
        Assert.True(BatchReader.IsBatch(Path.Combine(_folder, "batch.yaml")));
        Assert.False(BatchReader.IsBatch(Path.Combine(_folder, "base.yaml")));
    }

    [Fact]
    public void Sweeps_are_values_or_steps()
    {
        LoadedBatch read = Read(
            """
            scenarios: [do-nothing]
            paths: { count: 1000, seed: 7 }
            sweeps:
              - { over: inmss.cap.2027, values: [40, 60] }
              - { over: joiners.scale.2025, from: 0.9, to: 1.12, step: 0.1 }
            grids:
              - - { over: places.oak.2026+, from: 20, to: 10, step: -5 }
                - { over: travel.ceiling.primary, values: [60] }
            keep: placements
            """);

        RunMatrix matrix = RunMatrix.Of(read.Batch, 1);
        Assert.Equal(
            [
                "inmss.cap.2027=40", "inmss.cap.2027=60", "joiners.scale.2025=0.9", "joiners.scale.2025=1", "joiners.scale.2025=1.1",
                "places.oak.2026+=20 travel.ceiling.primary=60", "places.oak.2026+=15 travel.ceiling.primary=60", "places.oak.2026+=10 travel.ceiling.primary=60",
            ],
            matrix.Points.Select(point => string.Join(' ', point)));
        Assert.Equal(8000, matrix.Count);
        Assert.Equal(KeptResults.Placements, read.Batch.Keep);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once_with_what_was_meant()
    {
        FindingsException exception = Assert.Throws<FindingsException>(() => Read(
            """
            scenarios: [do-nothin, do-nothing]
            paths: { count: 0, seed: 7 }
            sweeps:
              - { over: inms.cap.2027, values: [40] }
              - { over: inmss.cap.2027, values: [40.5] }
              - { over: inmss.cap.2027, from: 1, to: 5, step: -1 }
            """));

        Assert.Equal(["bad-path-count", "bad-sweep", "bad-sweep-value", "no-scenario", "unknown-sweep"], exception.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
        Assert.Contains(exception.Findings, finding => finding.Maybe == "'do-nothing' was meant." && finding.Row == 3);
        Assert.Contains(exception.Findings, finding => finding.Maybe == "'inmss.cap' was meant.");
    }

    [Fact]
    public void A_key_that_is_not_known_is_an_error() =>
        Assert.Equal("unknown-key", Assert.Throws<FindingsException>(() => Read("scenarios: [do-nothing]\nkeeps: summary")).Findings[0].Code);

    private LoadedBatch Read(string text)
    {
        string path = Path.Combine(_folder, "batch.yaml");
        File.WriteAllText(path, $"schema: 1\nname: Test\n{text}\n");
        return BatchReader.Read(path);
    }
}
