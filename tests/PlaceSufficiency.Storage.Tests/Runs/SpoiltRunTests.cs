using System.Security.Cryptography;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Runs;

namespace PlaceSufficiency.Storage.Tests.Runs;

public sealed class SpoiltRunTests : IDisposable
{
    private readonly DirectoryInfo _outer = Directory.CreateTempSubdirectory("place-sufficiency-");

    public SpoiltRunTests() => RunFolder.Write(Run, TinyRun.Of("annexe.yaml"), [TinyRun.Report("summary.json", "{}\n")]);

    private string Run => Path.Combine(_outer.FullName, "run");

    public void Dispose() => _outer.Delete(recursive: true);

    [Theory]
    [InlineData("inputs/tables/stock.csv")]
    [InlineData("inputs/annexe.yaml")]
    [InlineData("demand.csv")]
    [InlineData("placements.csv")]
    [InlineData("certificate.csv")]
    [InlineData("openings.csv")]
    public void A_file_that_was_changed_or_deleted_is_an_error(string file)
    {
        File.AppendAllText(PathOf(file), "\n");
        Assert.Equal([$"Error changed-file {file} The file is not what the run wrote: its SHA-256 differs."], Findings());

        File.Delete(PathOf(file));
        Assert.Equal([$"Error missing-file {file} The manifest names the file, but it is not there."], Findings());
    }

    [Fact]
    public void A_report_that_was_changed_or_deleted_is_a_warning()
    {
        File.AppendAllText(PathOf("summary.json"), "\n");
        Assert.Equal(["Warning changed-file summary.json The file is not what the run wrote: its SHA-256 differs."], Findings());

        File.Delete(PathOf("summary.json"));
        Assert.Equal(["Warning missing-file summary.json The manifest names the file, but it is not there."], Findings());
    }

    [Fact]
    public void An_input_that_was_added_is_an_error()
    {
        File.WriteAllText(PathOf("inputs/tables/travel.csv"), "area_id,provider_id,minutes,km,source,date\n");

        Assert.Equal(["Error added-file inputs/tables/travel.csv The file was not there when the run was written."], Findings());
    }

