using System.Globalization;
using System.Text;

namespace PlaceSufficiency.Reporting.Forecasts;

/// <summary>CSV with a stated header, lines ended by LF, for files whose columns are fixed.</summary>
internal sealed class PlainCsv
{
    private readonly StringBuilder _text = new();

    internal PlainCsv(string header) => _text.Append(header).Append('\n');

    /// <summary>Adds a row; numbers have a decimal point and no grouping.</summary>
    internal void Add(params ReadOnlySpan<object> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            _text.Append(i == 0 ? string.Empty : ",").Append(Field(cells[i]));
        }

        _text.Append('\n');
    }

    /// <summary>The text.</summary>
    public override string ToString() => _text.ToString();

    private static string Field(object cell)
    {
        string text = cell is double number ? number.ToString("0.####", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)!;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
