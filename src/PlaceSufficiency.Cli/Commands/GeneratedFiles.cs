using System.CommandLine;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Storage.Tables;
using PlaceSufficiency.Storage.Yaml;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>schema</c> and <c>dictionary</c>: print files of the repository that are made from the code.</summary>
internal static class GeneratedFiles
{
    /// <summary>Prints what <c>scenarios/scenario.schema.json</c> should hold.</summary>
    internal static Command Schema(Screen screen) => Of(screen, "schema", "Print the JSON Schema of scenario files.", () => ScenarioSchema.Text);

    /// <summary>Prints what <c>scenarios/batch.schema.json</c> should hold.</summary>
    internal static Command BatchSchema(Screen screen) => Of(screen, "batch-schema", "Print the JSON Schema of batch files.", () => ScenarioSchema.OfBatches);

    /// <summary>Prints what <c>scenarios/data-dictionary.csv</c> should hold.</summary>
    internal static Command Dictionary(Screen screen) => Of(screen, "dictionary", "Print the data dictionary of a case's tables.", () => DataDictionary.Text);

    private static Command Of(Screen screen, string name, string description, Func<string> text)
    {
        Command command = new(name, description) { Hidden = true };
        command.SetAction((_, _) =>
        {
            screen.Raw(text());
            return Task.FromResult(ExitCode.Answered);
        });
        return command;
    }
}
