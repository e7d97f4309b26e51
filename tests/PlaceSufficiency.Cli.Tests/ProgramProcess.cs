using System.Diagnostics;
using System.Text;

namespace PlaceSufficiency.Cli.Tests;

/// <summary>What the program said.</summary>
internal sealed record Said(int ExitCode, string Results, string Trouble);

/// <summary>The program as a user starts it: a process of its own with redirected output.</summary>
internal static class ProgramProcess
{
    internal static async Task<Said> Run(params string[] arguments)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        ProcessStartInfo start = new(dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, "place-sufficiency.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
        Task<string> results = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> trouble = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Said(process.ExitCode, await results, await trouble);
    }
}
