using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>The shares of the levels of provision sum to 1 for each need and phase that pupils can come to.</summary>
internal static class LevelShares
{
    /// <summary>How far a sum may be from 1: the last digit of shares written to six decimals.</summary>
    internal const decimal Tolerance = 0.000_001m;

    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables, Horizon? horizon) => tables.Levels.IsComplete
        ? [.. Sums(tables.Levels), .. horizon is null || (tables.HasCosts && horizon.PlannedYears.Count == 1) ? [] : Missing(tables, horizon)]
        : [];

    private static IEnumerable<Finding> Sums(TableContents<LevelsRow> levels)
    {
        foreach (var shares in levels.Rows.GroupBy(row => (row.Need, row.Phase)))
        {
            decimal sum = shares.Sum(row => row.Share);
            if (Math.Abs(sum - 1) > Tolerance)
            {
                yield return Finding.Error(
                    "level-shares-sum",
                    string.Create(CultureInfo.InvariantCulture, $"The shares of the levels sum to {sum:0.######}, not to 1."),
                    levels.File,
                    shares.Max(row => row.Line),
                    "need phase",
                    Written(shares.Key.Need, shares.Key.Phase));
            }
        }
    }

    private static IEnumerable<Finding> Missing(CaseTables tables, Horizon horizon)
    {
        int years = horizon.PlannedYears.Count;
        HashSet<(PrimaryNeed Need, Phase Phase)> stated = [.. tables.Levels.Rows.Select(row => (row.Need, row.Phase))];
        return tables.Stock.Rows.Select(row => (row.Cell.Need, row.Cell.YearGroup, From: 1))
            .Concat(tables.Joiners.Rows.Where(row => row.PerYear > 0).Select(row => (row.Need, row.YearGroup, From: 0)))
            .Distinct()
            .SelectMany(pupils => Enumerable.Range(pupils.From, years).Select(later => (pupils.Need, YearGroup: pupils.YearGroup.After(later))))
            .Where(pupils => pupils.YearGroup is not null)
            .Select(pupils => (pupils.Need, pupils.YearGroup!.Value.Phase))
            .Distinct()
            .Where(pupils => !stated.Contains(pupils))
            .Order()
            .Select(pupils => Finding.Error(
                "level-shares-missing", "The table has no shares for pupils of this need and phase, whom the stock or the joiners lead to.", tables.Levels.File,
                key: "need phase", value: Written(pupils.Need, pupils.Phase)));
    }

    private static string Written(PrimaryNeed need, Phase phase) => $"{FieldScalars.Need.Write(need)} {FieldScalars.Phase.Write(phase)}";
}
