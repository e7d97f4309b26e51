using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Scenarios.Answer;
using PlaceSufficiency.Scenarios.Comparison;

namespace PlaceSufficiency.Reporting;

/// <summary>What every writer of one scenario's report starts from.</summary>
/// <param name="Case">The scenario, its changes applied.</param>
/// <param name="Audit">Every figure, as the audit derived it.</param>
/// <param name="Answer">Enough or not, where, when, by how many: one plain sentence.</param>
/// <param name="Fingerprint">Names the exact input; the same for the same input.</param>
public sealed record ScenarioReport(PlanningCase Case, PlanAuditReport Audit, string Answer, string Fingerprint)
{
    /// <summary>Short name of the run, its scenario file's: names it in comparisons and links, and is unique in a report.</summary>
    public string Run { get; init; } = "scenario";

    /// <summary>Where the figures come from.</summary>
    public RunTrail Trail { get; init; } = RunTrail.Unknown;

    /// <summary>How demand spreads over futures; null where none were drawn.</summary>
    public DemandFan? Fan { get; init; }

    /// <summary>The audit of the plan that decides September by September without looking ahead; null where none was made.</summary>
    public PlanAuditReport? WithoutLookingAhead { get; init; }

    /// <summary>The run as comparisons know it.</summary>
    public RunSummary Summary => new(Run, Case.Horizon, Audit.Figures, Audit.Tiers, Case.Schemes);

    /// <summary>The same with every placement held in memory: for whoever goes through them many times, as they are otherwise derived anew each time.</summary>
    internal ScenarioReport Held() => this with { Audit = Audit with { Figures = Audit.Figures with { Placements = [.. Audit.Figures.Placements] } } };

    /// <summary>The report of an audited plan.</summary>
    public static ScenarioReport Of(PlanningCase planningCase, PlanAuditReport audit, string fingerprint) =>
        new(planningCase, audit, SufficiencyAnswer.Sentence(planningCase, audit.Figures), fingerprint);
}
