using System.CommandLine;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Terminal;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>check</c>: says everything that is wrong with cases, without solving them.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string[]> scenarios = Arguments.Scenarios();
        Command command = new("check", "Check scenarios and their tables without solving anything.") { scenarios };
        command.SetAction((parsed, cancellation) => Task.FromResult(Check(screen, parsed.GetRequiredValue(scenarios), cancellation)));
        return command;
    }

    private static int Check(Screen screen, string[] scenarios, CancellationToken cancellation)
    {
        ReadCases read = ReadCases.Of(scenarios, Environment.ProcessorCount, cancellation);
        screen.Findings(read.Findings, asResult: true);
        foreach (ReadCase scenario in read.Cases)
        {
            int changed = scenario.Loaded.ChangeLog.Count;
            screen.Line($"{scenario.Path.Name}: in order, {changed} {(changed == 1 ? "value" : "values")} changed from the base.");
        }

        return read.HasErrors ? ExitCode.BadInput : ExitCode.Answered;
    }
}
