using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using NodaTime;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Reporting.Html;

namespace PlaceSufficiency.Reporting.Tests.Html;

public class ReportPageTests
{
    private const string Hostile = "</script><script>alert('x')</script> \"Tom & Ann's\" <b onclick=\"y\">]]>-->";

    private static readonly string _page = ReportPage.Of(Model(TinyReport.Report));
    private static readonly XElement _html = Parse(_page);
    private static readonly XElement _two = Parse(ReportPage.Of(Model(TinyReport.Report, TinyReport.Report with { Run = "other" })));

    [Fact]
    public void The_answer_comes_before_any_chart_or_table()
    {
        string body = _page[_page.IndexOf("<body", StringComparison.Ordinal)..];
        int answer = body.IndexOf("Not enough: 1 pupil has no suitable place in 2021/22.", StringComparison.Ordinal);

        Assert.InRange(answer, 0, body.IndexOf("<figure", StringComparison.Ordinal));
        Assert.InRange(answer, 0, body.IndexOf("<table", StringComparison.Ordinal));
    }

    [Fact]
    public void It_says_that_it_is_a_working_copy_is_in_UK_English_and_bears_its_date()
    {
        Assert.Equal("en-GB", (string?)_html.Attribute("lang"));
        Assert.StartsWith("Working copy: not for publication", _html.Descendants("header").Single().Elements("p").First().Value, StringComparison.Ordinal);
        Assert.Contains("31 March 2026", _html.Descendants("header").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_columns_of_a_table_have_the_same_heading() => Assert.All(
        _two.Descendants("thead"),
        head => Assert.Equal(head.Descendants("th").Select(heading => heading.Value).Distinct(), head.Descendants("th").Select(heading => heading.Value)));

    [Fact]
    public void It_asks_for_nothing_from_outside_and_runs_only_the_scripts_that_its_policy_names()
    {
        string policy = (string)_html.Descendants("meta").Single(meta => (string?)meta.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!;
        string[] scripts = [.. Regex.Matches(_page, "<script>(.*?)</script>", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(2, scripts.Length);
        Assert.All(scripts, script => Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'", policy, StringComparison.Ordinal));
        Assert.DoesNotMatch(new Regex("url\\(|@import|<link|<iframe|<object|<embed|<img", RegexOptions.IgnoreCase), Regex.Replace(_page, "<script>.*?</script>", string.Empty, RegexOptions.Singleline));
        Assert.All(
            _html.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "src" or "srcset" or "action" or "data"),
            attribute => Assert.StartsWith("#", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(_html.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_no_id_is_used_twice()
    {
        string[] ids = [.. _two.Descendants().Attributes("id").Select(id => id.Value)];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.NotEmpty(_two.Descendants("a"));
        Assert.All(_two.Descendants("a").Attributes("href"), href => Assert.Contains(href.Value[1..], ids));
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
        XElement[] figures = [.. _html.Descendants("figure").Where(figure => (string?)figure.Attribute("class") == "chart")];

        Assert.NotEmpty(figures);
        Assert.All(figures, figure =>
        {
            XElement canvas = figure.Elements("div").Single(div => (string?)div.Attribute("class") == "canvas");
            Assert.Contains(figure.Element("figcaption")!.Value, (string?)canvas.Attribute("aria-label"), StringComparison.Ordinal);
            Assert.Equal("img", (string?)canvas.Attribute("role"));
            Assert.NotEmpty(figure.Element("details")!.Descendants("tbody").Elements("tr"));
        });
    }

    [Fact]
    public void Scenarios_stand_side_by_side_and_each_has_its_panel()
    {
        Assert.Equal(2, _two.Descendants("section").Count(section => (string?)section.Attribute("class") == "scenario"));
        Assert.Equal(["scenario-1", "scenario-2"], _two.Descendants("select").Single(select => (string?)select.Attribute("id") == "scenario-choice").Elements("option").Select(option => (string?)option.Attribute("value")));
        Assert.Single(_two.Descendants("section"), section => (string?)section.Attribute("id") == "comparison");
        Assert.DoesNotContain(_html.Descendants("section"), section => (string?)section.Attribute("id") == "comparison");
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() => Assert.Equal(_page, ReportPage.Of(Model(TinyReport.Report)));

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

        XElement html = Parse(ReportPage.Of(Model(new ScenarioReport(hostile, TinyReport.Audit with { Figures = figures }, Hostile, Hostile))));

        Assert.Equal(_html.Descendants("script").Count(), html.Descendants("script").Count());
        Assert.Empty(html.Descendants("b"));
        Assert.Equal(Hostile, html.Descendants("h1").Single().Value);
        Assert.Contains(Hostile, html.Descendants("td").Concat(html.Descendants("th")).Select(cell => cell.Value));
    }

    private static ReportModel Model(params ScenarioReport[] runs) => new(runs, ReportPurpose.WorkingCopy, new LocalDate(2026, 3, 31));

    /// <summary>The page is well-formed XML on purpose, so that what a browser builds from it is what this reads.</summary>
    private static XElement Parse(string page)
    {
        using StringReader text = new(page);
        using XmlReader reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }
}
