using NodaTime;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>What a case states for a key, as text.</summary>
internal static class CaseValue
{
    private const string Unknown = "unknown";

    /// <summary>The year, or a word where there is none.</summary>
    internal static string Text(AcademicYear? year, string otherwise) => year?.ToString() ?? otherwise;

    /// <summary>"60 minutes".</summary>
    internal static string Minutes(Duration duration) => $"{duration.TotalMinutes:0.##} minutes";

    /// <summary>When a scheme opens.</summary>
    internal static KeyedValue SchemeOpens(PlanningCase planningCase, SchemeId id) => new(
        CaseKey.SchemeOpens(id),
        planningCase.Schemes.FirstOrDefault(scheme => scheme.Id == id) is { } known ? Opening(known) : Unknown);

    /// <summary>Which schemes a group holds and how many may open.</summary>
    internal static KeyedValue SchemeGroup(PlanningCase planningCase, string group) => new(
        CaseKey.SchemeGroup(group),
        planningCase.SchemeGroups.FirstOrDefault(known => known.Name == group) is { } size
            ? $"{size.AtLeast} to {size.AtMost?.ToString() ?? "all"} of {string.Join(", ", planningCase.Schemes.Where(scheme => scheme.Groups.Contains(group)).Select(scheme => scheme.Id))}"
            : "none");

    private static string Opening(CapitalScheme scheme) => scheme.Candidate is { } window && scheme.Opens is null
        ? $"candidate, {window.Earliest} to {window.Latest}"
        : Text(scheme.Opens, "not opened");

    /// <summary>How evenly plans are spread.</summary>
    internal static string Evenness(EvennessLimit? evenness) => evenness switch
    {
        { Most: { } most } => $"at most {most}",
        { TimesMean: { } times } => FormattableString.Invariant($"at most {times:0.##} times the mean"),
        _ => "as they come",
    };

    /// <summary>How a kind of limit is treated.</summary>
    internal static string Treatment(LimitTreatment treatment) =>
        treatment.Mode == LimitMode.Priced ? $"priced at {treatment.Price}" : Spelling.Of(treatment.Mode);

    /// <summary>When moves are allowed.</summary>
    internal static string Moves(MoveRule? rule) =>
        rule is null ? "never" : rule.Share is { } share ? FormattableString.Invariant($"{rule.Starting}, {share * 100:0.##}% a year") : $"{rule.Starting}";

    /// <summary>How much worse a tier may become.</summary>
    internal static string Tolerance(TierTolerance tolerance) =>
        FormattableString.Invariant($"{tolerance.Share * 100:0.##}% and {tolerance.Units} units");

    /// <summary>One property of a provision.</summary>
    internal static KeyedValue OfProvision(PlanningCase planningCase, ProvisionId id, string what, Func<Provision, string> value) =>
        new(CaseKey.Provision(id, what), planningCase.HasProvision(id) ? value(planningCase.Provision(id)) : Unknown);

    /// <summary>One property of a provision's designation.</summary>
    internal static KeyedValue OfDesignation(PlanningCase planningCase, ProvisionId id, string what, Func<Designation, string> value) =>
        new(CaseKey.Designation(id, what), planningCase.HasProvision(id) ? value(planningCase.Provision(id).Designation) : Unknown);

    /// <summary>The case with one provision replaced.</summary>
    internal static PlanningCase WithProvision(this PlanningCase planningCase, ProvisionId id, Func<Provision, Provision> change) => planningCase with
    {
        Provisions = [.. planningCase.Provisions.Select(provision => provision.Id == id ? change(provision) : provision)],
    };
}