    [Theory]
    [InlineData("demand.csv", "north,ASD,male,2024/25", "nort,ASD,male,2024/25", "Error unknown-area demand.csv:2 area_id 'nort': The case has no such area.")]
    [InlineData("demand.csv", ",elm-base,", ",elm,", "Error unknown-provision demand.csv:4 provision_id 'elm': The case has no such provision.")]
    [InlineData("demand.csv", "resourced;resourced;special", "resourced;special", "Error levels-count demand.csv:4 levels '2': A level is wanted for each year of the stay.")]
    [InlineData("demand.csv", "resourced;resourced;special", "resourced;resourcd;special", "Error unknown-level demand.csv:4 levels 'resourced;resourcd;special': Not a level of provision; known are mainstream, mainstream-plus, resourced, special, highly-specialised. Maybe 'resourced' was meant.")]
    [InlineData("demand.csv", "2026/27,2026/27,7", "2026/27,2027/28,7", "Error year-outside-horizon demand.csv:6 first_year last_year '2026/27 2027/28': The stay must lie within the horizon and end after it starts.")]
    [InlineData("demand.csv", "2025/26,2026/27,7", "2025/26,2026/27,20", "Error too-old demand.csv:5 year_group_at_first '20': The pupils would be older than year group 20 in the last year.")]
    [InlineData("demand.csv", "\n4,", "\n5,", "Error stay-out-of-order demand.csv:6 stay '5': Stays are numbered from 0 in the order of rows.")]
    [InlineData("placements.csv", "0,2,oak-special", "0,2,oak", "Error unknown-provision placements.csv:2 2025/26 'oak': The case has no such provision.")]
    [InlineData("placements.csv", "1,1,oak-special,", "1,1,oak-special,oak-special", "Error path-does-not-match-stay placements.csv:3 2026/27 'oak-special': The pupils hold no plan in this year.")]
    [InlineData("placements.csv", "1,1,oak-special,", "1,1,,", "Error path-does-not-match-stay placements.csv:3 2025/26: The pupils hold a plan in this year, so a provision or 'unplaced' is wanted.")]
    [InlineData("placements.csv", "4,1,", "9,1,", "Error unknown-stay placements.csv:6 stay '9': demand.csv has no such stay.")]
    [InlineData("placements.csv", "0,2,", "0,-2,", "Error negative-number placements.csv:2 pupils '-2': A whole number from 1 is wanted.")]
    [InlineData("placements.csv", "2026/27", "2027/28", "Error unknown-column placements.csv:1 '2027/28': The table has no such column. Maybe '2026/27' was meant.")]
    [InlineData("certificate.csv", "5964000.000000001", "-5964000", "Error not-a-number certificate.csv:4 price '-5964000': A finite number of at least 0 is wanted.")]
    [InlineData("certificate.csv", "cost,0,inmss-limit,,2026/27", "cost,0,inmss-limit,,", "Error bad-certificate-row certificate.csv:5 price_on 'inmss-limit': A price is on a place (provision_id of the case and academic_year), the inmss-limit (academic_year), a limit (limit and what it is of) or a held-tier (held_tier), for a tier of the plan.")]
    [InlineData("certificate.csv", "cost,0,inmss-limit", "cost,0,inmss", "Error unknown-price-kind certificate.csv:5 price_on 'inmss': A price is on a place, the inmss-limit, a limit or a held-tier.")]
    public void A_table_that_says_something_impossible_is_an_error_even_when_the_manifest_agrees(string file, string good, string bad, string expected)
    {
        Forge(file, text => text.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(expected, Findings());
    }

    [Theory]
    [InlineData("oak-annexe,2025/26", "oak-annex,2025/26", "Error unknown-scheme cases.csv:6 split 'oak-annex': The case has no such scheme. Maybe 'oak-annexe' was meant.")]
    [InlineData("2,over-number", "2,inmss-spend", "Error unknown-tier cases.csv:4 tier 'inmss-spend': The case minimises unplaced, over-number, cost.")]
    [InlineData("2,over-number", "2,oversize", "Error unknown-tier cases.csv:4 tier 'oversize': *")]
    [InlineData("oak-annexe,2025/26,", "oak-annexe,,", "Error bad-case cases.csv:6 A case is split at a scheme and a September (split and opens_by), or settled by a set of prices (price_set).")]
    [InlineData("oak-annexe,2025/26,", "oak-annexe,2025/26,1", "Error bad-case cases.csv:6 A case is split at a scheme and a September (split and opens_by), or settled by a set of prices (price_set).")]
    [InlineData("6,cost,,,1", "6,cost,,,", "Error bad-case cases.csv:8 A case is split at a scheme and a September (split and opens_by), or settled by a set of prices (price_set).")]
    [InlineData("7,cost,,,0", "7,cost,,,999", "Error unknown-price-set cases.csv:9 price_set '999': certificate.csv has no such set of prices of this tier.")]
    [InlineData("7,cost,,,0\n", "", "Error unfinished-cases cases.csv tier 'cost': Each split is followed by the steps of its first case and then by those of its second, and nothing follows the last; these do not come out.")]
    [InlineData("5,cost,,,2", "5,cost,oak-annexe,2025/26,", "Error unfinished-cases cases.csv tier 'cost': *")]
    [InlineData("3,cost,oak-annexe,2026/27,", "3,cost,,,0", "Error unfinished-cases cases.csv tier 'cost': *")]
    [InlineData("7,cost", "6,cost", "Error duplicate-key cases.csv:9 *")]
    public void Cases_that_are_no_proof_of_the_plan_are_an_error(string good, string bad, string expected)
    {
        RunFolder.Write(Run, TinyRun.ByCases(), []);
        Assert.Empty(Findings());
        Forge("cases.csv", text => text.Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(Findings(), finding => expected.EndsWith('*') ? finding.StartsWith(expected[..^1], StringComparison.Ordinal) : finding == expected);
    }

    [Fact]
    public void Cases_that_were_changed_are_an_error()
    {
        RunFolder.Write(Run, TinyRun.ByCases(), []);
        File.AppendAllText(PathOf("cases.csv"), "\n");

        Assert.Equal(["Error changed-file cases.csv The file is not what the run wrote: its SHA-256 differs."], Findings());
    }

    [Fact]
    public void Cases_that_the_manifest_does_not_name_are_an_error()
    {
        File.WriteAllText(PathOf("cases.csv"), "row,tier,split,opens_by,price_set\n0,cost,,,0\n");

        Assert.Equal(["Error added-file cases.csv The file was not there when the run was written."], Findings());
    }

    [Fact]
    public void Bad_inputs_are_found_with_their_place_in_the_run()
    {
        Forge("inputs/tables/stock.csv", text => text.Replace("ASD", "ASDD", StringComparison.Ordinal));

        Assert.StartsWith("Error unknown-need inputs/tables/stock.csv:2 need 'ASDD': ", Assert.Single(Findings()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"format\": 2", "\"format\": 3", "Error unknown-format manifest.json format '3': This program reads format 2 of run folders.")]
    [InlineData("\"tier\": \"over-number\"", "\"tier\": \"cost\"", "Error tiers-differ manifest.json tiers 'unplaced, cost, cost': The case minimises unplaced, over-number, cost.")]
    [InlineData("demand.csv", "../x.csv", "Error outside-run-folder manifest.json files '../x.csv': The manifest names a file outside the folder.")]
    [InlineData("demand.csv", "other.csv", "Error missing-file manifest.json files 'demand.csv': A run has this file, but the manifest does not name it.")]
    [InlineData("\"case\": \"annexe.yaml\"", "\"case\": \"../../annexe.yaml\"", "Error missing-file manifest.json files 'inputs/../../annexe.yaml': A run has this file, but the manifest does not name it.")]
    [InlineData("\"fingerprint\": \"", "\"fingerprint\": \"0", null)]
    [InlineData("\"fingerprint\"", "\"fingerprnt\"", null)]
    [InlineData("{", "", null)]
    public void A_manifest_that_is_not_one_is_an_error(string good, string bad, string? expected)
    {
        string manifest = File.ReadAllText(PathOf("manifest.json"));
        File.WriteAllText(PathOf("manifest.json"), manifest.Replace(good, bad, StringComparison.Ordinal));

        string[] findings = Findings();

        Assert.Contains(findings, finding => expected is null
            ? finding.StartsWith("Error ", StringComparison.Ordinal) && finding.Contains("manifest.json", StringComparison.Ordinal)
            : finding == expected);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_not_a_run()
    {
        File.Delete(PathOf("manifest.json"));

        Assert.False(RunFolder.IsRun(Run));
        Assert.Equal([$"Error not-a-run manifest.json '{Run}': The folder is not a finished run: it has no manifest."], Findings());
    }

    /// <summary>Changes a file and the manifest's entry for it.</summary>
    private void Forge(string file, Func<string, string> change)
    {
        string Sha() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(file))));
        (string oldSha, string text) = (Sha(), File.ReadAllText(PathOf(file)));
        Assert.NotEqual(text, change(text));
        File.WriteAllText(PathOf(file), change(text));
        string manifest = File.ReadAllText(PathOf("manifest.json")).Replace(oldSha, Sha(), StringComparison.Ordinal);
        string entry = $"\"path\": \"{file}\",\n      \"bytes\": ";
        int at = manifest.IndexOf(entry, StringComparison.Ordinal) + entry.Length;
        int end = manifest.IndexOf(',', at);
        File.WriteAllText(PathOf("manifest.json"), $"{manifest[..at]}{new FileInfo(PathOf(file)).Length}{manifest[end..]}");
    }

    private string[] Findings()
    {
        IReadOnlyList<Finding> findings;
        try
        {
            findings = RunFolder.Read(Run).Loaded.Findings;
        }
        catch (FindingsException exception)
        {
            findings = exception.Findings;
        }

        return [.. findings.Select(finding => $"{finding.Severity} {finding.Code} {finding}")];
    }

    private string PathOf(string file) => Path.Combine(Run, file);
}
