using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios;

/// <summary>One line of a change log.</summary>
/// <param name="File">File of the change, relative to the case folder.</param>
/// <param name="Row">Line of the change in the file.</param>
/// <param name="Change">Name of the change.</param>
/// <param name="Difference">The key, and its value before and after.</param>
/// <param name="Overrides">"file:row" of the change in an earlier layer that last touched the key; null when none did.</param>
public sealed record LoggedChange(string File, int Row, string Change, KeyChange Difference, string? Overrides)
{
    /// <summary>"places/great-oaks/2023/24: 100 -> 120".</summary>
    public override string ToString() => Difference.ToString();
}

/// <summary>A case with a scenario's changes made.</summary>
/// <param name="Case">The case; to be used only when there is no error among the findings.</param>
/// <param name="Log">What every change made different, in order.</param>
/// <param name="Findings">Everything wrong or doubtful, in order of layers and rows, each with file and row.</param>
public sealed record AppliedScenario(PlanningCase Case, IReadOnlyList<LoggedChange> Log, IReadOnlyList<Finding> Findings);

/// <summary>
/// Makes a scenario's changes to a base case, layer after layer and row after row. A change sees what those before it made; one that cannot be
/// made is left out and reported, so that everything wrong is found at once. In one layer no key may be touched twice, because the order of rows
/// in a file means nothing to its author; between layers the later one wins.
/// </summary>
public static class ScenarioApplication
{
    /// <summary>The base case with the scenario's changes, name and question.</summary>
    public static AppliedScenario Apply(PlanningCase planningCase, Scenario scenario)
    {
        PlanningCase changed = planningCase with { Name = scenario.Name, Question = scenario.Question };
        List<LoggedChange> log = [];
        List<Finding> findings = [];
        Dictionary<string, string> earlierLayers = [];
        foreach (ScenarioLayer layer in scenario.Layers)
        {
            changed = Apply(changed, layer, earlierLayers, log, findings);
        }

        return new AppliedScenario(changed, log, findings);
    }

    private static PlanningCase Apply(
        PlanningCase planningCase, ScenarioLayer layer, Dictionary<string, string> earlierLayers, List<LoggedChange> log, List<Finding> findings)
    {
        PlanningCase changed = planningCase;
        Dictionary<string, PlacedChange> touched = [];
        foreach (PlacedChange placed in layer.Changes)
        {
            IReadOnlyList<string> keys = placed.Change.Keys(changed);
            Finding[] found =
            [
                .. placed.Change.Check(changed),
                .. keys.Where(touched.ContainsKey).GroupBy(key => touched[key].Row).Select(shared => Conflict(touched[shared.First()], placed, [.. shared])),
            ];
            findings.AddRange(found.Select(finding => finding with { File = layer.File, Row = placed.Row }));
            foreach (string key in keys)
            {
                touched.TryAdd(key, placed);
            }

            if (found.All(finding => finding.Severity != Severity.Error))
            {
                log.AddRange(placed.Change.Log(changed).Select(difference =>
                    new LoggedChange(layer.File, placed.Row, placed.Change.Name, difference, earlierLayers.GetValueOrDefault(difference.Key))));
                changed = placed.Change.Apply(changed);
            }
        }

        foreach ((string key, PlacedChange placed) in touched)
        {
            earlierLayers[key] = $"{layer.File}:{placed.Row}";
        }

        return changed;
    }

    private static Finding Conflict(PlacedChange first, PlacedChange second, string[] shared)
    {
        string more = shared.Length > 1 ? $" and {shared.Length - 1} more" : string.Empty;
        return Finding.Error(
            "conflicting-changes",
            $"Rows {first.Row} ({first.Change.Name}) and {second.Row} ({second.Change.Name}) both change this{more}.",
            key: shared[0],
            maybe: first.Change.GetType().GetProperty("Until") is null ? null : "the first needs an 'until'.");
    }
}
