using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>A scenario that was read and can be planned.</summary>
/// <param name="Case">The case with the scenario's changes made.</param>
/// <param name="BaseCase">The case as its base file states it; the same as <paramref name="Case"/> when the base file itself was read.</param>
/// <param name="Scenario">The scenario; without layers when the base file itself was read.</param>
/// <param name="ChangeLog">What every change made different, in order.</param>
/// <param name="Findings">Warnings.</param>
/// <param name="File">The file that was read, as a path within the case folder.</param>
/// <param name="Inputs">Every file that was read, by path within the case folder.</param>
/// <param name="Published">Published counts that the stock was fitted to; empty when the case has none.</param>
public sealed record LoadedCase(
    PlanningCase Case,
    PlanningCase BaseCase,
    Scenario Scenario,
    IReadOnlyList<LoggedChange> ChangeLog,
    IReadOnlyList<Finding> Findings,
    string File,
    IReadOnlyList<InputFile> Inputs,
    IReadOnlyList<PublishedCount> Published)
{
    /// <summary>SHA-256 over the content of every input, lower-case hexadecimal: equal inputs, equal fingerprint, whatever their line ends.</summary>
    public string Fingerprint { get; } = InputFile.FingerprintOf(Inputs);
}
