namespace PlaceSufficiency.Cli;

/// <summary>What the program says to the shell that started it.</summary>
public static class ExitCode
{
    /// <summary>The question was answered, or the input is in order.</summary>
    public const int Answered = 0;

    /// <summary>Something went wrong that is no fault of the input: a full disk, a fault in the program.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line or a case cannot be used; what is wrong was printed.</summary>
    public const int BadInput = 2;

    /// <summary>A scenario was not solved within its limits.</summary>
    public const int NoSolution = 3;

    /// <summary>A plan failed its audit; no report was written for it.</summary>
    public const int AuditFailed = 4;

    /// <summary>Stopped by Ctrl-C, as shells number it.</summary>
    public const int Interrupted = 130;
}
