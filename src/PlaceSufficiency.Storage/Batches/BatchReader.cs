using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Storage.Batches;

/// <summary>A batch file that was read.</summary>
/// <param name="Batch">What it says.</param>
/// <param name="Scenarios">The scenario files that its names stand for, each once, by path.</param>
public sealed record LoadedBatch(Batch Batch, IReadOnlyList<string> Scenarios);

/// <summary>Reads batch files.</summary>
public static class BatchReader
{
    private const int MostValues = 10_000;
    private const int MostPaths = 1_000_000;

    /// <summary>Whether a file is a batch file: it has the key <c>scenarios</c>.</summary>
    public static bool IsBatch(string path) =>
        File.Exists(path) && YamlFile.Read(Path.GetFileName(path), CaseFolder.At(Path.GetDirectoryName(Path.GetFullPath(path))!), new FindingList())?["scenarios"] is not null;

    /// <summary>Reads a batch file and finds the scenarios it names.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FindingsException">It cannot be used; holds everything that was found.</exception>
    public static LoadedBatch Read(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string name = Path.GetFileName(path);
        FindingList findings = new();
        YamlFile? file = YamlFile.Read(name, CaseFolder.At(folder), findings);
        BatchSettings? settings = file is null ? null : new YamlBinder(name, findings).Bind<BatchSettings>(file.Root);
        findings.ThrowIfErrors();

        void Wrong(string code, string message, string key, string? value = null, string? maybe = null) => findings.Add(Finding.Error(code, message, name, file!.LineOf(key.Split('.')), key, value, maybe));
        Check(settings!, Wrong);
        ImmutableArray<ImmutableArray<Sweep>> grids =
        [
            .. (settings!.Sweeps ?? []).Select(sweep => (ImmutableArray<Sweep>)[SweepOf(sweep, "sweeps", Wrong)]),
            .. (settings.Grids ?? []).Select(grid => (ImmutableArray<Sweep>)[.. grid.Select(sweep => SweepOf(sweep, "grids", Wrong))]),
        ];
        IReadOnlyList<string> scenarios = ScenariosOf(folder, settings.Scenarios, Wrong);
        findings.ThrowIfErrors();
        return new LoadedBatch(new Batch(settings.Name, settings.Scenarios, settings.Paths, grids, settings.Keep), scenarios);
    }

    private static void Check(BatchSettings settings, Report wrong)
    {
        if (settings.Schema != 1)
        {
            wrong("unknown-schema", "This program reads version 1 of batch files.", "schema", $"{settings.Schema}");
        }

        if (settings.Paths is { Count: < 1 or > MostPaths } paths)
        {
            wrong("bad-path-count", $"A whole number from 1 to {MostPaths:#,##0} is wanted.", "paths.count", $"{paths.Count}");
        }

        if (settings.Grids?.Any(grid => grid.IsEmpty) == true)
        {
            wrong("empty-list", "A grid names nothing to vary.", "grids");
        }

        foreach (string over in (settings.Grids ?? []).SelectMany(grid => grid.GroupBy(sweep => sweep.Over).Where(same => same.Count() > 1).Select(same => same.Key)))
        {
            wrong("duplicate-sweep", "A grid varies this twice.", "grids", over);
        }
    }

    private static Sweep SweepOf(SweepSettings settings, string key, Report wrong)
    {
        ImmutableArray<decimal> values = ValuesOf(settings, key, wrong);
        foreach (decimal value in values)
        {
            try
            {
                SweepTarget.Change(new SweepSetting(settings.Over, value));
            }
            catch (FindingsException exception)
            {
                Finding first = exception.Findings[0];
                wrong(first.Code, first.Message, key, first.Key == "over" ? settings.Over : $"{settings.Over}: {value}", first.Maybe);
                break;
            }
        }

        return new Sweep(settings.Over, values);
    }

    private static ImmutableArray<decimal> ValuesOf(SweepSettings settings, string key, Report wrong)
    {
        switch (settings)
        {
            case { Values: { IsEmpty: false } values, From: null, To: null, Step: null }:
                if (values.Distinct().Count() != values.Length)
                {
                    wrong("duplicate-value", "A value stands twice.", key, settings.Over);
                }

                return values;
            case { Values: null, From: { } from, To: { } to, Step: { } step } when step != 0 && (to - from) / step is >= 0 and < MostValues:
                return [.. Enumerable.Range(0, (int)((to - from) / step) + 1).Select(i => from + (i * step))];
            default:
                wrong("bad-sweep", $"A sweep has either values, or from, to and a step that leads from one to the other in at most {MostValues:#,##0}.", key, settings.Over);
                return [];
        }
    }

    private static string[] ScenariosOf(string folder, ImmutableArray<string> names, Report wrong)
    {
        List<string> found = [];
        foreach (string name in names)
        {
            string[] files = [.. Matching(folder, name)];
            if (files.Length == 0)
            {
                string[] near = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)] : [];
                wrong("no-scenario", "No scenario file has this name.", "scenarios", name, NearMiss.Sentence(name, near));
            }

            found.AddRange(files);
        }

        if (names.IsEmpty)
        {
            wrong("empty-list", "A batch names at least one scenario.", "scenarios");
        }

        return [.. found.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Matching(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        string parent = Path.GetDirectoryName(path)!;
        string file = Path.GetFileName(path);
        if (file.AsSpan().ContainsAny('*', '?'))
        {
            return Directory.Exists(parent)
                ? Directory.EnumerateFiles(parent, file.EndsWith(".yaml", StringComparison.Ordinal) ? file : $"{file}.yaml")
                    .Where(match => Path.GetFileName(match) != "base.yaml" && !IsBatch(match))
                : [];
        }

        string[] candidates = [path, $"{path}.yaml"];
        return candidates.Where(File.Exists).Take(1);
    }

    private delegate void Report(string code, string message, string key, string? value = null, string? maybe = null);
}
