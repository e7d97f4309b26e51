using NodaTime;
using PlaceSufficiency.Domain.Money;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>One figure or word of a table, typed so that every writer knows what it may do with it.</summary>
public abstract record Cell
{
    /// <summary>Nothing to say here.</summary>
    public static Cell Nothing { get; } = new EmptyCell();
}

/// <summary>Nothing to say.</summary>
public sealed record EmptyCell : Cell;

/// <summary>Words.</summary>
/// <param name="Value">The words, as data: writers encode them.</param>
/// <param name="Rank">Order among the words of its column, before alphabetical order.</param>
public sealed record TextCell(string Value, int Rank = 0) : Cell;

/// <summary>A whole number.</summary>
/// <param name="Value">The number.</param>
public sealed record CountCell(long Value) : Cell;

/// <summary>Money.</summary>
/// <param name="Value">The amount.</param>
/// <param name="InThousands">Whether people read it in thousands of pounds.</param>
public sealed record MoneyCell(Pounds Value, bool InThousands = false) : Cell;

/// <summary>A journey.</summary>
/// <param name="Value">One way.</param>
public sealed record JourneyCell(Duration Value) : Cell;

/// <summary>A number that need not be whole.</summary>
/// <param name="Value">The number.</param>
/// <param name="Decimals">Decimal places that people read.</param>
public sealed record NumberCell(decimal Value, int Decimals) : Cell;

/// <summary>How far a figure is from the same figure of the baseline.</summary>
/// <param name="Value">The figure less the baseline's.</param>
/// <param name="Decimals">Decimal places that people read.</param>
/// <param name="IsBetter">Whether that is better or worse for pupils; null where it is neither.</param>
public sealed record DifferenceCell(decimal Value, int Decimals, bool? IsBetter) : Cell;

/// <summary>A day.</summary>
/// <param name="Value">The day.</param>
public sealed record DateCell(LocalDate Value) : Cell;

/// <summary>
/// A figure that is withheld, because it is a small count of pupils or would give one away. Which of the two is not said: writers show
/// <see cref="Mark"/> for both.
/// </summary>
public sealed record SuppressedCell : Cell
{
    /// <summary>The Department for Education's mark for a suppressed figure.</summary>
    public const string Mark = "c";

    private SuppressedCell()
    {
    }

    /// <summary>The one there is.</summary>
    public static SuppressedCell Instance { get; } = new();
}
