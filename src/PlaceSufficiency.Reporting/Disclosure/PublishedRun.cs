using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>A run that is to be published.</summary>
/// <param name="Name">Short name, unique among the runs that are published together.</param>
/// <param name="Case">The scenario.</param>
/// <param name="Audit">Its figures.</param>
public sealed record PublishedRun(string Name, PlanningCase Case, PlanAuditReport Audit);
