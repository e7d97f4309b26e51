using System.Globalization;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Reporting.Html;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Scenarios.Counterfactual;

namespace PlaceSufficiency.Reporting.Evidence;

/// <summary>The evidence for special places as a page of plain words and its tables; stands alone and runs no script.</summary>
public static class EvidencePage
{
    /// <summary>The sentences, in the order in which they are read.</summary>
    /// <param name="special">The run with special places.</param>
    /// <param name="bases">The counterfactual run.</param>
    /// <param name="offered">What was offered in it.</param>
    /// <param name="needs">What came of it.</param>
    public static IReadOnlyList<string> Words(ScenarioReport special, ScenarioReport bases, OfferedBases offered, IReadOnlyList<UnmetNeed> needs)
    {
        int places = offered.Bases.Sum(one => one.Places);
        CapitalScheme[] replaced = [.. offered.Bases.Select(one => one.InsteadOf).Distinct()];
        CapitalScheme[] kept = [.. OfferedBases.SchemesOf(special.Case).Except(replaced)];
        YearFigures with = Last(special), without = Last(bases);
        UnmetNeed[] last = [.. needs.Where(need => need.Year == with.Year)];
        int unmet = with.Unplaced < without.Unplaced ? without.Unplaced - with.Unplaced : 0;
        int inBases = last.Sum(need => need.InBases);
        return
        [
            $"{special.Case.Authority} plans {Count(places, "special school place")} that bases could stand in for ({string.Join("; ", replaced.Select(scheme => scheme.Name))}).{(kept.Length == 0 ? string.Empty : $" No mainstream school has the year groups of {string.Join("; ", kept.Select(scheme => scheme.Name))}: those places are built in both.")}",
            $"This asks what would happen if the same pupils were offered {Count(places, "place")} in {Count(offered.Bases.Count, "specialist base")} of mainstream schools instead: as many places in every year, for the same needs and year groups, serving {Levels(offered)}, as the case's own bases do. Nothing else changes: the same pupils, the same plans, the same journeys allowed.",
            unmet > 0
                ? $"Bases would not do. In {with.Year}, {Count(without.Unplaced, "pupil")} would have no suitable place, {Count(unmet, "pupil")} more than with the special places ({Count(with.Unplaced, "pupil")}); {Count(without.Inmss, "pupil")} would be in independent or non-maintained special schools ({Count(with.Inmss, "pupil")} with the special places)."
                : $"Bases would do as well. In {with.Year}, {Count(without.Unplaced, "pupil")} would have no suitable place with bases and {Count(with.Unplaced, "pupil")} with the special places; {Count(without.Inmss, "pupil")} and {Count(with.Inmss, "pupil")} would be in independent or non-maintained special schools.",
            $"Of the {Count(places, "place")} in bases, {inBases.ToString("#,##0", CultureInfo.InvariantCulture)} would be filled in {with.Year} by pupils whose plan calls for a specialist place: a base can only take those whose plan calls for no more than it serves.",
            Remaining(last, with),
            offered.CapitalEach is { } each
                ? $"Capital: the special places cost £{Million(replaced.Sum(scheme => scheme.TotalCapital.Value))}m; as many places in bases would cost about £{Million(each.Value * places)}m, at the average of the case's own base schemes that cost anything to build (£{each.Value.ToString("#,##0", CultureInfo.InvariantCulture)} a place)."
                : "The case states no capital for bases, so what they would cost to build is not said.",
            "Both plans were solved to the same aims and checked by the same independent audit. The level that each plan calls for is the case's assumption: the answer turns on it.",
        ];
    }

    /// <summary>The page; the same bytes for the same figures.</summary>
    public static string Of(ScenarioReport special, ScenarioReport bases, OfferedBases offered, IReadOnlyList<UnmetNeed> needs)
    {
        HtmlText page = new();
        string title = $"Evidence for special places: {special.Case.Name}";
        page.Trusted("<!DOCTYPE html>").Open("html", ("lang", "en-GB")).Open("head").Trusted("<meta charset=\"utf-8\"/>")
            .Trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>").Element("title", title).Trusted($"<style>{PageParts.Style}</style>").Close();
        page.Open("body").Open("header").Element("p", Xlsx.ReportWorkbook.WorkingNotice, ("class", "working-copy")).Element("h1", title).Close().Open("main");
        foreach (string sentence in Words(special, bases, offered, needs))
        {
            page.Element("p", sentence);
        }

        foreach (ReportTable table in EvidenceTables.Of(special, needs).ForPeople(brief: false).Append(EvidenceTables.OfBases(offered)))
        {
            page.Element("h2", table.Title);
            page.Element("p", table.Note, ("class", "note"));
            HtmlTable.Write(page, table);
        }

        page.Close().Open("footer").Element("p", $"Inputs {special.Fingerprint[..Math.Min(12, special.Fingerprint.Length)]}; largest gap to the best possible plan: {Gap(special)} with special places, {Gap(bases)} with bases.").Close();
        return page.Close().Close().ToString();
    }

    private static string Remaining(UnmetNeed[] last, YearFigures with)
    {
        (string Words, int Pupils)[] groups =
        [
            .. last.Where(need => need.CannotMeet > 0).OrderByDescending(need => need.CannotMeet).ThenBy(need => need.Need).ThenBy(need => need.Level)
                .Select(need => ($"{need.CannotMeet.ToString(CultureInfo.InvariantCulture)} with {need.Need} whose plan calls for the {EvidenceTables.LevelWord(need.Level).Value} level", need.CannotMeet)),
        ];
        return groups.Length == 0
            ? $"No need and level has more pupils without a suitable place in {with.Year} when bases are offered."
            : $"What remains in {with.Year} that bases cannot meet: {string.Join("; ", groups.Take(6).Select(group => group.Words))}{(groups.Length > 6 ? $"; and {groups.Skip(6).Sum(group => group.Pupils)} others" : string.Empty)}.{Fewer(last)}";
    }

    /// <summary>Why the groups add up to more than the pupils more who have no suitable place.</summary>
    private static string Fewer(UnmetNeed[] last) => -last.Sum(need => Math.Min(0, need.CannotMeet)) is var fewer and > 0
        ? $" In other groups {Count(fewer, "pupil")} fewer would have no suitable place with bases."
        : string.Empty;

    private static string Levels(OfferedBases offered) => string.Join(" and ", offered.Bases[0].Provision.Designation.Levels.Select(level => EvidenceTables.LevelWord(level).Value))
        is var words && offered.Bases[0].Provision.Designation.Levels.Count() == 1 ? $"the {words} level" : $"the levels {words}";

    private static YearFigures Last(ScenarioReport report) => report.Audit.Figures.Years.Single(year => year.Year == report.Case.Horizon.LastYear);

    private static string Gap(ScenarioReport report) => (report.Audit.Tiers.Select(tier => tier.Gap).DefaultIfEmpty(0).Max() * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static string Million(decimal pounds) => (pounds / 1_000_000).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Count(int number, string of) => $"{number.ToString("#,##0", CultureInfo.InvariantCulture)} {of}{(number == 1 ? string.Empty : "s")}";
}
