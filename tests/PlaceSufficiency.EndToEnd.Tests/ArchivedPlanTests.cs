namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>What can be done with runs once they are in an archive: audited again from it alone, and compared as plans that are decided before demand is known.</summary>
public sealed class ArchivedPlanTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ArchivedPlanTests()
    {
        foreach (string name in (string[])["tiny", "bases"])
        {
            string original = Repository.At("scenarios", name);
            foreach (string file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
            {
                string copy = _folder.At(name, Path.GetRelativePath(original, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        File.WriteAllText(
            _folder.At("tiny", "consider.yaml"),
            "schema: 1\nextends: base.yaml\nname: Tiny, the annexe if it is worth it\nquestion: Should the annexe open?\nchanges:\n  - consider-schemes: { schemes: [oak-annexe] }\n");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A plan that decides openings is proven by cases of openings, one for a single year's sites by cases of sites: the archive keeps all of them.</summary>
    [Fact]
    public async Task Every_proof_is_kept_so_that_every_plan_passes_its_audit_again()
    {
        await Run("schema: 1\nname: Proofs\nscenarios: [tiny/consider, tiny/annexe, bases/all-three]\nkeep: placements\n");
        Said audit = await Say("archive", "audit");
        Said sets = await Say("archive", "query", "SELECT count(DISTINCT cases.tier) = 3 AS of_openings, count(DISTINCT sites.step) > 0 AS of_sites FROM cases, sites");

        Assert.True(audit.ExitCode == 0, audit.Results + audit.Trouble);
        Assert.Equal("3 runs audited: no rule is broken.\n", audit.Results);
        Assert.Contains("True", sets.Results, StringComparison.Ordinal);
        Assert.DoesNotContain("False", sets.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_whose_proof_was_spoilt_fails_its_audit()
    {
        await Run("schema: 1\nname: Proofs\nscenarios: [tiny/base, tiny/annexe]\nkeep: placements\n");
        string[] runs = [.. Directory.EnumerateDirectories(_folder.At("archive", "runs")).Order(StringComparer.Ordinal)];
        File.Copy(Path.Combine(runs[0], "placements.parquet"), Path.Combine(runs[1], "placements.parquet"), overwrite: true);

        Said audit = await Say("archive", "audit");

        Assert.Equal(4, audit.ExitCode);
        Assert.Contains("1 of 2 runs failed their audit", audit.Results, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_cannot_be_audited_is_named_and_keeps_no_other_from_its_audit()
    {
        await Run("schema: 1\nname: Summaries\nscenarios: [tiny/annexe]\n");
        await Run("schema: 1\nname: Proofs\nscenarios: [tiny/base]\nkeep: placements\n");

        Said audit = await Say("archive", "audit");

        Assert.Equal(2, audit.ExitCode);
        Assert.Equal("1 runs audited: no rule is broken.\n1 runs could not be audited.\n", audit.Results);
        Assert.Contains("'annexe': The placements of this run were not kept", audit.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_single_futures_would_open_is_tried_in_every_future_beside_the_named_plans()
    {
        await Run("schema: 1\nname: Annexe or not\nscenarios: [tiny/consider, tiny/base]\npaths: { count: 6, seed: 7 }\n");
        Said robust = await Say("robust", "Annexe or not", "--fresh", "2");
        Said again = await Say("robust", "Annexe or not", "--fresh", "2");

        Said alone = await Say("robust", "Annexe or not");

        Assert.Contains("Not checked out of sample: no future was held back.", alone.Results, StringComparison.Ordinal);
        Assert.DoesNotContain("Not checked", robust.Results, StringComparison.Ordinal);
        Assert.True(robust.ExitCode == 0, robust.Trouble);
        Assert.Contains("2 candidates are what single futures would open", robust.Results, StringComparison.Ordinal);
        Assert.Contains("Annexe or not, openings decided: 12 runs made in ", robust.Results, StringComparison.Ordinal);
        Assert.Contains("Plans over 4 futures", robust.Results, StringComparison.Ordinal);
        Assert.Contains("The same over 2 fresh futures", robust.Results, StringComparison.Ordinal);
        Assert.Contains("\nconsider, opening oak-annexe 2026/27 ", robust.Results, StringComparison.Ordinal);
        Assert.Contains("\nconsider, opening nothing ", robust.Results, StringComparison.Ordinal);
        Assert.Contains("Choosing openings anew in each future, which nobody can, would leave 0.0 pupil-years unplaced", robust.Results, StringComparison.Ordinal);
        Assert.Contains(": 0 runs made in ", again.Results, StringComparison.Ordinal);
    }

    private async Task Run(string batch)
    {
        await File.WriteAllTextAsync(_folder.At("batch.yaml"), batch, TestContext.Current.CancellationToken);
        Said said = await Say("run", _folder.At("batch.yaml"));
        Assert.True(said.ExitCode == 0, said.Trouble);
    }

    private Task<Said> Say(params string[] arguments) => ProgramProcess.Run([.. arguments, "--archive", _folder.At("archive")]);
}
