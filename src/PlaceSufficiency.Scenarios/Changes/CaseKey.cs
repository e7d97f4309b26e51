using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>The keys by which change logs, conflicts and comparisons name what a case states.</summary>
internal static class CaseKey
{
    internal static string Places(ProvisionId provision, AcademicYear year) => $"places/{provision}/{year}";

    internal static string Imports(ProvisionId provision, AcademicYear year) => $"imports/{provision}/{year}";

    internal static string Provision(ProvisionId provision, string what) => $"provision/{provision}/{what}";

    internal static string Designation(ProvisionId provision, string what) => $"designation/{provision}/{what}";

    internal static string SchemeOpens(SchemeId scheme) => $"scheme/{scheme}/opens";

    internal static string Price(PriceItem item, PriceScope scope, FinancialYear year) => $"price/{Spelling.Of(item)}/{Scope(scope)}/{year}";

    internal static string Totals(AcademicYear year) => $"totals/{year}";

    internal static string InmssLimit(AcademicYear year) => $"limits/inmss-pupils/{year}";

    internal static string CapitalLimit(string year) => $"limits/capital/{year}";

    internal static string SchemeGroup(string group) => $"scheme-group/{group}";

    internal static string InmssSpend(AcademicYear year) => $"limits/inmss-spend/{year}";

    internal static string HighNeeds(FinancialYear year) => $"limits/high-needs/{year}";

    internal static string ClassGroup(ProvisionId provision) => $"limits/class-group/{provision}";

    internal const string Evenness = "limits/evenness";

    internal static string Treatment(LimitKind kind) => $"limits/treatment/{Spelling.Of(kind)}";

    internal const string Objective = "objective";

    internal static string UnplacedWeight(ProvisionLevel level) => $"unplaced-weight/{Spelling.Of(level)}";

    internal static string Tolerance(ObjectiveTier tier) => $"tolerance/{Spelling.Of(tier)}";

    internal static string Moves(ProvisionKind kind) => $"moves/{Spelling.Of(kind)}";

    internal static string TravelCeiling(Phase phase) => $"travel/ceiling/{Spelling.Of(phase)}";

    /// <summary>"all", the kind or the provision.</summary>
    internal static string Scope(PriceScope scope) => scope switch
    {
        { Provision: { } provision } => provision.Value,
        { Kind: { } kind } => Spelling.Of(kind),
        _ => "all",
    };

    /// <summary>The planned years from one to another, or to the last.</summary>
    internal static IEnumerable<AcademicYear> Span(PlanningCase planningCase, AcademicYear from, AcademicYear? until) =>
        planningCase.Horizon.PlannedYears.Where(year => year >= from && !(year > until));
}
