using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Domain.Records;

/// <summary>What a record's own codes mean.</summary>
/// <param name="Needs">Primary need of each need code.</param>
/// <param name="Settings">Level of provision of each setting code.</param>
public sealed record RecordCodes(ImmutableSortedDictionary<string, PrimaryNeed> Needs, ImmutableSortedDictionary<string, ProvisionLevel> Settings)
{
    /// <summary>Code of a need or setting that a record does not tell: left out of mixes of needs and levels, counted in numbers.</summary>
    public const string Unknown = "unknown";

    /// <summary>Whether both codes of a state are told.</summary>
    public static bool Tells(PlanState state) => state.Need != Unknown && state.Setting != Unknown;

    /// <summary>Codes that tell nobody apart: enough to forecast how many, without needs and levels.</summary>
    public static RecordCodes Pooled(PlanRecords records) => new(
        States(records).Select(state => state.Need).Distinct().ToImmutableSortedDictionary(need => need, _ => PrimaryNeed.OTH, StringComparer.Ordinal),
        States(records).Select(state => state.Setting).Distinct().ToImmutableSortedDictionary(setting => setting, _ => ProvisionLevel.Special, StringComparer.Ordinal));

    private static IEnumerable<PlanState> States(PlanRecords records) =>
        records.Rows.SelectMany(row => new[] { row.Before, row.After }).OfType<PlanState>();
}
