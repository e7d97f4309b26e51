using Microsoft.Playwright;

namespace PlaceSufficiency.Reporting.Tests.Browser;

/// <summary>Fans, the table of chances and the trade-off of a batch, as a browser draws them.</summary>
public sealed class FuturesInBrowserTests(Chromium chromium)
{
    [Fact]
    public async Task A_fan_is_bands_between_percentiles_with_the_median_and_the_plan_over_them()
    {
        await using OpenReport report = await chromium.Open(Pages.OfFutures());
        await report.ReadThrough();

        string everybody = await report.Series("#scenario-1 figure[data-form='fan']");
        await report.Page.SelectOptionAsync("#scenario-1 figure[data-form='fan'] select", "primary");
        string primary = await report.Series("#scenario-1 figure[data-form='fan']");

        // The 5th percentiles are 8 and 9 and the 95th 12 and 16; the quartiles 9 and 11, 11 and 13. Ten pupils were planned for, then twelve.
        Assert.Equal(
            """[["below 9 in 10 futures","line",8,9],["9 in 10 futures","line",4,7],["below half of the futures","line",9,11],["half of the futures","line",2,2],["median","line",10,12],["as planned","line",10,12]]""",
            everybody);
        Assert.StartsWith("""[["below 9 in 10 futures","line",7,6],["9 in 10 futures","line",2,4]""", primary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_far_spending_spreads_is_drawn_for_the_chosen_plan_and_line()
    {
        await using OpenReport report = await chromium.Open(Pages.OfFutures());
        await report.ReadThrough();

        string drawn = await report.Series("#batch-cost-fan figure");

        // Of two futures the lower is the median and the higher the 95th percentile, by nearest rank; their mean lies between, in thousands of pounds.
        Assert.Contains("""["9 in 10 futures","line",2,4]""", drawn, StringComparison.Ordinal);
        Assert.Contains("""["mean","line",2,4]""", drawn, StringComparison.Ordinal);
        Assert.Equal(["wing cap=0", "high needs block"], await report.Page.Locator("#batch-cost-fan select").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"));
    }

    [Fact]
    public async Task The_trade_off_joins_the_plans_of_a_scenario()
    {
        await using OpenReport report = await chromium.Open(Pages.OfFutures());
        await report.ReadThrough();

        Assert.Equal("""[["wing","line",[2,5.5],[5,2]],["annexe","line",[4,3]]]""", await report.Series("#batch-trade-off figure"));
        string words = string.Concat(await report.Page.Locator("#batch-trade-off svg text").AllTextContentsAsync());
        Assert.Contains("cap=1", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_chances_is_shaded_and_says_its_figures()
    {
        await using OpenReport report = await chromium.Open(Pages.OfFutures());

        ILocator cells = report.Page.Locator("#batch-chance-needs tbody td");
        Assert.Equal(["0", "50"], await cells.AllTextContentsAsync());
        Assert.Equal(["early years", "ASD"], await report.Page.Locator("#batch-chance-needs tbody th").AllTextContentsAsync());
        Assert.Equal("rgb(125, 44, 5)", await cells.Last.EvaluateAsync<string>("cell => getComputedStyle(cell).backgroundColor"));
        Assert.NotEqual("rgb(125, 44, 5)", await cells.First.EvaluateAsync<string>("cell => getComputedStyle(cell).backgroundColor"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Axe_finds_no_violation_and_nothing_sticks_out(int width)
    {
        await using OpenReport report = await chromium.Open(Pages.OfFutures(), new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        await report.ReadThrough();
        await report.Page.ClickAsync("#open-tables");

        Assert.Empty(await report.Violations());
        Assert.Equal(width, await report.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(report.Trouble);
    }

    [Fact]
    public async Task Charts_that_were_never_in_sight_are_whole_when_printing_begins()
    {
        await using OpenReport report = await chromium.Open(Pages.OfFutures());

        const string Drawings = "[...document.querySelectorAll('figure')].filter(figure => !figure.closest('[hidden]')).map(figure => figure.querySelector('.canvas').innerHTML)";
        string[] atOnce = await report.Page.EvaluateAsync<string[]>($"() => {{ window.dispatchEvent(new Event('beforeprint')); return {Drawings}; }}");
        await report.Page.WaitForTimeoutAsync(500);
        string[] later = await report.Page.EvaluateAsync<string[]>($"() => {Drawings}");

        Assert.True(atOnce.Length > 5);
        Assert.All(atOnce, drawing => Assert.Contains("<path", drawing, StringComparison.Ordinal));
        Assert.Equal(later, atOnce);
    }
}
