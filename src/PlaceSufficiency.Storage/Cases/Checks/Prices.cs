using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Prices are stated for every financial year of the horizon, and every provision costs something.</summary>
internal static class Prices
{
    private static readonly PriceItem[] _paidForBeingThere = [PriceItem.PlaceFunding, PriceItem.TopUp, PriceItem.Fee];

    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables, Horizon? horizon) => tables.Prices.IsComplete
        ? [.. horizon is null ? [] : MissingYears(tables, horizon), .. tables.HasCosts ? [] : WithoutPrice(tables)]
        : [];

    private static IEnumerable<Finding> MissingYears(CaseTables tables, Horizon horizon)
    {
        foreach (var stated in tables.Prices.Rows.GroupBy(row => (row.Item, row.Scope)))
        {
            FinancialYear[] missing = [.. horizon.FinancialYears.Except(stated.Select(row => row.Year))];
            if (missing.Length > 0)
            {
                yield return Finding.Error(
                    "price-year-missing",
                    $"The price is not stated for {string.Join(", ", missing)}.",
                    tables.Prices.File,
                    stated.Max(row => row.Line),
                    "item applies_to",
                    $"{FieldScalars.PriceItem.Write(stated.Key.Item)} {FieldScalars.PriceScope.Write(stated.Key.Scope)}");
            }
        }
    }

    private static IEnumerable<Finding> WithoutPrice(CaseTables tables)
    {
        HashSet<PriceScope> priced = [.. tables.Prices.Rows.Where(row => _paidForBeingThere.Contains(row.Item)).Select(row => row.Scope)];
        foreach ((int line, Provision provision) in tables.Provisions.Rows.Select(row => (row.Line, row.Provision)))
        {
            if (!priced.Contains(PriceScope.All) && !priced.Contains(PriceScope.Of(provision.Kind)) && !priced.Contains(PriceScope.Of(provision.Id)))
            {
                yield return Finding.Error(
                    "provision-without-price",
                    $"{tables.Prices.File} states no place-funding, top-up or fee for the provision, its kind ({FieldScalars.Kind.Write(provision.Kind)}) or all.",
                    tables.Provisions.File,
                    line,
                    "provision_id",
                    provision.Id.Value,
                    "it costs nothing; then state a fee of 0.");
            }
        }
    }
}
