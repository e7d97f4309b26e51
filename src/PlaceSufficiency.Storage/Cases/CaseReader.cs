using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios;
using PlaceSufficiency.Storage.Cases.Checks;
using PlaceSufficiency.Storage.Tables;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>
/// Reads a case from its folder. Everything wrong with the files and tables is found in one go; the changes of a scenario are tried
/// once the base case stands.
/// </summary>
public static class CaseReader
{
    /// <summary>The scenario files of a case folder: the base file first, then the others by name.</summary>
    public static IReadOnlyList<string> ScenarioFilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml")
            .OrderBy(file => Path.GetFileName(file) != "base.yaml").ThenBy(file => file, StringComparer.Ordinal),
    ];

    /// <summary>Reads a base or scenario file with the tables beside it.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="shared">Tables of other cases that are read together with this one; null where it is read alone.</param>
    /// <exception cref="FindingsException">The case cannot be used; holds everything that was found.</exception>
    public static LoadedCase Read(string path, SharedTables? shared = null)
    {
        (CaseFolder folder, string file) = CaseFolder.Around(path, shared);
        return Read(folder, file);
    }

    /// <summary>Reads a base or scenario file from files that are held in memory.</summary>
    /// <param name="files">Every file of the case.</param>
    /// <param name="file">The base or scenario file among them.</param>
    /// <exception cref="FindingsException">The case cannot be used; holds everything that was found.</exception>
    public static LoadedCase Read(IEnumerable<InputFile> files, string file) => Read(CaseFolder.Of(files), file);

    private static LoadedCase Read(CaseFolder folder, string file)
    {
        FindingList findings = new();
        if (!folder.Has(file))
        {
            string? maybe = NearMiss.Sentence(file, folder.Files(Path.GetDirectoryName(file) ?? string.Empty, ".yaml"));
            throw new FindingsException([Finding.Error("missing-file", "There is no such file.", file, maybe: maybe)]);
        }

        ScenarioChain chain = ScenarioChain.Read(file, folder, findings);
        CaseTables tables = CaseTables.Read(folder, findings);
        Check(chain, tables, folder, findings);
        findings.ThrowIfErrors();

        PlanningCase baseCase = WithTotals(CaseAssembly.Assemble(chain.Settings!, tables), chain, findings);
        findings.ThrowIfErrors();

        Scenario scenario = new(chain.Name, chain.Question, [.. chain.Layers]);
        AppliedScenario applied = ScenarioApplication.Apply(baseCase, scenario);
        AddAll(applied.Findings, findings);
        findings.ThrowIfErrors();
        return new LoadedCase(applied.Case, baseCase, scenario, applied.Log, findings.Ordered(), file, folder.Inputs, tables.Published.Rows);
    }

    private static void Check(ScenarioChain chain, CaseTables tables, CaseFolder folder, FindingList findings)
    {
        Horizon? horizon = chain.Settings is null ? null : Settings.HorizonOf(chain.Settings);
        AddAll(chain is { BaseFile: { } file, Settings: { } settings } ? Settings.Check(file, settings, tables.HasCosts) : [], findings);
        AddAll(NamedThings.Check(tables), findings);
        AddAll(PointsOnTheMap.Check(tables), findings);
        AddAll(WholePopulation.Check(tables), findings);
        AddAll(FutureResidents.Check(tables, horizon, chain.Settings), findings);
        AddAll(Designations.Check(tables), findings);
        AddAll(Schemes.Check(tables, horizon), findings);
        AddAll(SchemeRules.Check(tables, chain.Settings), findings);
        AddAll(Prices.Check(tables, horizon), findings);
        AddAll(StatedCosts.Check(tables), findings);
        AddAll(LevelShares.Check(tables, horizon), findings);
        AddAll(ReviewShares.Check(tables), findings);
        AddAll(PastPlans.Check(tables), findings);
        AddAll(StockPlacements.Check(tables, horizon), findings);
        AddAll(Strangers(folder), findings);
    }

    private static IEnumerable<Finding> Strangers(CaseFolder folder) =>
        from file in folder.Files("tables", ".csv")
        let name = Path.GetFileName(file)
        where !DataDictionary.Files.Contains(name)
        select Finding.Warning("unread-file", "No table of a case has this name, so the file is not read.", file, maybe: NearMiss.Sentence(name, DataDictionary.Files));

    private static PlanningCase WithTotals(PlanningCase planningCase, ScenarioChain chain, FindingList findings)
    {
        if (chain.Settings?.Demand?.Totals is not { } totals)
        {
            return planningCase;
        }

        IReadOnlyList<Finding> found = totals.Check(planningCase);
        AddAll(found.Select(finding => AtTotals(finding, chain.BaseFile!)), findings);
        return found.Any(finding => finding.Severity == Severity.Error)
            ? planningCase
            : planningCase with { Demand = planningCase.Demand with { StatedTotals = totals.Totals } };
    }

    private static Finding AtTotals(Finding finding, YamlFile file)
    {
        string[] within = finding.Key?.Split('/', 2) ?? [];
        string[] parents = within is ["base-plans" or "rates", ..] ? ["demand", "totals", "growth"] : ["demand", "totals"];
        string[] keys = [.. parents, .. within];
        return finding with { File = file.Path, Row = file.LineOf(keys), Key = string.Join('.', keys) };
    }

    private static void AddAll(IEnumerable<Finding> found, FindingList findings)
    {
        foreach (Finding finding in found)
        {
            findings.Add(finding);
        }
    }
}
