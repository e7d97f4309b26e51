using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Pupils of the base year stand in provisions that are designated for them and open; where they do not, the reader should know.</summary>
internal static class StockPlacements
{
    /// <summary>What is doubtful, one finding a provision.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables, Horizon? horizon)
    {
        ILookup<ProvisionId, StockCell> standing = tables.Stock.Rows.Where(row => row.Cell.Current is not null).ToLookup(row => row.Cell.Current!.Value, row => row.Cell);
        foreach (Provision provision in tables.Provisions.Rows.Select(row => row.Provision))
        {
            StockCell[] cells = [.. standing[provision.Id]];
            int misplaced = cells.Where(cell => !provision.Designation.Admits(cell.Need, cell.Sex, cell.YearGroup, cell.Level)).Sum(cell => cell.Pupils);
            int all = cells.Sum(cell => cell.Pupils);
            if (misplaced > 0)
            {
                yield return Finding.Warning(
                    "stock-not-designated", $"{misplaced} of the {all} pupils placed there in the base year are not whom the provision is designated for; they will be placed anew.",
                    tables.Stock.File, key: "provision_id", value: provision.Id.Value);
            }

            if (all > 0 && horizon is not null && !provision.IsOpenIn(horizon.BaseYear))
            {
                yield return Finding.Warning(
                    "stock-not-open", $"{all} pupils are placed there in the base year, when the provision is not open.", tables.Stock.File, key: "provision_id", value: provision.Id.Value);
            }
        }
    }
}
