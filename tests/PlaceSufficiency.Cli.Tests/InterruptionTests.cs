using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;

namespace PlaceSufficiency.Cli.Tests;

public sealed class InterruptionTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task A_run_that_is_stopped_leaves_nothing_behind()
    {
        using StringWriter results = new();
        using StringWriter trouble = new();

        int code = await Invocation.Of(["run", _tiny.Folder, "--out", _tiny.Results], Screen.Plain(results, trouble), new CancellationToken(canceled: true));

        Assert.Equal(130, code);
        Assert.Empty(results.ToString());
        Assert.Contains("Stopped.", trouble.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_tiny.Results));
    }

    [Fact]
    public void A_scenario_stopped_on_the_way_is_not_a_result()
    {
        using CancellationTokenSource source = new();
        ReadCase read = Read();
        RunProgress progress = new((_, words) => { if (words.StartsWith("placing", StringComparison.Ordinal)) { source.Cancel(); } }, (_, _) => { });

        Assert.Throws<OperationCanceledException>(() => ScenarioRun.Of(read, new RunAsk(null), progress, source.Token));
    }

    [Fact]
    public void A_scenario_out_of_time_has_no_solution()
    {
        RunOutcome outcome = ScenarioRun.Of(Read(), new RunAsk(TimeSpan.Zero), new RunProgress((_, _) => { }, (_, _) => { }), CancellationToken.None);

        Assert.Equal("No proven plan was found within 0 seconds.", Assert.IsType<Unsolved>(outcome).Reason);
    }

    private ReadCase Read() => ReadCases.Of([Path.Combine(_tiny.Folder, "annexe.yaml")], 1, CancellationToken.None).Cases.Single();
}
