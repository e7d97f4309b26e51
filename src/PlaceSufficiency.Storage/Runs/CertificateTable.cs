using System.Globalization;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>What a price of the certificate is on.</summary>
internal enum CertificatePrice
{
    /// <summary>One more place in a provision and year.</summary>
    Place,

    /// <summary>One more pupil under the INMSS limit of a year.</summary>
    InmssLimit,

    /// <summary>One more unit under another limit.</summary>
    Limit,

    /// <summary>One more unit of an earlier tier.</summary>
    HeldTier,
}

/// <summary>A row of <c>certificate.csv</c>.</summary>
internal sealed record CertificateRow(
    int Line, ObjectiveTier Tier, int Set, CertificatePrice On, ProvisionId? Provision, AcademicYear? Year, ObjectiveTier? HeldTier, double Price)
{
    /// <summary>Which other limit.</summary>
    public LimitKey? Limit { get; init; }
}

/// <summary>The prices that prove the bounds of a plan.</summary>
internal static class CertificateTable
{
    private static readonly ScalarType<CertificatePrice> _priceKind = new("kind of price", text =>
        Enum.GetValues<CertificatePrice>().Where(kind => Spelling.Of(kind) == text).Select(kind => (CertificatePrice?)kind).FirstOrDefault() is { } known
            ? known
            : new Problem("unknown-price-kind", "A price is on a place, the inmss-limit, a limit or a held-tier."));

    private static readonly ScalarType<double> _double = new("number", text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0 && double.IsFinite(value)
            ? value
            : new Problem("not-a-number", "A finite number of at least 0 is wanted."));

    private static readonly Column<ObjectiveTier> _tier = Column.Needed("tier", FieldScalars.Tier, "The tier whose bound the price proves.");
    private static readonly Column<int> _set = Column.Optional("price_set", Numbers.Whole(0), "0", "Which set of prices of the tier, from 0; more than one where candidate schemes may open.");
    private static readonly Column<CertificatePrice> _on = Column.Needed("price_on", _priceKind, "What the price is on.");
    private static readonly Column<ProvisionId> _provision = Column.Optional("provision_id", FieldScalars.ProvisionId, "not a place", "The provision.");
    private static readonly Column<AcademicYear> _year = Column.Optional("academic_year", FieldScalars.AcademicYear, "a held tier", "The year.");
    private static readonly Column<ObjectiveTier> _held = Column.Optional("held_tier", FieldScalars.Tier, "not a held tier", "The earlier tier.");
    private static readonly Column<LimitKind> _limit = Column.Optional("limit", FieldScalars.Limit, "not a limit", "The kind of limit.");
    private static readonly Column<FinancialYear> _financial = Column.Optional("financial_year", FieldScalars.FinancialYear, "not of one", "The financial year of the limit.");
    private static readonly Column<YearGroup> _group = Column.Optional("year_group", FieldScalars.YearGroup, "not of one", "The year group of the limit.");
    private static readonly Column<ProvisionKind> _from = Column.Optional("from_kind", FieldScalars.Kind, "not of one", "The kind of provision that the limit's moves are from.");
    private static readonly Column<double> _price = Column.Needed("price", _double, "The price, in units of the tier (pence for cost).");

    /// <summary>The table.</summary>
    internal static readonly Table<CertificateRow> Table = new(
        "certificate.csv",
        [_tier, _set, _on, _provision, _year, _held, _limit, _financial, _group, _from, _price],
        [_tier, _set, _on, _provision, _year, _held, _limit, _financial, _group, _from],
        row => new CertificateRow(row.Line, row.Of(_tier), row.Of(_set, 0), row.Of(_on), row.StructOf(_provision), row.StructOf(_year), row.StructOf(_held), row.Of(_price))
        {
            Limit = row.StructOf(_limit) is { } kind ? new LimitKey(kind, row.StructOf(_provision), row.StructOf(_year), row.StructOf(_financial), row.StructOf(_group), row.StructOf(_from)) : null,
        })
    {
        Folder = string.Empty,
        MayBeEmpty = true,
    };

