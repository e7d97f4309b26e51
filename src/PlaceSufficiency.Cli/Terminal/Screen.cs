using PlaceSufficiency.Domain.Findings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PlaceSufficiency.Cli.Terminal;

/// <summary>
/// Where the program writes: results to one side, progress and trouble to the other. In a terminal with colour and the terminal's width;
/// redirected to a file or another program as plain text of 100 columns, so that the same run gives the same bytes everywhere.
/// </summary>
public sealed class Screen
{
    /// <summary>Columns of redirected output.</summary>
    public const int PlainWidth = 100;

    private const int NarrowestTerminal = 60;

    private readonly IAnsiConsole? _terminal;

    private Screen(TextWriter results, TextWriter trouble, IAnsiConsole? terminal, IAnsiConsole? progressTerminal)
    {
        Results = results;
        Trouble = trouble;
        _terminal = terminal;
        ProgressTerminal = progressTerminal;
    }

    /// <summary>Where results go.</summary>
    public TextWriter Results { get; }

    /// <summary>Where progress, warnings and errors go.</summary>
    public TextWriter Trouble { get; }

    /// <summary>Where a live progress display can be shown; null when it would end in a file.</summary>
    public IAnsiConsole? ProgressTerminal { get; }

    /// <summary>Columns to write in.</summary>
    public int Width => _terminal is null ? PlainWidth : Math.Max(NarrowestTerminal, _terminal.Profile.Width);

    /// <summary>The console the program was started in.</summary>
    public static Screen OfConsole() => new(
        Console.Out,
        Console.Error,
        Console.IsOutputRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) }),
        Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }));

    /// <summary>Plain text to a pair of writers.</summary>
    public static Screen Plain(TextWriter results, TextWriter trouble) => new(results, trouble, null, null);

    /// <summary>Writes a line of results; long lines break between words.</summary>
    public void Line(string line = "") => Show(new Text(Printable.Of(line)));

    /// <summary>Writes a line of results that must stay in one piece, a path for example.</summary>
    public void Unbroken(string line) => Results.Write($"{Printable.Of(line)}\n");

    /// <summary>Writes a heading over results.</summary>
    public void Heading(string heading) => Show(new Text(Printable.Of(heading), new Style(decoration: Decoration.Bold)));

    /// <summary>Writes text as it is, without breaking lines.</summary>
    public void Raw(string text) => Results.Write(text);

    /// <summary>Writes a line beside the results: progress, warnings and errors.</summary>
    public void Aside(string line = "") => Trouble.WriteLine(Printable.Of(line));

    /// <summary>Writes something laid out for a terminal among the results.</summary>
    public void Show(IRenderable renderable)
    {
        if (_terminal is not null)
        {
            _terminal.Write(renderable);
            if (renderable is Text)
            {
                _terminal.WriteLine();
            }

            return;
        }

        using StringWriter text = new();
        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        plain.Profile.Width = PlainWidth;
        plain.Write(renderable);
        string[] lines = text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        foreach (string line in lines)
        {
            Results.Write($"{line.TrimEnd()}\n");
        }
    }

    /// <summary>Writes findings as a list a reader can work through: by file, errors first, with their count.</summary>
    /// <param name="findings">What was found, with the case folder each belongs to.</param>
    /// <param name="asResult">Whether the findings are the result that was asked for.</param>
    public void Findings(IReadOnlyList<(string Folder, Finding Finding)> findings, bool asResult)
    {
        foreach (string line in FindingsText.Of(findings))
        {
            (asResult ? Results : Trouble).Write($"{Printable.Of(line)}\n");
        }
    }
}
