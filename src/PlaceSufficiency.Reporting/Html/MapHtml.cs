using System.Globalization;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Maps;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>The map of a scenario: what its reader chooses, room to draw, and the tables of what is drawn.</summary>
internal static class MapHtml
{
    private static readonly (string Value, string Words)[] _measures =
        [("unplaced", "pupils with no suitable place"), ("demand", "pupils with a plan"), ("journey", "median journey, minutes")];

    /// <summary>Writes the section; nothing where the map has no areas.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="part">Id of the scenario's panel.</param>
    /// <param name="map">The map.</param>
    /// <param name="ground">Id of the data of its areas, which scenarios share.</param>
    internal static void Write(HtmlText page, string part, ReportMap map, string ground)
    {
        if (map.Areas.Count == 0)
        {
            return;
        }

        page.Open("section", ("class", "topic"), ("id", $"{part}-map")).Element("h3", "Where pupils live and where they are placed")
            .Element("p", "Home areas are drawn as the ground nearest to their centre: not their true borders. Choose an area or a setting, on the map or in the list, to see who goes where.", ("class", "note"))
            .Open("figure", ("class", "map"), ("data-ground", ground), ("data-scenario", $"{part}-map-data"));
        WriteChoices(page, part, map.Years);
        page.Element("figcaption", string.Empty, ("class", "map-caption"), ("aria-live", "polite"))
            .Open("div", ("class", "canvas"), ("role", "img"), ("aria-label", "Map of home areas and settings. Its figures are in the tables that follow.")).Close()
            .Open("ul", ("class", "map-key"), ("aria-label", "Shades of the map")).Close()
            .Open("div", ("class", "map-flows"), ("aria-live", "polite")).Close();
        WriteTableRoom(page, "map-areas", "Home areas, as the map shows them");
        WriteTableRoom(page, "map-settings", "Settings, as the map shows them");
        page.Close().DataScript($"{part}-map-data", MapJson.OfScenario(map)).Close();
    }

    private static void WriteChoices(HtmlText page, string part, IReadOnlyList<AcademicYear> years)
    {
        string last = (years.Count - 1).ToString(CultureInfo.InvariantCulture);
        page.Open("div", ("class", "choices"))
            .Open("label").Element("span", "Year ").Empty("input", ("type", "range"), ("class", "map-year"), ("min", "0"), ("max", last), ("step", "1"), ("value", last), ("data-years", string.Join(' ', years)), ("autocomplete", "off"))
            .Element("output", years[^1].ToString()).Close()
            .Open("label").Element("span", "Shade areas by ").Open("select", ("class", "map-measure"), ("autocomplete", "off"));
        foreach ((string value, string words) in _measures)
        {
            page.Element("option", words, ("value", value));
        }

        page.Close().Close()
            .Open("label").Element("span", "Show journeys of ").Open("select", ("class", "map-focus"), ("autocomplete", "off")).Element("option", "nobody", ("value", string.Empty)).Close().Close()
            .Open("label").Element("span", "Show ").Open("select", ("class", "map-extent"), ("autocomplete", "off")).Element("option", "home areas", ("value", "areas")).Element("option", "every setting", ("value", "settings")).Close().Close()
            .Close();
    }

    private static void WriteTableRoom(HtmlText page, string key, string title) => page
        .Open("details", ("class", key)).Element("summary", title)
        .Open("div", ("class", "scroll"), ("role", "region"), ("aria-label", title), ("tabindex", "0")).Close().Close();
}
