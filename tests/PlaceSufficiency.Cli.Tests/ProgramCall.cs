using PlaceSufficiency.Cli.Terminal;

namespace PlaceSufficiency.Cli.Tests;

/// <summary>The program within the test's own process: what it does but for starting and listening to signals.</summary>
internal static class ProgramCall
{
    internal static async Task<Said> Run(params string[] arguments)
    {
        using StringWriter results = new();
        using StringWriter trouble = new();
        int code = await Invocation.Of(arguments, Screen.Plain(results, trouble), TestContext.Current.CancellationToken);
        return new Said(code, results.ToString(), trouble.ToString());
    }
}