    /// <summary>The text of the file.</summary>
    internal static IEnumerable<string> Lines(PlacementPlan plan) => plan.Tiers
        .SelectMany(tier => tier.Proof.SelectMany((prices, set) => RowsOf(tier.Tier, prices, set)))
        .Select(row => CsvText.Row(
            _tier.Of.Write(row.Tier),
            _set.Of.Write(row.Set),
            Spelling.Of(row.On),
            row.Provision?.Value ?? string.Empty,
            row.Year?.ToString() ?? string.Empty,
            row.HeldTier is { } held ? _held.Of.Write(held) : string.Empty,
            row.Limit is { } limit ? _limit.Of.Write(limit.Kind) : string.Empty,
            row.Limit?.FinancialYear?.ToString() ?? string.Empty,
            row.Limit?.Group?.ToString() ?? string.Empty,
            row.Limit?.From is { } from ? _from.Of.Write(from) : string.Empty,
            row.Price.ToString("R", CultureInfo.InvariantCulture)))
        .Prepend(CsvText.Row(Table.Columns.Select(column => column.Name)));

    /// <summary>
    /// The sets of prices of one tier. A set without rows has no price but 0; where the last are like that only the cases that name them tell how many there
    /// are, and each case settles by one at most.
    /// </summary>
    internal static IReadOnlyList<TierPrices> ProofOf(ObjectiveTier tier, IEnumerable<CertificateRow> rows, IReadOnlyList<OpeningsStep>? cases)
    {
        ILookup<int, CertificateRow> bySet = rows.Where(row => row.Tier == tier).ToLookup(row => row.Set);
        int[] named = [.. (cases ?? []).Where(step => step.Split is null).Select(step => step.PriceSet)];
        int written = 1 + bySet.Select(set => set.Key).DefaultIfEmpty().Max();
        int sets = Math.Max(written, Math.Min(1 + named.DefaultIfEmpty().Max(), written + named.Length));
        return [.. Enumerable.Range(0, sets).Select(set => PricesOf(bySet[set]))];
    }

    private static TierPrices PricesOf(IEnumerable<CertificateRow> rows)
    {
        ILookup<CertificatePrice, CertificateRow> byKind = rows.ToLookup(row => row.On);
        return new TierPrices(
            byKind[CertificatePrice.Place].ToDictionary(row => (row.Provision!.Value, row.Year!.Value), row => row.Price),
            byKind[CertificatePrice.InmssLimit].ToDictionary(row => row.Year!.Value, row => row.Price),
            byKind[CertificatePrice.HeldTier].ToDictionary(row => row.HeldTier!.Value, row => row.Price))
        {
            Limits = byKind[CertificatePrice.Limit].ToDictionary(row => row.Limit!.Value, row => row.Price),
        };
    }

    /// <summary>A set of prices of a tier as rows: places by provision and year, limits by year, earlier tiers.</summary>
    internal static IEnumerable<CertificateRow> RowsOf(ObjectiveTier tier, TierPrices prices, int set = 0) =>
    [
        .. prices.Places.OrderBy(price => price.Key).Select(price => new CertificateRow(0, tier, set, CertificatePrice.Place, price.Key.Provision, price.Key.Year, null, price.Value)),
        .. prices.InmssLimit.OrderBy(price => price.Key).Select(price => new CertificateRow(0, tier, set, CertificatePrice.InmssLimit, null, price.Key, null, price.Value)),
        .. prices.Limits.OrderBy(price => price.Key).Select(price =>
            new CertificateRow(0, tier, set, CertificatePrice.Limit, price.Key.Provision, price.Key.Year, null, price.Value) { Limit = price.Key }),
        .. prices.HeldTiers.OrderBy(price => price.Key).Select(price => new CertificateRow(0, tier, set, CertificatePrice.HeldTier, null, null, price.Key, price.Value)),
    ];
}
