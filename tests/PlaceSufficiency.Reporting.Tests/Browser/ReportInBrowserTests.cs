using System.Text.Json;
using Microsoft.Playwright;

namespace PlaceSufficiency.Reporting.Tests.Browser;

public sealed class ReportInBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Everything_is_drawn_and_nothing_is_asked_for_refused_or_complained_of(int runs)
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(runs));

        await report.ReadThrough();

        Assert.Empty(report.Trouble);
        Assert.True(await report.Page.Locator("figure.chart:visible svg path").CountAsync() > 10);
        Assert.True(await report.Page.Locator("figure.map:visible svg").CountAsync() == 1);
        Assert.NotNull(await report.Page.EvaluateAsync<double?>("() => performance.getEntriesByName('first-chart')[0]?.startTime"));
    }

    [Fact]
    public async Task A_chart_shows_the_figures_of_the_table_behind_it()
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(2));

        JsonElement? drawn = await report.Page.EvaluateAsync("() => echarts.getInstanceByDom(document.querySelector('#comparison figure.chart .canvas')).getOption().series.map(one => [one.name, ...one.data])");

        string[] table = await report.Page.Locator("#comparison figure.chart").First.Locator("tbody tr").EvaluateAllAsync<string[]>("rows => rows.map(row => [...row.cells].map(cell => cell.textContent).join(' '))");
        Assert.Equal(["run-1 1", "run-2 2"], table);
        Assert.Equal("""[["run-1",1],["run-2",2]]""", drawn!.Value.GetRawText());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Axe_finds_no_violation_with_everything_open(int width)
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(2), new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await report.ReadThrough();
        await report.Page.ClickAsync("#open-tables");
        await report.Page.SelectOptionAsync("#scenario-1 .map-focus", "area-0");

        Assert.Empty(await report.Violations());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Nothing_sticks_out_to_the_side(int width)
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(6), new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 800 } });

        await report.ReadThrough();
        await report.Page.ClickAsync("#open-tables");

        Assert.Equal(width, await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task Hostile_names_are_data_in_words_charts_lists_and_map()
    {
        await using OpenReport report = await chromium.Open(Pages.OfHostileNames());
        await report.ReadThrough();

        ILocator map = report.Page.Locator("#scenario-1 figure.map");
        await map.Locator(".map-focus").SelectOptionAsync("area-0");
        await map.Locator(".canvas").HoverAsync();
        await report.Page.Locator("#comparison figure.chart .canvas").First.HoverAsync();

        Assert.Empty(report.Trouble);
        Assert.False(await report.Page.EvaluateAsync<bool>("() => 'ran' in window"));
        Assert.Equal(0, await report.Page.Locator("img").CountAsync());
        Assert.Contains(Pages.Hostile, await report.Page.Locator("#scenario-1 h2").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains(Pages.Hostile, await map.Locator(".map-flows caption").TextContentAsync(), StringComparison.Ordinal);
        Assert.Contains(Pages.Hostile, (await report.Page.Locator("svg text").AllTextContentsAsync()).Aggregate(string.Concat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_used_with_a_keyboard_alone()
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(2));
        IPage page = report.Page;

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the answer", await Focused(page));
        await page.FocusAsync("#scenario-choice");
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.True(await page.Locator("#scenario-2").IsVisibleAsync());
        Assert.False(await page.Locator("#scenario-1").IsVisibleAsync());
        await report.ReadThrough();
        await page.FocusAsync("#scenario-2 .map-year");
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("2020/21", await page.Locator("#scenario-2 output").TextContentAsync());
        Assert.EndsWith("2020/21", await page.Locator("#scenario-2 .map-caption").TextContentAsync(), StringComparison.Ordinal);
        await page.FocusAsync("#scenario-2 .map-areas summary");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("#scenario-2 .map-areas table").IsVisibleAsync());
        Assert.Empty(report.Trouble);
    }

    [Fact]
    public async Task A_click_on_the_map_shows_who_goes_where_and_a_second_one_hides_it()
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(1));
        await report.ReadThrough();
        // The cell of the northern area lies around its centroid, which is a quarter of its height from its lower edge.
        ILocator cell = report.Page.Locator("figure.map .canvas svg path[fill='#fdf1e3']").First;
        await cell.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await cell.BoundingBoxAsync())!;
        await report.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height * 0.3f));
        string? flows = await report.Page.Locator(".map-flows").TextContentAsync();
        await report.Page.Locator(".map-focus").SelectOptionAsync(string.Empty);

        Assert.StartsWith("Who goes from Area north, 2021/22", flows, StringComparison.Ordinal);
        Assert.Contains("hilltop-special8", flows, StringComparison.Ordinal);
        Assert.Equal(string.Empty, await report.Page.Locator(".map-flows").TextContentAsync());
    }

    [Fact]
    public async Task Without_scripts_every_scenario_and_every_table_can_be_read()
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(2), new BrowserNewContextOptions { JavaScriptEnabled = false });

        Assert.True(await report.Page.Locator("#scenario-1 .topic > .scroll table").First.IsVisibleAsync());
        Assert.True(await report.Page.Locator("#scenario-2 h2").IsVisibleAsync());
        Assert.False(await report.Page.Locator(".tools").IsVisibleAsync());
    }

    [Fact]
    public async Task On_paper_charts_fit_an_A4_page_and_what_cannot_be_used_there_is_gone()
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(2));
        Assert.False(await report.Page.Locator(".on-paper").IsVisibleAsync());

        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await report.Page.EvaluateAsync("() => window.dispatchEvent(new Event('beforeprint'))");
        Assert.False(await report.Page.Locator(".tools").IsVisibleAsync());
        Assert.True(await report.Page.Locator(".working-copy").IsVisibleAsync());
        Assert.Equal("On paper stands the scenario that was chosen on the page; choose another there to print it.", await report.Page.Locator(".on-paper").TextContentAsync());
        Assert.True(await report.Page.Locator(".on-paper").IsVisibleAsync());
        Assert.True(await report.Page.Locator("#glossary table").IsVisibleAsync());
        double[] widths = await report.Page.Locator("figure:visible svg").EvaluateAllAsync<double[]>("all => all.map(svg => svg.getBoundingClientRect().width)");
        Assert.NotEmpty(widths);
        Assert.All(widths, width => Assert.InRange(width, 1, 680));
        byte[] paper = await report.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });
        Assert.InRange(paper.Length, 10_000, 5_000_000);
        Assert.Empty(report.Trouble);
    }

    [Fact]
    public async Task A_hundred_scenarios_are_compared_in_one_page_and_twelve_shown_in_detail()
    {
        await using OpenReport report = await chromium.Open(Pages.OfRuns(100));

        await report.ReadThrough();

        Assert.Equal(100, await report.Page.Locator("#answer li").CountAsync());
        Assert.Equal(12, await report.Page.Locator("#answer li:visible").CountAsync());
        Assert.Equal("The answers of 88 more scenarios", await report.Page.Locator("#answer summary").TextContentAsync());
        Assert.Equal(100, await report.Page.Locator("#comparison table").First.Locator("tbody tr").CountAsync());
        Assert.Equal(12, await report.Page.Locator("section.scenario").CountAsync());
        Assert.Contains("The first 12 of 100 scenarios", await report.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(report.Trouble);
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("() => document.activeElement.textContent");
}
