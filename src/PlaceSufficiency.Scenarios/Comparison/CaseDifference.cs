using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.Comparison;

/// <summary>The part of a case that something belongs to, in the order of reports.</summary>
public enum CasePart
{
    /// <summary>Areas, stock, joiners, leavers, levels and totals.</summary>
    Demand,

    /// <summary>Providers, provisions and their designations.</summary>
    Provision,

    /// <summary>Places and imports, schemes apart.</summary>
    Places,

    /// <summary>Capital schemes.</summary>
    Schemes,

    /// <summary>Prices.</summary>
    Prices,

    /// <summary>Journeys.</summary>
    Travel,

    /// <summary>Horizon, objective, limits and moves.</summary>
    Limits,
}

/// <summary>Something that two cases state differently.</summary>
/// <param name="Part">The part of the case.</param>
/// <param name="Change">The key, with the first case's value and the second's; "none" where a case states nothing.</param>
public sealed record CaseDifference(CasePart Part, KeyChange Change)
{
    private const string None = "none";

    /// <summary>"places/great-oaks/2023/24: 100 -> 120".</summary>
    public override string ToString() => Change.ToString();

    /// <summary>Everything two cases state differently, name and question apart, by part; consecutive years with the same values are one line.</summary>
    public static IReadOnlyList<CaseDifference> Between(PlanningCase first, PlanningCase second)
    {
        ILookup<CasePart, KeyedValue> before = CaseStatements.Of(first).ToLookup(statement => statement.Part, statement => statement.Value);
        ILookup<CasePart, KeyedValue> after = CaseStatements.Of(second).ToLookup(statement => statement.Part, statement => statement.Value);
        return [.. Enum.GetValues<CasePart>().SelectMany(part => Between(before[part], after[part]).Select(change => new CaseDifference(part, change)))];
    }

    private static IReadOnlyList<KeyChange> Between(IEnumerable<KeyedValue> first, IEnumerable<KeyedValue> second)
    {
        Dictionary<string, string> before = first.ToDictionary(value => value.Key, value => value.Value);
        Dictionary<string, string> after = second.ToDictionary(value => value.Key, value => value.Value);
        return YearRuns.Joined(before.Keys.Union(after.Keys)
            .Select(key => new KeyChange(key, before.GetValueOrDefault(key, None), after.GetValueOrDefault(key, None)))
            .Where(change => change.Old != change.New));
    }
}
