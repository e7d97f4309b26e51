using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.Batches;

/// <summary>
/// Something that a sweep may vary, named by a key with dots. Each stands for one change of a scenario file, with the swept value in it:
/// <c>inmss.cap.2027</c>, <c>inmss.spend.2027</c>, <c>capital.total</c> (both in pounds), <c>places.&lt;provision&gt;.2027</c>, <c>joiners.scale.2027</c>, <c>travel.ceiling.&lt;phase&gt;</c>,
/// <c>scheme.opens.&lt;scheme&gt;</c> (values are years in whose September it opens, or 0 where it does not) and <c>price.&lt;item&gt;.&lt;scope&gt;.2027</c> (values are factors).
/// A year is the one it starts in, and stands for that year alone; with a plus after it, for all years from it on.
/// </summary>
public static class SweepTarget
{
    /// <summary>What a sweep can be over, for messages.</summary>
    public const string Known =
        "inmss.cap.<year>, inmss.spend.<year>, capital.total, places.<provision>.<year>, joiners.scale.<year>, travel.ceiling.<phase>, scheme.opens.<scheme>, price.<item>.<scope>.<year>";

    /// <summary>What a key that says when a scheme opens begins with.</summary>
    public const string Opens = "scheme.opens.";

    /// <summary>The value of such a key that says that the scheme does not open.</summary>
    public const int NotOpened = 0;

    private static readonly string[] _starts = ["inmss.cap", "inmss.spend", "capital.total", "places", "joiners.scale", "travel.ceiling", "scheme.opens", "price"];

    /// <summary>The change that a setting makes to a case.</summary>
    /// <exception cref="FindingsException">The key is none of those above, or the value does not suit it; holds what is wrong, with the key "over" or "values".</exception>
    public static ScenarioChange Change(SweepSetting setting) => setting.Over.Split('.') switch
    {
        ["inmss", "cap", var year] when Span(year) is var (from, until) => new CapInmss(Whole(setting), from, until),
        ["inmss", "spend", var year] when Span(year) is var (from, until) => new LimitInmssSpend(new Pounds(setting.Value), from, until),
        ["capital", "total"] => new LimitCapital(new Pounds(setting.Value)),
        ["places", var provision, var year] when Span(year) is var (from, until) => new SetPlaces(new ProvisionId(provision), Whole(setting), from, until),
        ["joiners", "scale", var year] when Span(year) is var (from, until) => new ScaleJoiners(setting.Value, from, Until: until),
        ["travel", "ceiling", var phase] when Word<Phase>(phase) is { } known => new SetTravelCeiling(known, Whole(setting)),
        ["scheme", "opens", var scheme] when setting.Value == NotOpened => new DropScheme(new SchemeId(scheme)),
        ["scheme", "opens", var scheme] => new OpenScheme(new SchemeId(scheme), AcademicYear.StartingIn(Whole(setting, 2000, 2100))),
        ["price", var item, var scope, var year] when Word<PriceItem>(item) is { } known && Span(year) is var (from, until) =>
            new ChangePrice(known, scope, from.AutumnFinancialYear, until?.AutumnFinancialYear, Factor: setting.Value),
        _ => throw new FindingsException([Finding.Error(
            "unknown-sweep", $"A sweep is over one of {Known}.", key: "over", value: setting.Over, maybe: NearMiss.Sentence(Start(setting.Over), _starts))]),
    };

    /// <summary>The scenario with the settings as its last layer: they win over everything the scenario says.</summary>
    /// <returns>The changed case, or what is wrong with the settings.</returns>
    /// <exception cref="FindingsException">A setting cannot be made; holds every finding.</exception>
    public static PlanningCase Apply(PlanningCase baseCase, Scenario scenario, IEnumerable<SweepSetting> settings)
    {
        ScenarioLayer sweep = new("the batch's sweeps", [.. settings.Select((setting, i) => new PlacedChange(i + 1, Change(setting)))]);
        AppliedScenario applied = ScenarioApplication.Apply(baseCase, scenario with { Layers = scenario.Layers.Add(sweep) });
        Finding[] errors = [.. applied.Findings.Where(finding => finding.Severity == Severity.Error)];
        return errors.Length == 0 ? applied.Case : throw new FindingsException(errors);
    }

    private static string Start(string over) => string.Join('.', over.Split('.').Take(over.StartsWith("places", StringComparison.Ordinal) || over.StartsWith("price", StringComparison.Ordinal) ? 1 : 2));

    private static (AcademicYear From, AcademicYear? Until)? Span(string text)
    {
        bool open = text.EndsWith('+');
        return AcademicYear.TryParseOrStart(open ? text[..^1] : text, out AcademicYear from) ? (from, open ? null : from) : null;
    }

    private static T? Word<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Spelling.Of(value) == text).Select(value => (T?)value).FirstOrDefault();

    private static int Whole(SweepSetting setting, int least = 0, int most = 1_000_000) =>
        decimal.Truncate(setting.Value) == setting.Value && setting.Value >= least && setting.Value <= most
            ? (int)setting.Value
            : throw new FindingsException([Finding.Error("bad-sweep-value", $"A whole number from {least} to {most} is wanted.", key: setting.Over, value: $"{setting.Value}")]);
}
