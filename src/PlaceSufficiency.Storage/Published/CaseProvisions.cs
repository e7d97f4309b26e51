using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Storage.Published;

/// <summary>
/// What a case that has no demand tables yet says for the fit: its provisions, their residents in the base year
/// (fitting/rolls.csv) and what it assumes instead of the defaults (fitting/assumptions.csv, optional).
/// </summary>
public static class CaseProvisions
{
    private const string RollsFile = "rolls.csv";

    /// <summary>The provisions with residents; none when the case has no fitting/rolls.csv.</summary>
    /// <exception cref="FindingsException">A table is missing or malformed, or a roll names an unknown provision or placement.</exception>
    public static IReadOnlyList<FittedProvision> Read(string caseFolder)
    {
        string fitting = Path.Combine(caseFolder, "fitting");
        if (!File.Exists(Path.Combine(fitting, RollsFile)))
        {
            return [];
        }

        string tables = Path.Combine(caseFolder, "tables");
        Dictionary<string, PublishedRow> providers = PublishedFile.Rows(tables, "providers.csv").ToDictionary(row => row["provider_id"]);
        Dictionary<string, PublishedRow> provisions = PublishedFile.Rows(tables, "provisions.csv").ToDictionary(row => row["provision_id"]);
        return [.. from row in PublishedFile.Rows(fitting, RollsFile)
                   where row["provision_id"].Length > 0
                   let provision = Known(provisions, row, row["provision_id"], "provision_id")
                   let provider = Known(providers, row, provision["provider_id"], "provider_id")
                   select new FittedProvision(
                       Narrowed(ProvisionOf(provision), row),
                       new GridReference(provider.CountOrNone("easting_m"), provider.CountOrNone("northing_m")),
                       PlacementNames.FromFiles(row["placement"]) ?? throw Wrong(row, "placement", row["placement"], "unknown placement"),
                       row.CountOrNone("residents"))];
    }

    /// <summary>The assumptions: the defaults, replaced by the rows (name, value) of fitting/assumptions.csv where there is one.</summary>
    /// <exception cref="FindingsException">A name is unknown or a value is no number.</exception>
    public static FittingAssumptions Assumptions(string caseFolder)
    {
        FittingAssumptions assumptions = new();
        string fitting = Path.Combine(caseFolder, "fitting");
        return File.Exists(Path.Combine(fitting, "assumptions.csv"))
            ? PublishedFile.Rows(fitting, "assumptions.csv").Aggregate(assumptions, With)
            : assumptions;
    }

    private static FittingAssumptions With(FittingAssumptions assumptions, PublishedRow row)
    {
        decimal Value() => decimal.TryParse(row["value"], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value) && value >= 0
            ? value
            : throw Wrong(row, "value", row["value"], "not a number of at least 0");
        return row["name"] switch
        {
            "hidden-special-share" => assumptions with { HiddenSpecialShare = Value() },
            "hidden-needs" => assumptions with { HiddenNeeds = NeedsOf(row["value"], row, "value") },
            "inmss-highly-specialised-share" => assumptions with { InmssHighlySpecialisedShare = Value() },
            "deprivation-ratio" => assumptions with { DeprivationRatio = Value() },
            "mainstream-pull-km" => assumptions with { MainstreamPullKm = Value() },
            "specialist-pull-km" => assumptions with { SpecialistPullKm = Value() },
            _ => throw Wrong(row, "name", row["name"], "unknown assumption"),
        };
    }

    private static Provision ProvisionOf(PublishedRow row) => new(
        new ProvisionId(row["provision_id"]),
        new ProviderId(row["provider_id"]),
        row["name"],
        EnumOf<ProvisionKind>(row, "kind", row["kind"]),
        new Designation(
            NeedsOf(row["needs"], row, "needs"),
            YearGroupOf(row, "year_from"),
            YearGroupOf(row, "year_to"),
            row["sex"].Length == 0 ? SexAdmitted.Mixed : EnumOf<SexAdmitted>(row, "sex", row["sex"]),
            LevelSet.Of(row["levels"].Split(';').Select(level => EnumOf<ProvisionLevel>(row, "levels", level)))),
        0,
        row["opens"].Length == 0 ? null : AcademicYear.Parse(row["opens"]),
        null,
        null);

    /// <summary>The provision for the year groups of a roll that states them: an all-through school may have a roll for each phase.</summary>
    private static Provision Narrowed(Provision provision, PublishedRow roll) => provision with
    {
        Designation = provision.Designation with
        {
            From = States(roll, "year_from") ? YearGroupOf(roll, "year_from") : provision.Designation.From,
            To = States(roll, "year_to") ? YearGroupOf(roll, "year_to") : provision.Designation.To,
        },
    };

    private static bool States(PublishedRow row, string column) => row.Has(column) && row[column].Length > 0;

    private static YearGroup YearGroupOf(PublishedRow row, string column) =>
        YearGroup.TryParse(row[column], out YearGroup yearGroup) ? yearGroup : throw Wrong(row, column, row[column], "not a year group from -4 to 20");

    private static NeedSet NeedsOf(string text, PublishedRow row, string column) => text == "all"
        ? NeedSet.All
        : NeedSet.Of(text.Split(';').Select(need => EnumOf<PrimaryNeed>(row, column, need)));

    private static T EnumOf<T>(PublishedRow row, string column, string text)
        where T : struct, Enum =>
        Enum.TryParse(text.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out T value) && Enum.IsDefined(value)
            ? value
            : throw Wrong(row, column, text, "unknown word");

    private static PublishedRow Known(Dictionary<string, PublishedRow> rows, PublishedRow from, string id, string column) =>
        rows.TryGetValue(id, out PublishedRow? row) ? row : throw Wrong(from, column, id, "unknown id");

    private static FindingsException Wrong(PublishedRow row, string column, string value, string what) =>
        new([Finding.Error("fitting-table", $"This is an {what}.".Replace("an not", "not", StringComparison.Ordinal), row: row.Line, key: column, value: value)]);
}
