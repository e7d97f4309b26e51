using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hangfire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PlaceSufficiency.Storage.Queue;

/// <summary>The engine's own dashboard, behind a password, on the address it is told and no other.</summary>
public sealed class WorkerDashboard : IAsyncDisposable
{
    /// <summary>The user to sign in as.</summary>
    public const string User = "place-sufficiency";

    private readonly WebApplication _web;

    private WorkerDashboard(WebApplication web) => _web = web;

    /// <summary>Where it listens, "http://127.0.0.1:8080".</summary>
    public string Address => _web.Urls.First();

    /// <summary>Starts it.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="address">Address and port; the loopback address unless more was asked for.</param>
    /// <param name="password">What to sign in with.</param>
    public static async Task<WorkerDashboard> Start(BatchQueue queue, IPEndPoint address, string password)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(address));
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery();
        builder.Services.AddHangfire(configuration => configuration.UseStorage(queue.Engine));
        WebApplication web = builder.Build();
        byte[] wanted = SHA256.HashData(Encoding.UTF8.GetBytes($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{password}"))}"));
        web.Use(async (context, next) =>
        {
            byte[] given = SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()));
            if (CryptographicOperations.FixedTimeEquals(wanted, given))
            {
                await next(context).ConfigureAwait(false);
                return;
            }

            context.Response.Headers.WWWAuthenticate = "Basic realm=\"place-sufficiency\", charset=\"UTF-8\"";
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        });
        web.UseHangfireDashboard(string.Empty, new DashboardOptions { Authorization = [], AppPath = null, DisplayStorageConnectionString = false }, queue.Engine);
        await web.StartAsync().ConfigureAwait(false);
        return new WorkerDashboard(web);
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
