using System.Globalization;
using System.Text;

namespace PlaceSufficiency.Domain.Findings;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>The case can be read and solved; the reader should know.</summary>
    Warning,

    /// <summary>The case cannot be used until this is put right.</summary>
    Error,
}

/// <summary>Something wrong or doubtful in a case, said so that its author can put it right.</summary>
/// <param name="Severity">Whether the case can be used all the same.</param>
/// <param name="Code">Stable kebab-case name of the check, "unknown-need" for example.</param>
/// <param name="File">File it was found in, relative to the case folder; null where no file is to blame.</param>
/// <param name="Row">Line in the file, 1 being the first; null where there is none.</param>
/// <param name="Key">Column or key; null where there is none.</param>
/// <param name="Value">The value found; null where there is none.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Maybe">What may have been meant or may help, one sentence without "Maybe"; null where nothing is likely.</param>
public sealed record Finding(
    Severity Severity, string Code, string? File, int? Row, string? Key, string? Value, string Message, string? Maybe = null)
{
    /// <summary>An error.</summary>
    public static Finding Error(string code, string message, string? file = null, int? row = null, string? key = null, string? value = null, string? maybe = null) =>
        new(Severity.Error, code, file, row, key, value, message, maybe);

    /// <summary>A warning.</summary>
    public static Finding Warning(string code, string message, string? file = null, int? row = null, string? key = null, string? value = null, string? maybe = null) =>
        new(Severity.Warning, code, file, row, key, value, message, maybe);

    /// <summary>"stock.csv:12 need 'ASDD': ... Maybe ASD was meant."</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        if (File is not null)
        {
            text.Append(File);
            if (Row is { } row)
            {
                text.Append(CultureInfo.InvariantCulture, $":{row}");
            }

            text.Append(' ');
        }

        if (Key is not null)
        {
            text.Append(Key).Append(Value is null ? string.Empty : " ");
        }

        if (Value is not null)
        {
            text.Append('\'').Append(Value).Append('\'');
        }

        if (text.Length > 0)
        {
            text.Append(text[^1] == ' ' ? string.Empty : ": ");
        }

        text.Append(Message);
        if (Maybe is not null)
        {
            text.Append(" Maybe ").Append(Maybe);
        }

        return text.ToString();
    }
}

/// <summary>Thrown when a case or scenario cannot be used; holds everything that was found, errors and warnings.</summary>
public sealed class FindingsException(IReadOnlyList<Finding> findings)
    : Exception(string.Join(Environment.NewLine, findings))
{
    /// <summary>Everything that was found, in the order of files and rows.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
