using System.CommandLine;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Cli.TradeOffs;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Scenarios.Changes;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Cli.Commands;

/// <summary><c>trade-off</c>: the curve between a limit and an aim.</summary>
internal static class TradeOffCommand
{
    /// <summary>The command.</summary>
    internal static Command Of(Screen screen)
    {
        Argument<string> scenario = new("scenario") { Description = "A scenario file." };
        Option<string> limit = new("--limit") { Description = $"What is drawn tighter: {TradeOffLimit.Known} (2026 for that year alone, 2026+ for it and all later ones).", HelpName = "limit", Required = true };
        Option<decimal> from = Amount("--from", "The tightest limit, pounds or pupils.");
        Option<decimal> to = Amount("--to", "The loosest limit; always the last point.");
        Option<decimal> step = Amount("--step", "From one point to the next.");
        Option<string> against = new("--against")
        {
            Description = "The aim that the curve is against. One that the scenario does not have is minimised right before cost.",
            DefaultValueFactory = _ => Spelling.Of(ObjectiveTier.InmssSpend),
            HelpName = "aim",
        };
        against.AcceptOnlyFromAmong([.. TradeOffAsk.Aims.Select(Spelling.Of)]);
        Option<string?> solver = Arguments.Solver();
        Option<int?> longest = Arguments.TimeLimit();
        longest.Description = "Longest time for each point, in seconds; left out, as long as it needs.";
        Option<string> output = Arguments.Out();
        output.Description = "Folder for results; the curve gets the folder <case>/<scenario>-trade-off in it.";
        Command command = new(
            "trade-off",
            "Solve a scenario at one limit after another, all else alike, and say what each step buys: INMSS spend against capital, for example. Every point is an audited plan.")
        {
            scenario, limit, from, to, step, against, output, solver, longest,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(TradeOffRun.Of(
            screen,
            parsed.GetRequiredValue(scenario),
            parsed.GetRequiredValue(output),
            new TradeOffAsk(
                parsed.GetRequiredValue(limit),
                new TradeOffRange(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetRequiredValue(step)),
                TradeOffAsk.AimOf(parsed.GetRequiredValue(against)),
                Arguments.SolverOf(parsed.GetValue(solver)),
                parsed.GetValue(longest) is { } seconds ? TimeSpan.FromSeconds(seconds) : null),
            cancellation)));
        return command;
    }

    private static Option<decimal> Amount(string name, string description) => new(name) { Description = description, HelpName = "number", Required = true };
}
