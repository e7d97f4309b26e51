namespace PlaceSufficiency.Cli.Tests;

/// <summary>What only a process of its own can show: the exit code as the shell sees it, and bytes on its standard output.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    public void Dispose() => _tiny.Dispose();

    [Fact]
    public async Task A_run_answers_with_0_and_says_the_same_as_within_the_tests()
    {
        string scenario = Path.Combine(_tiny.Folder, "annexe.yaml");

        Said process = await ProgramProcess.Run("run", scenario, "--out", _tiny.Results);
        Said call = await ProgramCall.Run("run", scenario, "--out", _tiny.Results);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(call.Results, process.Results);
        Assert.Contains("£", process.Results, StringComparison.Ordinal);
        Assert.Contains("annexe: auditing\n", process.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_2_and_leaves_standard_output_empty()
    {
        _tiny.Replace("tables/stock.csv", "SLCN", "SLCM");

        Said said = await ProgramProcess.Run("run", _tiny.Folder, "--out", _tiny.Results);

        Assert.Equal(2, said.ExitCode);
        Assert.Empty(said.Results);
        Assert.Contains("need 'SLCM'", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_a_number()
    {
        Said said = await ProgramProcess.Run("--version");

        Assert.Equal(0, said.ExitCode);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", said.Results);
    }
}
