using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Maps;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>Scenarios one at a time: a choice, and a panel each with everything there is to know.</summary>
internal static class ScenarioHtml
{
    /// <summary>Most scenarios that have a panel, so that a page of a hundred stays quick; the others are in the comparison.</summary>
    internal const int MostDetailed = 12;

    private const string MapFollows = "unplaced";

    /// <summary>Whether the scenario in that position has a panel.</summary>
    internal static bool IsDetailed(int position) => position < MostDetailed;

    /// <summary>Id of the panel of the scenario in that position.</summary>
    internal static string IdOf(int position) => $"scenario-{position + 1}";

    /// <summary>Writes the choice and the panels. Panels are made side by side on the cores there are; the bytes are the same on one.</summary>
    internal static void Write(HtmlText page, PageContents contents)
    {
        ReportModel model = contents.Model;
        ScenarioReport[] detailed = [.. model.Runs.Take(MostDetailed)];
        WriteTools(page, model, detailed);
        DrawnMap?[] maps = [.. contents.MapOf is { } mapOf ? Each(detailed, position => DrawnMap.Of(mapOf(position))) : new DrawnMap?[detailed.Length]];
        string[] panels = Each(detailed, position => Panel(contents, detailed, position, maps));
        foreach (string panel in panels)
        {
            page.Trusted(panel);
        }
    }

    private static T[] Each<T>(ScenarioReport[] detailed, Func<int, T> make) => [.. Enumerable.Range(0, detailed.Length).AsParallel().AsOrdered().Select(make)];

    private static string Panel(PageContents contents, ScenarioReport[] detailed, int position, DrawnMap?[] maps)
    {
        HtmlText page = new();
        ScenarioReport run = detailed[position];
        page.Open("section", ("class", "scenario"), ("id", IdOf(position)), ("aria-labelledby", $"{IdOf(position)}-name"));
        page.Element("h2", detailed.Length > 1 ? run.Case.Name : "In detail", ("id", $"{IdOf(position)}-name"));
        if (detailed.Length > 1)
        {
            page.Element("p", run.Case.Question, ("class", "question")).Element("p", contents.Answers[position], ("class", "answer"));
        }

        foreach (ReportSection section in contents.Sections(position))
        {
            SectionHtml.Write(page, IdOf(position), section);
            if (section.Key == MapFollows && maps[position] is { } drawn)
            {
                WriteMap(page, position, drawn, Array.FindIndex(maps, other => other!.Ground == drawn.Ground));
            }
        }

        return page.Close().ToString();
    }

    /// <summary>Writes the map, and the data of its areas unless an earlier scenario has the same.</summary>
    private static void WriteMap(HtmlText page, int position, DrawnMap drawn, int first)
    {
        string ground = $"{IdOf(first)}-ground";
        if (first == position)
        {
            page.DataScript(ground, drawn.Ground);
        }

        MapHtml.Write(page, IdOf(position), drawn.Map, ground);
    }

    private static void WriteTools(HtmlText page, ReportModel model, ScenarioReport[] detailed)
    {
        if (detailed.Length > 1)
        {
            page.Element("p", "On paper stands the scenario that was chosen on the page; choose another there to print it.", ("class", "note on-paper"));
        }

        page.Open("div", ("class", "tools"));
        if (detailed.Length > 1)
        {
            page.Open("label").Element("span", "Scenario in detail ").Open("select", ("id", "scenario-choice"), ("autocomplete", "off"));
            foreach ((int position, ScenarioReport run) in detailed.Index())
            {
                page.Element("option", run.Case.Name, ("value", IdOf(position)));
            }

            page.Close().Close();
        }

        page.Element("button", "Open every table", ("id", "open-tables"), ("type", "button"), ("aria-pressed", "false")).Close();
        if (detailed.Length < model.Runs.Count)
        {
            page.Element("p", $"The first {detailed.Length} of {model.Runs.Count} scenarios are shown in detail; make a report of fewer to see others.", ("class", "note"));
        }
    }

    /// <summary>A map with its areas as the page's data.</summary>
    private sealed record DrawnMap(ReportMap Map, string Ground)
    {
        internal static DrawnMap Of(ReportMap map) => new(map, MapJson.OfGround(map));
    }
}
