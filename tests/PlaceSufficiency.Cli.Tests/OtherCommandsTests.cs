using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace PlaceSufficiency.Cli.Tests;

public sealed class OtherCommandsTests : IDisposable
{
    private readonly TinyCase _tiny = new();

    public void Dispose() => _tiny.Dispose();

    private string Annexe => Path.Combine(_tiny.Results, "tiny", "annexe");

    [Theory]
    [InlineData("run")]
    [InlineData("solve", "x.yaml")]
    [InlineData("run", "x.yaml", "--threads", "0")]
    [InlineData("run", "x.yaml", "--threads", "many")]
    [InlineData("run", "x.yaml", "--time-limit", "-5")]
    [InlineData("audit")]
    [InlineData("build-case", "Southampton")]
    [InlineData("build-case", "Southampton", "--published", "p", "--case", "c", "--base-year", "2020")]
    [InlineData("compare", "one")]
    public async Task A_command_line_that_is_not_understood_is_bad_input(params string[] arguments)
    {
        Said said = await ProgramCall.Run(arguments);

        Assert.Equal(2, said.ExitCode);
        Assert.Empty(said.Results);
        Assert.EndsWith("Try 'place-sufficiency --help'.\n", said.Trouble, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    public async Task Help_lists_the_commands_and_the_exit_codes(params string[] arguments)
    {
        Said said = await ProgramCall.Run(arguments);

        Assert.Equal(0, said.ExitCode);
        Assert.All((string[])["  run ", "  compare ", "  check ", "  audit ", "  build-case ", "4 audit failed"], words => Assert.Contains(words, said.Results, StringComparison.Ordinal));
        Assert.DoesNotContain("  schema", said.Results, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema", "scenario.schema.json")]
    [InlineData("dictionary", "data-dictionary.csv")]
    public async Task Generated_files_of_the_repository_can_be_printed(string command, string file)
    {
        Said said = await ProgramCall.Run(command);

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "scenarios", file), TestContext.Current.CancellationToken), said.Results);
    }

    [Fact]
    public async Task Check_solves_nothing_and_says_what_is_wrong()
    {
        Said right = await ProgramCall.Run("check", _tiny.Folder);
        _tiny.Replace("tables/areas.csv", "south", "souht");
        Said wrong = await ProgramCall.Run("check", _tiny.Folder);

        Assert.Equal(0, right.ExitCode);
        Assert.Equal("annexe: in order, 1 value changed from the base.\ninmss-closed: in order, 1 value changed from the base.\n", right.Results);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("'south'", wrong.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_says_what_differs_and_what_it_changes()
    {
        await ProgramCall.Run("run", Path.Combine(_tiny.Folder, "annexe.yaml"), Path.Combine(_tiny.Folder, "inmss-closed.yaml"), "--out", _tiny.Results);

        Said said = await ProgramCall.Run("compare", Path.Combine(_tiny.Folder, "inmss-closed.yaml"), Annexe, "--out", _tiny.Results);

        Assert.Equal(0, said.ExitCode);
        Assert.Contains("What differs: inmss-closed -> annexe\n", said.Results, StringComparison.Ordinal);
        Assert.Matches("schemes +scheme/oak-annexe/opens +not opened +2026/27\n", said.Results);
        Assert.Contains("What an extra pupil placed costs, against inmss-closed\n", said.Results, StringComparison.Ordinal);
        Assert.Contains("annexe: Enough: every pupil has a suitable place", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_wants_results_that_exist()
    {
        Said said = await ProgramCall.Run("compare", Path.Combine(_tiny.Folder, "annexe.yaml"), Annexe, "--out", _tiny.Results);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("Maybe run it first", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_passes_a_plan_as_it_was_written()
    {
        await RunAnnexe();

        Said said = await ProgramCall.Run("audit", Annexe);

        Assert.Equal(0, said.ExitCode);
        Assert.EndsWith("Audited: no rule is broken.\n", said.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_refuses_a_folder_that_was_changed()
    {
        await RunAnnexe();
        await MoveAPupil();

        Said said = await ProgramCall.Run("audit", Annexe);

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("placements.csv", said.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_breaks_a_rule_fails_its_audit()
    {
        await RunAnnexe();
        await MoveAPupil();
        await SignAgain("placements.csv");

        Said audit = await ProgramCall.Run("audit", Annexe);
        Said compare = await ProgramCall.Run("compare", Annexe, Annexe);

        Assert.Equal(4, audit.ExitCode);
        Assert.Contains("  error    ", audit.Results, StringComparison.Ordinal);
        Assert.EndsWith("The plan failed its audit: do not use its figures.\n", audit.Results, StringComparison.Ordinal);
        Assert.Equal(4, compare.ExitCode);
    }

    [Fact]
    public async Task Build_case_wants_published_tables_and_writes_nothing_without()
    {
        Said said = await ProgramCall.Run("build-case", "Southampton", "--published", _tiny.Folder, "--case", _tiny.Beside("new"));

        Assert.Equal(2, said.ExitCode);
        Assert.Contains("  error    ", said.Trouble, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_tiny.Beside("new")));
    }

    private Task<Said> RunAnnexe() => ProgramCall.Run("run", Path.Combine(_tiny.Folder, "annexe.yaml"), "--out", _tiny.Results);

    /// <summary>Puts the two boys in the base, which is not for their need.</summary>
    private async Task MoveAPupil()
    {
        string path = Path.Combine(Annexe, "placements.csv");
        string text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains("1,2,oak-special,oak-special", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace("1,2,oak-special,oak-special", "1,2,elm-base,oak-special", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    /// <summary>Makes the manifest agree with a file that was changed.</summary>
    private async Task SignAgain(string file)
    {
        byte[] bytes = await File.ReadAllBytesAsync(Path.Combine(Annexe, file), TestContext.Current.CancellationToken);
        string manifest = Path.Combine(Annexe, "manifest.json");
        string text = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);
        string signed = Regex.Replace(
            text,
            $"(\"path\": \"{Regex.Escape(file)}\",\\s*\"bytes\": )[0-9]+(,\\s*\"sha256\": \")[0-9a-f]+",
            $"${{1}}{bytes.Length}${{2}}{Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        Assert.NotEqual(text, signed);
        await File.WriteAllTextAsync(manifest, signed, TestContext.Current.CancellationToken);
    }
}
