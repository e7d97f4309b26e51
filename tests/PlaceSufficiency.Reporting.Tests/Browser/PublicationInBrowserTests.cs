using Microsoft.Playwright;

namespace PlaceSufficiency.Reporting.Tests.Browser;

public sealed class PublicationInBrowserTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Axe_finds_no_violation_and_nothing_sticks_out(int width)
    {
        await using OpenReport report = await chromium.Open(Pages.OfPublication(), new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await report.ReadThrough();
        await report.Page.ClickAsync("#open-tables");

        Assert.Empty(await report.Violations());
        Assert.Equal(width, await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(report.Trouble);
    }

    [Fact]
    public async Task What_is_withheld_is_a_mark_in_the_table_and_a_gap_in_the_chart()
    {
        await using OpenReport report = await chromium.Open(Pages.OfPublication());
        await report.ReadThrough();

        ILocator withheld = report.Page.Locator("#scenario-1-unplaced-causes figure.chart tbody td", new PageLocatorOptions { HasTextRegex = new("^c$") });
        int marks = await withheld.CountAsync();
        string drawn = await report.Series("#scenario-1-unplaced-causes figure.chart");

        Assert.True(marks > 0);
        Assert.Equal(marks, drawn.Split("null").Length - 1);
        Assert.Equal(0, await report.Page.Locator("figure.map, script[type='application/json']").CountAsync());
    }

    [Fact]
    public async Task On_paper_it_says_what_it_is_and_everything_fits()
    {
        await using OpenReport report = await chromium.Open(Pages.OfPublication());

        await report.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await report.Page.EvaluateAsync("() => window.dispatchEvent(new Event('beforeprint'))");

        Assert.True(await report.Page.Locator(".published").IsVisibleAsync());
        Assert.False(await report.Page.Locator(".tools").IsVisibleAsync());
        double[] widths = await report.Page.Locator("figure:visible svg").EvaluateAllAsync<double[]>("all => all.map(svg => svg.getBoundingClientRect().width)");
        Assert.NotEmpty(widths);
        Assert.All(widths, width => Assert.InRange(width, 1, 680));
        Assert.InRange((await report.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true })).Length, 10_000, 5_000_000);
        Assert.Empty(report.Trouble);
    }
}
