using System.CommandLine;
using System.CommandLine.Parsing;
using PlaceSufficiency.Cli.Commands;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Cli;

/// <summary>One call of the program: from arguments to exit code, whatever happens in between.</summary>
public static class Invocation
{
    /// <summary>Does what the arguments say.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> Of(string[] args, Screen screen, CancellationToken cancellation)
    {
        ParseResult parsed = CommandTree.Of(screen).Parse(args is [] ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (ParseError error in parsed.Errors)
            {
                screen.Aside(error.Message);
            }

            screen.Aside("Try 'place-sufficiency --help'.");
            return ExitCode.BadInput;
        }

        try
        {
            InvocationConfiguration configuration = new()
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = screen.Results,
                Error = screen.Trouble,
            };
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (FindingsException exception)
        {
            screen.Findings([.. exception.Findings.Select(finding => (string.Empty, finding))], asResult: false);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            screen.Aside("Stopped. Nothing half-written was left behind.");
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            screen.Aside($"The disk refused: {exception.Message}");
            return ExitCode.Unexpected;
        }
#pragma warning disable CA1031 // Whatever else happens is told to the user with what is needed to report it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            screen.Aside("This is a fault of the program, not of your files. Please report it with the lines below.");
            screen.Aside(exception.ToString());
            return ExitCode.Unexpected;
        }
    }
}
