using System.Globalization;
using System.Text.RegularExpressions;

namespace PlaceSufficiency.Storage.Scalars;

/// <summary>Numbers as files write them: a decimal point, no thousands separator, no exponent.</summary>
internal static partial class Numbers
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static ScalarType<int> Whole(int least = int.MinValue, int most = int.MaxValue) =>
        new(Range("whole number", least == int.MinValue ? null : least, most == int.MaxValue ? null : most), text => ReadWhole(text, least, most))
        {
            IsNumber = true,
            IsWhole = true,
        };

    /// <summary>A decimal number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static ScalarType<decimal> Decimal(decimal? least = null, decimal? most = null) =>
        new(Range("number", least, most), text => ReadDecimal(text, least, most)) { IsNumber = true };

    /// <summary>A decimal number or a percentage: "0.25" or "25%".</summary>
    public static ScalarType<decimal> DecimalOrPercent { get; } =
        new("number or percentage", text => text.EndsWith('%')
            ? ReadDecimal(text[..^1].TrimEnd(), null, null).Then<decimal>(value => value / 100)
            : ReadDecimal(text, null, null))
        {
            IsNumber = true,
        };

    private static string Range(string name, decimal? least, decimal? most) => (least, most) switch
    {
        (null, null) => name,
        ({ } from, null) => string.Create(CultureInfo.InvariantCulture, $"{name} from {from}"),
        (null, { } to) => string.Create(CultureInfo.InvariantCulture, $"{name} up to {to}"),
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"{name} from {from} to {to}"),
    };

    private static Reading<int> ReadWhole(string text, int least, int most) =>
        ReadDecimal(text, null, null).Then<int>(value =>
        {
            if (decimal.Truncate(value) != value)
            {
                string? maybe = Math.Abs(value) <= 180 && text.Length > 6 ? "it is a latitude or longitude in degrees." : null;
                return new Problem("fractional-number", "A whole number is wanted.", maybe);
            }

            return value < least || value > most ? OutOfRange(value, least, most, "whole number") : (int)value;
        });

    private static Reading<decimal> ReadDecimal(string text, decimal? least, decimal? most)
    {
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out decimal value))
        {
            return NotANumber(text);
        }

        return value < least || value > most ? OutOfRange(value, least, most, "number") : value;
    }

    private static Problem OutOfRange(decimal value, decimal? least, decimal? most, string name)
    {
        string range = Range(name, least == int.MinValue ? null : least, most == int.MaxValue ? null : most);
        return value < 0 && least >= 0
            ? new Problem("negative-number", $"A {range} is wanted.")
            : new Problem("out-of-range", $"A {range} is wanted.");
    }

    private static Problem NotANumber(string text)
    {
        if (Grouped().IsMatch(text))
        {
            string joined = text.Replace(",", string.Empty, StringComparison.Ordinal);
            string maybe = text.Count(letter => letter == ',') == 1
                ? $"'{joined}' was meant, or '{text.Replace(',', '.')}' if the comma is a decimal comma."
                : $"'{joined}' was meant.";
            return new Problem("decimal-comma", "Numbers have a decimal point and no thousands separator.", maybe);
        }

        if (DecimalComma().IsMatch(text))
        {
            return new Problem("decimal-comma", "Numbers have a decimal point, not a comma.", $"'{text.Replace(',', '.')}' was meant.");
        }

        if (text.EndsWith('%') && decimal.TryParse(text[..^1], Plain, CultureInfo.InvariantCulture, out decimal percent))
        {
            return new Problem("not-a-number", "A number is wanted, not a percentage.", $"'{(percent / 100).ToString(CultureInfo.InvariantCulture)}' was meant.");
        }

        return text.StartsWith('£')
            ? new Problem("not-a-number", "A number is wanted, without a currency sign.", $"'{text[1..].Replace(",", string.Empty, StringComparison.Ordinal)}' was meant.")
            : new Problem("not-a-number", "A number is wanted.");
    }

    [GeneratedRegex("^-?[0-9]{1,3}(,[0-9]{3})+$")]
    private static partial Regex Grouped();

    [GeneratedRegex("^-?[0-9]*,[0-9]+$")]
    private static partial Regex DecimalComma();
}
