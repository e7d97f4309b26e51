using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Reporting.Json;

/// <summary>
/// One scenario's figures for programs: <c>summary.json</c>, whose keys README.md beside this file documents. Keys are only ever added
/// within a schema version. The same report gives the same bytes: no clock, no machine, no timing.
/// </summary>
public static class SummaryJson
{
    /// <summary>Version of the keys; rises when one is renamed, removed or changes its meaning.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The file's text, ending in a line feed.</summary>
    public static string Of(ScenarioReport report)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, _options))
        {
            json.WriteStartObject();
            WriteHead(json, report);
            WriteAudit(json, report.Audit);
            WriteArray(json, "tiers", report.Audit.Tiers, WriteTier);
            WriteArray(json, "years", report.Audit.Figures.Years, (row, year) => YearJson.Write(row, year, report));
            WriteArray(json, "balances", report.Audit.Figures.Balances, YearJson.WriteBalance);
            WriteArray(json, "unplaced", Unplaced(report.Audit.Figures), YearJson.WriteUnplaced);
            WriteArray(json, "provisions", report.Audit.Figures.Provisions, YearJson.WriteProvision);
            WriteArray(json, "budget", report.Audit.Figures.Budget, WriteBudget);
            WriteArray(json, "schemes", report.Case.Schemes, WriteScheme);
            if (report.WithoutLookingAhead is { } without)
            {
                WriteWithoutLookingAhead(json, without);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteHead(Utf8JsonWriter json, ScenarioReport report)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("scenario", report.Case.Name);
        json.WriteString("question", report.Case.Question);
        json.WriteString("answer", report.Answer);
        json.WriteString("authority", report.Case.Authority);
        json.WriteString("baseYear", report.Case.Horizon.BaseYear.ToString());
        json.WriteString("lastYear", report.Case.Horizon.LastYear.ToString());
        json.WriteString("fingerprint", report.Fingerprint);
    }

    private static void WriteAudit(Utf8JsonWriter json, PlanAuditReport audit)
    {
        json.WriteStartObject("audit");
        json.WriteBoolean("passed", audit.Passed);
        WriteArray(json, "findings", audit.Findings, (row, finding) =>
        {
            row.WriteString("severity", finding.Severity == Severity.Error ? "error" : "warning");
            row.WriteString("code", finding.Code);
            row.WriteString("message", finding.ToString());
        });
        json.WriteEndObject();
    }

    private static void WriteTier(Utf8JsonWriter json, TierResult tier)
    {
        bool money = tier.Tier.Unit() == TierUnit.Pence;
        json.WriteString("tier", Spelling.Of(tier.Tier));
        json.WriteString("unit", money ? "pounds" : FieldWords.Of(tier.Tier.Unit()));
        json.WriteNumber("value", money ? tier.Value / 100m : tier.Value);
        if (tier.Reached is { } reached)
        {
            json.WriteNumber("best", money ? reached / 100m : reached);
        }

        json.WriteNumber("bound", decimal.Round((decimal)tier.Bound / (money ? 100 : 1), 4));
        json.WriteNumber("gapPercent", decimal.Round((decimal)(tier.Gap * 100), 6));
    }

    private static void WriteWithoutLookingAhead(Utf8JsonWriter json, PlanAuditReport without)
    {
        json.WriteStartObject("withoutLookingAhead");
        WriteArray(json, "tiers", without.Tiers, WriteTier);
        WriteArray(json, "years", without.Figures.Years, (row, year) =>
        {
            row.WriteString("year", year.Year.ToString());
            row.WriteNumber("unplaced", year.Unplaced);
            row.WriteNumber("overNumber", year.OverNumber);
            row.WriteNumber("inmss", year.Inmss);
        });
        json.WriteEndObject();
    }

    private static IEnumerable<IGrouping<UnplacedKey, PlacementFact>> Unplaced(PlanFigures figures) => figures.Placements
        .Where(fact => fact.Provision is null)
        .GroupBy(fact => new UnplacedKey(fact.Year, fact.YearGroup.Phase, fact.Need, fact.Reason?.Cause))
        .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Phase).ThenBy(group => group.Key.Need).ThenBy(group => group.Key.Cause);

    private static void WriteBudget(Utf8JsonWriter json, BudgetAmount amount)
    {
        json.WriteString("financialYear", amount.Year.ToString());
        json.WriteString("line", Spelling.Of(amount.Line));
        json.WriteString("item", amount.Item is { } item ? Spelling.Of(item) : "capital");
        json.WriteString("kind", Spelling.Of(amount.Kind));
        json.WriteNumber("pounds", amount.Amount.ToPence().Value);
    }

    private static void WriteScheme(Utf8JsonWriter json, CapitalScheme scheme)
    {
        json.WriteString("scheme", scheme.Id.Value);
        json.WriteString("name", scheme.Name);
        json.WriteString("provision", scheme.Provision.Value);
        json.WriteString("opens", scheme.Opens?.ToString());
        json.WriteString("decidedBy", scheme.DecidedWithin is not null ? "plan" : scheme.Opens is not null ? "scenario" : null);
        json.WriteNumber("finalPlaces", scheme.FinalPlaces);
        json.WriteNumber("capitalPounds", scheme.TotalCapital.ToPence().Value);
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string key, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(key);
        foreach (T row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
