namespace PlaceSufficiency.Cli;

/// <summary>The command line's entry point.</summary>
public static class Program
{
    /// <summary>Prints how the program is used.</summary>
    /// <returns>0 when usage was asked for, 2 when the arguments are not understood.</returns>
    public static int Main(string[] args)
    {
        var asked = args is [] or ["--help"] or ["-h"];
        (asked ? Console.Out : Console.Error).WriteLine("Usage: place-sufficiency COMMAND [OPTIONS]");
        return asked ? 0 : 2;
    }
}
