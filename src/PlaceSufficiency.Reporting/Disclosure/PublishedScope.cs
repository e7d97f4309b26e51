using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>The lines of the published tables: the same for every run and year, so that a line that is missing tells nothing.</summary>
/// <param name="Groups">Phases and need groups with any pupil in any run and year.</param>
/// <param name="Needs">Phases and needs with any unplaced pupil in any run and year.</param>
/// <param name="Kinds">Kinds of provision in use in any run and year.</param>
/// <param name="Causes">Causes of being unplaced in any run and year.</param>
internal sealed record PublishedScope(
    IReadOnlyList<(Phase Phase, string Group)> Groups,
    IReadOnlyList<(Phase Phase, PrimaryNeed Need)> Needs,
    IReadOnlyList<ProvisionKind> Kinds,
    IReadOnlyList<UnplacedCause> Causes)
{
    /// <summary>The lines that these runs need.</summary>
    internal static PublishedScope Of(IReadOnlyList<ScenarioReport> runs)
    {
        (ScenarioReport Run, PlacementFact Fact)[] unplaced =
            [.. runs.SelectMany(run => run.Audit.Figures.Placements.Where(fact => fact.Provision is null).Select(fact => (run, fact)))];
        string[] groups = [.. runs.SelectMany(run => run.Case.NeedGroups.Select(group => group.Name)).Distinct()];
        return new PublishedScope(
            [
                .. runs.SelectMany(run => run.Audit.Figures.Balances.Select(row => (row.Phase, row.NeedGroup)))
                    .Concat(unplaced.Select(pair => (pair.Fact.YearGroup.Phase, pair.Run.Case.GroupOf(pair.Fact.Need).Name)))
                    .Distinct().OrderBy(line => line.Item1).ThenBy(line => Array.IndexOf(groups, line.Item2)),
            ],
            [.. unplaced.Select(pair => (pair.Fact.YearGroup.Phase, pair.Fact.Need)).Distinct().Order()],
            [.. runs.SelectMany(run => run.Audit.Figures.Placements.Where(fact => fact.Provision is not null).Select(fact => run.Case.Provision(fact.Provision!.Value).Kind)).Distinct().Order()],
            [.. unplaced.Select(pair => pair.Fact.Reason?.Cause).OfType<UnplacedCause>().Distinct().Order()]);
    }
}
