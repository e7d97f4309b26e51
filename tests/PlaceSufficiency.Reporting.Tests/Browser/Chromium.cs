using System.Diagnostics;
using Microsoft.Playwright;
using PlaceSufficiency.Reporting.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PlaceSufficiency.Reporting.Tests.Browser;

/// <summary>
/// A real headless Chromium for all tests, started when the first of them wants it. Where there is none it is installed on a Debian
/// system by root; elsewhere a missing browser is a failure in CI and a skip that says why on a desk.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] _places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"];

    private static readonly string[] _flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim _turn = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a page of a report as a reader would: from a file.</summary>
    public async Task<OpenReport> Open(string html, BrowserNewContextOptions? options = null)
    {
        IBrowser browser = await Browser();
        return await OpenReport.Of(await browser.NewContextAsync(options), html);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _turn.Dispose();
    }

    private async Task<IBrowser> Browser()
    {
        await _turn.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_browser is null)
            {
                string program = Find() ?? await Install();
                _playwright = await Playwright.CreateAsync();
                _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = _flags, Timeout = 120_000 });
            }

            return _browser;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : _places.FirstOrDefault(File.Exists);

    private static async Task<string> Install()
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await Run("apt-get", "update", "-qq");
            await Run("apt-get", "install", "-y", "-qq", "chromium", "fonts-liberation");
        }

        if (Find() is { } installed)
        {
            return installed;
        }

        const string Missing = "No Chromium was found. Install it (on Debian: apt-get install chromium) or name it in the variable CHROMIUM.";
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is not "true", Missing);
        throw new InvalidOperationException(Missing);
    }

    private static async Task Run(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await said;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
