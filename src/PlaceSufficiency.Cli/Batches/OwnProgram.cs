using System.Diagnostics;
using System.Text;

namespace PlaceSufficiency.Cli.Batches;

/// <summary>How this program starts itself.</summary>
internal static class OwnProgram
{
    /// <summary>A start with redirected streams.</summary>
    internal static ProcessStartInfo Start(params IEnumerable<string> arguments)
    {
        string own = Environment.ProcessPath ?? string.Empty;
        string library = typeof(OwnProgram).Assembly.Location;
        bool isOwnHost = Path.GetFileNameWithoutExtension(own) == "place-sufficiency";
        string dotnet = Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new ProcessStartInfo(isOwnHost ? own : dotnet, isOwnHost ? arguments : ["exec", library, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
    }
}
