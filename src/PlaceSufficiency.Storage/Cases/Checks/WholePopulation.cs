using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Every area has its residents of every single year of age.</summary>
internal static class WholePopulation
{
    /// <summary>Ages that the table covers, 0 to 25.</summary>
    internal const int Ages = 26;

    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables)
    {
        if (!tables.Population.IsComplete || (tables.HasCosts && tables.Population.Rows.Count == 0))
        {
            yield break;
        }

        ILookup<string, int> ages = tables.Population.Rows.ToLookup(row => row.Area.Value, row => row.Age);
        foreach (string area in tables.Areas.Names.Order(StringComparer.Ordinal))
        {
            int[] missing = [.. Enumerable.Range(0, Ages).Except(ages[area])];
            if (missing.Length > 0)
            {
                string which = missing.Length == Ages ? "any age" : $"the ages {string.Join(", ", missing)}";
                yield return Finding.Error("population-missing", $"The area has no row for {which}.", tables.Population.File, key: "area_id", value: area);
            }
        }
    }
}
