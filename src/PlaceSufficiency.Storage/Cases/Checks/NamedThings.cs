using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Cases.Checks;

/// <summary>Every id that a table names exists in the table it comes from.</summary>
internal static class NamedThings
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<Finding> Check(CaseTables tables) =>
    [
        .. Unknown(tables.Population, row => row.Line, row => row.Area.Value, "area_id", "unknown-area", tables.Areas),
        .. Unknown(tables.Projection, row => row.Line, row => row.Area?.Value, "area_id", "unknown-area", tables.Areas),
        .. tables.HasCosts && tables.Providers.Rows.Count == 0
            ? [] : Unknown(tables.Provisions, row => row.Line, row => row.Provision.Provider.Value, "provider_id", "unknown-provider", tables.Providers),
        .. Unknown(tables.Costs, row => row.Line, row => row.Area.Value, "area_id", "unknown-area", tables.Areas),
        .. Unknown(tables.Costs, row => row.Line, row => row.Provision.Value, "provision_id", "unknown-provision", tables.Provisions),
        .. Unknown(tables.Places, row => row.Line, row => row.Provision.Value, "provision_id", "unknown-provision", tables.Provisions),
        .. Unknown(tables.Schemes, row => row.Line, row => row.Provision.Value, "provision_id", "unknown-provision", tables.Provisions),
        .. Unknown(tables.SchemeYears, row => row.Line, row => row.Scheme.Value, "scheme_id", "unknown-scheme", tables.Schemes),
        .. Unknown(tables.Stock, row => row.Line, row => row.Cell.Area.Value, "area_id", "unknown-area", tables.Areas),
        .. Unknown(tables.Stock, row => row.Line, row => row.Cell.Current?.Value, "provision_id", "unknown-provision", tables.Provisions),
        .. Unknown(tables.Travel, row => row.Line, row => row.Area.Value, "area_id", "unknown-area", tables.Areas),
        .. Unknown(tables.Travel, row => row.Line, row => row.Provider.Value, "provider_id", "unknown-provider", tables.Providers),
        .. UnknownScopes(tables),
        .. ReservedIds(tables),
    ];

    private static IEnumerable<Finding> Unknown<TRow, TNamed>(
        TableContents<TRow> source, Func<TRow, int> line, Func<TRow, string?> id, string column, string code, TableContents<TNamed> to) =>
        from row in to.NamesAreKnown ? source.Rows : []
        let named = id(row)
        where named is not null && !to.Names.Contains(named)
        select Finding.Error(code, $"{to.File} has no such {column}.", source.File, line(row), column, named, NearMiss.Sentence(named, to.Names));

    private static IEnumerable<Finding> UnknownScopes(CaseTables tables)
    {
        IEnumerable<string> known = FieldScalars.Kind.Words.Append("all").Concat(tables.Provisions.Names);
        return from row in tables.Provisions.NamesAreKnown ? tables.Prices.Rows : []
               where row.Scope.Provision is { } provision && !tables.Provisions.Names.Contains(provision.Value)
               let text = row.Scope.Provision!.Value.Value
               select Finding.Error(
                   "unknown-price-scope",
                   $"This is neither 'all' nor a kind of provision nor a provision_id of {tables.Provisions.File}.",
                   tables.Prices.File,
                   row.Line,
                   "applies_to",
                   text,
                   NearMiss.Sentence(text, known));
    }

    /// <summary>A provision called like a kind could never be given its own price; "unplaced" is what plans say of nobody's place.</summary>
    private static IEnumerable<Finding> ReservedIds(CaseTables tables) =>
        from row in tables.Provisions.Rows
        let id = row.Provision.Id.Value
        where id == Runs.PlacementsTable.Unplaced || (FieldScalars.PriceScope.Read(id) is { Problem: null, Value: var scope } && scope != PriceScope.Of(row.Provision.Id))
        select Finding.Error("reserved-id", "A provision cannot have the name of a kind of provision, 'all' or 'unplaced' as its id.", tables.Provisions.File, row.Line, "provision_id", id);
}
