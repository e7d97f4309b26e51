using System.Text;
using PlaceSufficiency.Cli.Terminal;

namespace PlaceSufficiency.Cli;

/// <summary>The command line's entry point.</summary>
public static class Program
{
    /// <summary>Does what the arguments say.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Screen screen = Screen.OfConsole();
        using Interruption interruption = new();
        return await Invocation.Of(args, screen, interruption.Token).ConfigureAwait(false);
    }
}
