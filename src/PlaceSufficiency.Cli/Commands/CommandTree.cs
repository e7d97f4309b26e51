using System.CommandLine;
using PlaceSufficiency.Cli.Batches;
using PlaceSufficiency.Cli.Terminal;

namespace PlaceSufficiency.Cli.Commands;

/// <summary>Every command the program knows.</summary>
internal static class CommandTree
{
    /// <summary>The root command, writing to that screen.</summary>
    internal static RootCommand Of(Screen screen) => new(
        """
        Answers whether there are enough suitable places for children and young people with education, health and care plans.

        Exit codes: 0 answered, 1 unexpected, 2 bad input, 3 no solution within limits, 4 audit failed, 130 stopped by Ctrl-C.
        """)
    {
        RunCommand.Of(screen),
        ArchiveCommand.Of(screen),
        QueueCommands.Submit(screen),
        WorkerCommand.Of(screen),
        StatusCommand.Of(screen),
        QueueCommands.Cancel(screen),
        QueueCommands.RunOne(screen),
        ChanceCommand.Of(screen),
        RobustCommand.Of(screen),
        CompareCommand.Of(screen),
        ExplainCommand.Of(screen),
        ReportCommand.Of(screen),
        ReturnsCommand.Of(screen),
        TradeOffCommand.Of(screen),
        EvidenceCommand.Of(screen),
        CheckCommand.Of(screen),
        AuditCommand.Of(screen),
        BuildCaseCommand.Of(screen),
        ForecastCommand.Of(screen),
        BacktestCommand.Of(screen),
        SolverCommand.Of(() => Console.In),
        LearnCommand.Of(screen),
        GeneratedFiles.Schema(screen),
        GeneratedFiles.BatchSchema(screen),
        GeneratedFiles.Dictionary(screen),
    };
}
