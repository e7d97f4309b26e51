using System.Globalization;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>A row of <c>sites.csv</c>: a step of the proof, or a price.</summary>
internal sealed record SitesRow(int Line, int Row, SchemeId? Split, int? PriceSet, int? Stay, double? Price);

/// <summary>The proof by cases of a plan for one year's sites; only plans that have one have the file.</summary>
internal static class SitesTable
{
    private static readonly ScalarType<double> _double = new("number", text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : new Problem("not-a-number", "A finite number is wanted."));

    private static readonly Column<int> _row = Column.Needed("row", Numbers.Whole(0), "Number of the row, from 0: steps first, each split followed by its open and then its closed case.");
    private static readonly Column<SchemeId> _split = Column.Optional("split", FieldScalars.SchemeId, "no split", "Candidate at which the case is split.");
    private static readonly Column<int> _set = Column.Optional("price_set", Numbers.Whole(0), "a split", "Set of prices that settles the case, or that the price belongs to.");
    private static readonly Column<int> _stay = Column.Optional("stay", Numbers.Whole(0), "a step", "Stay whose pupils the price is of.");
    private static readonly Column<double> _price = Column.Optional("price", _double, "a step", "Price of one pupil, pence.");

    /// <summary>The table.</summary>
    internal static readonly Table<SitesRow> Table = new(
        "sites.csv",
        [_row, _split, _set, _stay, _price],
        [_row],
        row => new SitesRow(row.Line, row.Of(_row), row.StructOf(_split), row.StructOf(_set), row.StructOf(_stay), row.StructOf(_price)))
    {
        Folder = string.Empty,
        MayBeAbsent = true,
        MayBeEmpty = true,
    };

    /// <summary>The proof of a plan; null where it has none.</summary>
    internal static SitesProof? ProofIn(PlacementPlan plan) => plan.Tiers.Select(tier => tier.Sites).FirstOrDefault(proof => proof is not null);

    /// <summary>The proof as rows.</summary>
    internal static IEnumerable<SitesRow> RowsOf(SitesProof proof)
    {
        IEnumerable<SitesRow> steps = proof.Steps.Select(step => new SitesRow(0, 0, step.Split, step.Split is null ? step.PriceSet : null, null, null));
        IEnumerable<SitesRow> prices = proof.PriceSets.SelectMany((set, number) => set.OrderBy(price => price.Key).Select(price => new SitesRow(0, 0, null, number, price.Key, price.Value)));
        return steps.Concat(prices).Select((row, number) => row with { Row = number });
    }

    /// <summary>The text of the file.</summary>
    internal static IEnumerable<string> Lines(SitesProof proof) => RowsOf(proof)
        .Select(row => CsvText.Row(
            _row.Of.Write(row.Row),
            row.Split?.Value ?? string.Empty,
            row.PriceSet is { } set ? _set.Of.Write(set) : string.Empty,
            row.Stay is { } stay ? _stay.Of.Write(stay) : string.Empty,
            row.Price?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty))
        .Prepend(CsvText.Row(Table.Columns.Select(column => column.Name)));

    /// <summary>The proof that the rows say; null without rows.</summary>
    internal static SitesProof? ProofOf(IReadOnlyList<SitesRow> rows)
    {
        if (rows.Count == 0)
        {
            return null;
        }

        ILookup<int, SitesRow> prices = rows.Where(row => row is { Stay: not null, Price: not null, PriceSet: not null }).ToLookup(row => row.PriceSet!.Value);
        SitesStep[] steps = [.. rows.Where(row => row.Stay is null).OrderBy(row => row.Row).Select(row => new SitesStep(row.Split, row.PriceSet ?? 0))];
        int sets = prices.Select(set => set.Key + 1).DefaultIfEmpty().Max();
        return new SitesProof(steps, [.. Enumerable.Range(0, sets).Select(set => prices[set].DistinctBy(row => row.Stay).ToDictionary(row => row.Stay!.Value, row => row.Price!.Value))]);
    }
}
