using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Costs per pupil, where they are stated, are whole pence and stated for every area at every provision.</summary>
internal static class StatedCosts
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables) =>
    [
        .. tables.Costs.Rows.Where(row => row.Pounds != row.Pounds.ToPence()).Select(row => Finding.Error(
            "fraction-of-a-penny", "A cost is whole pence.", tables.Costs.File, row.Line, "pounds", row.Pounds.Value.ToString(CultureInfo.InvariantCulture),
            "all money of the case is to be stated in a smaller unit.")),
        .. tables.Costs is { IsComplete: true, Rows.Count: > 0 } && tables.Areas.NamesAreKnown && tables.Provisions.NamesAreKnown ? Missing(tables) : [],
    ];

    private static IEnumerable<Finding> Missing(CaseTables tables)
    {
        HashSet<(PlanningAreaId, ProvisionId)> stated = [.. tables.Costs.Rows.Select(row => (row.Area, row.Provision))];
        return from area in tables.Areas.Rows
               from provision in tables.Provisions.Rows
               where !stated.Contains((area.Id, provision.Provision.Id))
               select Finding.Error(
                   "cost-missing", "The cost is not stated; every area has a row for each provision.", tables.Costs.File, null, "area_id provision_id", $"{area.Id} {provision.Provision.Id}");
    }
}
