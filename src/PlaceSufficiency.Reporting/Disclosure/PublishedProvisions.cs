using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>Provisions that published tables name.</summary>
internal static class PublishedProvisions
{
    /// <summary>Kinds whose provisions have a line each.</summary>
    internal static IReadOnlyList<ProvisionKind> Kinds { get; } = [ProvisionKind.SpecialSchool, ProvisionKind.ResourcedProvision, ProvisionKind.SenUnit];

    /// <summary>
    /// Provisions of a kind that are open in the year or hold somebody, by id, with the most pupils that everybody knows them to take: places
    /// and what may be taken above them.
    /// </summary>
    internal static IEnumerable<(ProvisionYear Use, long Most)> Of(ScenarioReport run, ProvisionKind kind, AcademicYear year) => run.Audit.Figures.Provisions
        .Where(use => use.Year == year && run.Case.Provision(use.Provision).Kind == kind && (use.Places > 0 || use.Pupils > 0))
        .OrderBy(use => use.Provision)
        .Select(use => (use, (long)(use.Places + run.Case.Provision(use.Provision).OverNumberAllowed(use.Places))));
}
