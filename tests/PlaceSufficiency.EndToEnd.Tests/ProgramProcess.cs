using System.Diagnostics;
using System.Text;

namespace PlaceSufficiency.EndToEnd.Tests;

/// <summary>What the program said.</summary>
internal sealed record Said(int ExitCode, string Results, string Trouble);

/// <summary>The built program as a user starts it: a process of its own with redirected output.</summary>
internal static class ProgramProcess
{
    internal static Task<Said> Run(CancellationToken cancellation, params string[] arguments) => Run([], cancellation, arguments);

    internal static async Task<Said> Run(KeyValuePair<string, string>[] environment, CancellationToken cancellation, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        try
        {
            Task<string> results = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> trouble = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new Said(process.ExitCode, await results, await trouble);
        }
        finally
        {
            EndNow(process);
        }
    }

    internal static Task<Said> Run(params string[] arguments) => Run(TestContext.Current.CancellationToken, arguments);

    /// <summary>Starts the program; the caller ends it and reads what it says.</summary>
    internal static Process Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts the program with variables in its environment.</summary>
    internal static Process Start(KeyValuePair<string, string>[] environment, params string[] arguments)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        ProcessStartInfo start = new(dotnet, ["exec", Path.Combine(AppContext.BaseDirectory, "place-sufficiency.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Ends a process without giving it a say (SIGKILL where there are signals), if it still runs.</summary>
    internal static void EndNow(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
    }
}
