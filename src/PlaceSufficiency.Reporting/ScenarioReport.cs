using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Scenarios.Answer;

namespace PlaceSufficiency.Reporting;

/// <summary>What every writer of one scenario's report starts from.</summary>
/// <param name="Case">The scenario, its changes applied.</param>
/// <param name="Audit">Every figure, as the audit derived it.</param>
/// <param name="Answer">Enough or not, where, when, by how many: one plain sentence.</param>
/// <param name="Fingerprint">Names the exact input; the same for the same input.</param>
public sealed record ScenarioReport(PlanningCase Case, PlanAuditReport Audit, string Answer, string Fingerprint)
{
    /// <summary>The report of an audited plan.</summary>
    public static ScenarioReport Of(PlanningCase planningCase, PlanAuditReport audit, string fingerprint) =>
        new(planningCase, audit, SufficiencyAnswer.Sentence(planningCase, audit.Figures), fingerprint);
}
