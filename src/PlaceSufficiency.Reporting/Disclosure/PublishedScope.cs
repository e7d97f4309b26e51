using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>
/// The lines of the published tables: the same for every run and year. None is there because of the very count that it holds, so a line with one
/// withheld figure among noughts does not say that the figure is no nought, and a line that is missing tells nothing.
/// </summary>
/// <param name="Groups">Every phase and need group of the cases.</param>
/// <param name="Needs">Phases and needs with any pupil in any run and year, placed or not.</param>
/// <param name="Kinds">Kinds of provision that the cases have.</param>
/// <param name="Causes">Every cause of being unplaced.</param>
internal sealed record PublishedScope(
    IReadOnlyList<(Phase Phase, string Group)> Groups,
    IReadOnlyList<(Phase Phase, PrimaryNeed Need)> Needs,
    IReadOnlyList<ProvisionKind> Kinds,
    IReadOnlyList<UnplacedCause> Causes)
{
    /// <summary>The lines that these runs need.</summary>
    internal static PublishedScope Of(IReadOnlyList<ScenarioReport> runs)
    {
        string[] groups = [.. runs.SelectMany(run => run.Case.NeedGroups.Select(group => group.Name)).Distinct()];
        return new PublishedScope(
            [.. Enum.GetValues<Phase>().SelectMany(phase => groups.Select(group => (phase, group)))],
            [.. runs.SelectMany(run => run.Audit.Figures.Placements.Select(fact => (fact.YearGroup.Phase, fact.Need))).Distinct().Order()],
            [.. runs.SelectMany(run => run.Case.Provisions.Select(provision => provision.Kind)).Distinct().Order()],
            [.. Enum.GetValues<UnplacedCause>().Order()]);
    }
}
