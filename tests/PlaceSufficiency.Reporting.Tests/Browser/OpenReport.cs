using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PlaceSufficiency.Reporting.Tests.Browser;

/// <summary>A report that a browser has open, and everything that it complained of or asked for since.</summary>
public sealed class OpenReport : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _file;
    private readonly List<string> _trouble = [];

    private OpenReport(IBrowserContext context, IPage page, string file) => (_context, Page, _file) = (context, page, file);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors, messages of the console (those of its security policy among them), dialogs and requests to anything but the file.</summary>
    public IReadOnlyList<string> Trouble => _trouble;

    /// <summary>Writes the page to a file and opens it.</summary>
    public static async Task<OpenReport> Of(IBrowserContext context, string html)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("place-sufficiency-page-").FullName, "report.html");
        await File.WriteAllTextAsync(file, html, TestContext.Current.CancellationToken);
        OpenReport report = new(context, await context.NewPageAsync(), file);
        report.Listen();
        await report.Page.GotoAsync(new Uri(file).AbsoluteUri);
        return report;
    }

    /// <summary>Scrolls through the page so that everything that waits to come into sight is drawn.</summary>
    public async Task ReadThrough()
    {
        await Page.EvaluateAsync("""
            async () => {
              for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
                window.scrollTo(0, y);
                await new Promise(requestAnimationFrame);
              }
            }
            """);
        await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('figure')].filter(figure => !figure.closest('[hidden]')).every(figure => figure.dataset.drawn === 'yes')");
    }

    /// <summary>What axe-core finds against WCAG 2.2 AA and good practice, with the elements.</summary>
    public async Task<IReadOnlyList<string>> Violations()
    {
        AxeResult found = await Page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") });
        Assert.NotEmpty(found.Passes);
        return [.. found.Violations.Select(violation => $"{violation.Id}: {string.Join(' ', violation.Nodes.Select(node => node.Html))}")];
    }

    /// <summary>The series of a chart as the library holds them: name, type and figures.</summary>
    public async Task<string> Series(string figure) => (await Page.EvaluateAsync(
        "figure => echarts.getInstanceByDom(document.querySelector(`${figure} .canvas`)).getOption().series.map(one => [one.name, one.type, ...one.data.map(figure => figure?.value ?? figure)])", figure))!.Value.GetRawText();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    private void Listen()
    {
        Page.Console += (_, message) => _trouble.Add($"{message.Type}: {message.Text}");
        Page.PageError += (_, error) => _trouble.Add($"error: {error}");
        Page.Dialog += async (_, dialog) =>
        {
            _trouble.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        Page.Request += (_, request) =>
        {
            if (request.Url != new Uri(_file).AbsoluteUri)
            {
                _trouble.Add($"request: {request.Url}");
            }
        };
    }
}
