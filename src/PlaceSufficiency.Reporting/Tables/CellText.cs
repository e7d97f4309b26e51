using System.Globalization;
using NodaTime.Text;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>How a cell is written: for people (grouped, rounded) and for programs (plain, exact).</summary>
public static class CellText
{
    /// <summary>"1,826", "£1,234", "32", "0.0312"; thousands of pounds are written without the sign, as their heading says it.</summary>
    public static string ForPeople(Cell cell) => cell switch
    {
        TextCell text => text.Value,
        CountCell count => count.Value.ToString("#,##0", CultureInfo.InvariantCulture),
        MoneyCell { InThousands: true } money => Whole(money.Value.Value / 1000),
        MoneyCell money => money.Value.Value < 0 ? $"-£{Whole(-money.Value.Value)}" : $"£{Whole(money.Value.Value)}",
        JourneyCell journey => Whole((decimal)journey.Value.TotalMinutes),
        NumberCell number => Rounded(number.Value, number.Decimals),
        DifferenceCell difference => Difference(difference),
        DateCell date => LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu").Format(date.Value),
        SuppressedCell => SuppressedCell.Mark,
        _ => string.Empty,
    };

    /// <summary>"1826", "1234.50", "32.4": a decimal point, no grouping, no unit. Words as they are.</summary>
    public static string ForPrograms(Cell cell) => cell switch
    {
        TextCell text => text.Value,
        CountCell count => count.Value.ToString(CultureInfo.InvariantCulture),
        MoneyCell money => money.Value.Value.ToString("0.00", CultureInfo.InvariantCulture),
        JourneyCell journey => journey.Value.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture),
        NumberCell number => number.Value.ToString("0.######", CultureInfo.InvariantCulture),
        DifferenceCell difference => difference.Value.ToString("0.######", CultureInfo.InvariantCulture),
        DateCell date => LocalDatePattern.Iso.Format(date.Value),
        SuppressedCell => SuppressedCell.Mark,
        _ => string.Empty,
    };

    /// <summary>Whether the cell is nought or empty.</summary>
    public static bool IsZero(Cell cell) => cell switch
    {
        CountCell count => count.Value == 0,
        MoneyCell money => money.Value.Value == 0,
        JourneyCell journey => journey.Value == NodaTime.Duration.Zero,
        NumberCell number => number.Value == 0,
        DifferenceCell difference => difference.Value == 0,
        EmptyCell => true,
        _ => false,
    };

    /// <summary>The number in a cell; null where it holds none.</summary>
    public static decimal? NumberIn(Cell cell) => cell switch
    {
        CountCell count => count.Value,
        MoneyCell money => money.Value.Value,
        JourneyCell journey => (decimal)journey.Value.TotalMinutes,
        NumberCell number => number.Value,
        DifferenceCell difference => difference.Value,
        _ => null,
    };

    /// <summary>"+41.2", "-1,441 better": a sign always, and what it means for pupils where it means anything.</summary>
    private static string Difference(DifferenceCell difference)
    {
        string number = Rounded(difference.Value, difference.Decimals);
        string signed = difference.Value > 0 && number != Rounded(0, difference.Decimals) ? $"+{number}" : number;
        return difference.IsBetter is { } better && difference.Value != 0 ? $"{signed} {(better ? "better" : "worse")}" : signed;
    }

    private static string Whole(decimal value) => Rounded(value, 0);

    /// <summary>Grouped, rounded half away from zero; what rounds to nought has no sign.</summary>
    private static string Rounded(decimal value, int decimals)
    {
        decimal rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }
}
