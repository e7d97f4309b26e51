using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Reporting.Html;

namespace PlaceSufficiency.Reporting.Tests.Html;

public class ScenarioPageTests
{
    private const string Hostile = "</script><script>alert('x')</script> \"Tom & Ann's\" <b onclick=\"y\">]]>-->";

    private static readonly string _page = ScenarioPage.Of(TinyReport.Report);
    private static readonly XElement _html = Parse(_page);

    [Fact]
    public void The_answer_comes_before_any_chart_or_table()
    {
        int answer = _page.IndexOf("Not enough: 1 pupil has no suitable place in 2021/22.", StringComparison.Ordinal);

        Assert.InRange(answer, 0, _page.IndexOf("<svg", StringComparison.Ordinal));
        Assert.InRange(answer, 0, _page.IndexOf("<table", StringComparison.Ordinal));
    }

    [Fact]
    public void It_says_that_it_is_a_working_copy_and_is_in_UK_English()
    {
        Assert.Equal("en-GB", (string?)_html.Attribute("lang"));
        Assert.StartsWith("Working copy: not for publication", _html.Descendants("header").Single().Elements("p").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_for_nothing_from_outside_and_runs_nothing()
    {
        Assert.DoesNotMatch(new Regex("https?:|//[a-z]|url\\((?!#)|@import|<script|<link|<iframe|<object|<embed", RegexOptions.IgnoreCase), _page);
        Assert.All(
            _html.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src" or "srcset" or "action" or "data"),
            attribute => Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(_html.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_no_id_is_used_twice()
    {
        string[] ids = [.. _html.Descendants().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.NotEmpty(_html.Descendants("a"));
        Assert.All(_html.Descendants("a").Attributes("href"), href => Assert.Contains(href.Value[1..], ids));
        Assert.All(
            _html.Descendants().Attributes().SelectMany(attribute => Regex.Matches(attribute.Value, "url\\(#([^)]*)\\)")),
            match => Assert.Contains(match.Groups[1].Value, ids));
    }

    [Fact]
    public void Every_table_has_a_caption_and_headings_with_a_scope()
    {
        Assert.NotEmpty(_html.Descendants("table"));
        Assert.All(_html.Descendants("table"), table => Assert.NotEmpty(table.Elements("caption").Single().Value));
        Assert.All(_html.Descendants("th"), heading => Assert.Contains((string?)heading.Attribute("scope"), (string?[])["col", "row"]));
        Assert.All(_html.Descendants("tr"), row => Assert.NotEmpty(row.Elements("th")));
    }

    [Fact]
    public void Every_chart_says_what_it_shows_and_has_its_figures_behind_it()
    {
        XElement[] figures = [.. _html.Descendants("figure")];

        Assert.Equal(5, figures.Length);
        Assert.All(figures, figure =>
        {
            XElement svg = figure.Elements("div").First().Elements("svg").Single();
            Assert.Equal(figure.Element("figcaption")!.Value, (string?)svg.Attribute("aria-label"));
            Assert.Equal("img", (string?)svg.Attribute("role"));
            Assert.NotNull(svg.Attribute("viewBox"));
            Assert.NotEmpty(figure.Element("details")!.Descendants("tbody").Elements("tr"));
        });
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(_page, ScenarioPage.Of(TinyReport.Report));

    [Fact]
    public void Names_are_data_whatever_they_hold()
    {
        PlanningCase hostile = TinyReport.Case with
        {
            Name = Hostile,
            Question = Hostile,
            Authority = Hostile,
            Provisions = [.. TinyReport.Case.Provisions.Select(provision => provision with { Name = Hostile + provision.Id })],
            Schemes = [.. TinyReport.Case.Schemes.Select(scheme => scheme with { Name = Hostile })],
            NeedGroups = [new NeedGroup(Hostile, NeedSet.All)],
        };
        var figures = TinyReport.Figures with { Balances = [.. TinyReport.Figures.Balances.Select(row => row with { NeedGroup = Hostile })] };

        string page = ScenarioPage.Of(new ScenarioReport(hostile, TinyReport.Audit with { Figures = figures }, Hostile, Hostile));

        XElement html = Parse(page);
        Assert.Empty(html.Descendants("script").Concat(html.Descendants("b")));
        Assert.Equal(_html.Descendants().Count(), html.Descendants().Count());
        Assert.Equal(Hostile, html.Descendants("h1").Single().Value);
        Assert.Contains(Hostile, html.Descendants("td").Concat(html.Descendants("th")).Select(cell => cell.Value));
    }

    /// <summary>The page is well-formed XML on purpose, so that what a browser builds from it is what this reads.</summary>
    private static XElement Parse(string page)
    {
        using StringReader text = new(page);
        using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
