using System.CommandLine;
using System.CommandLine.Parsing;
using PlaceSufficiency.Scenarios.Counterfactual;

namespace PlaceSufficiency.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class Arguments
{
    /// <summary>Scenario files and folders, at least one.</summary>
    internal static Argument<string[]> Scenarios() => new("scenarios")
    {
        Description = "Scenario files, or folders: a folder stands for every scenario in it except base.yaml. Or one batch file.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Folder that holds results.</summary>
    internal static Option<string> Out() => new("--out")
    {
        Description = "Folder for results; each scenario gets the folder <case>/<scenario> in it.",
        DefaultValueFactory = _ => "results",
        HelpName = "folder",
    };

    /// <summary>The archive of runs.</summary>
    internal static Option<string> Archive() => new("--archive")
    {
        Description = "Archive of runs: a folder, or postgres://user@host/database; postgres: alone takes all from PGHOST, PGDATABASE and so on.",
        DefaultValueFactory = _ => Path.Combine("results", "archive"),
        HelpName = "archive",
    };

    /// <summary>How many scenarios at once.</summary>
    internal static Option<int> Threads()
    {
        Option<int> option = new("--threads")
        {
            Description = "Most scenarios worked on at once; results do not depend on it.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
            HelpName = "number",
        };
        option.Validators.Add(AtLeastOne);
        return option;
    }

    /// <summary>How many futures are drawn.</summary>
    internal static Option<int> Paths()
    {
        Option<int> option = new("--paths") { Description = "Futures drawn.", DefaultValueFactory = _ => 1_000, HelpName = "number" };
        option.Validators.Add(AtLeastOne);
        return option;
    }

    /// <summary>What futures are drawn from.</summary>
    internal static Option<long> Seed() =>
        new("--seed") { Description = "Any whole number; the same seed draws the same futures.", DefaultValueFactory = _ => 1, HelpName = "number" };

    /// <summary>A batch whose runs are in the archive.</summary>
    internal static Argument<string> Batch() => new("batch") { Description = "A finished batch: its name or id." };

    /// <summary>Where tables are written.</summary>
    internal static Option<string?> TablesTo() => new("--to") { Description = "Folder for the tables as CSV.", HelpName = "folder" };

    /// <summary>Longest time for each scenario.</summary>
    internal static Option<int?> TimeLimit()
    {
        Option<int?> option = new("--time-limit")
        {
            Description = "Longest time for each scenario, in seconds; left out, as long as it needs.",
            HelpName = "seconds",
        };
        option.Validators.Add(AtLeastOne);
        return option;
    }

    /// <summary>Most places of one specialist base.</summary>
    internal static Option<int> BaseSize()
    {
        Option<int> option = new("--base-size")
        {
            Description = "Most places of one specialist base.",
            DefaultValueFactory = _ => OfferedBases.UsualSize,
            HelpName = "places",
        };
        option.Validators.Add(AtLeastOne);
        return option;
    }

    /// <summary>Refuses a number below 1; what is no number is refused elsewhere.</summary>
    internal static void AtLeastOne(OptionResult result)
    {
        if (result.Tokens is [{ Value: { } text }] && int.TryParse(text, out int number) && number < 1)
        {
            result.AddError($"{result.Option.Name} must be at least 1.");
        }
    }
}
