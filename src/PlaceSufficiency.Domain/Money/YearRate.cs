namespace PlaceSufficiency.Domain.Money;

/// <summary>The prices of a unit over an academic year, each for twelve months: it is charged 7 of them at one and 5 at the other.</summary>
/// <param name="Autumn">Price of the financial year that holds September to March.</param>
/// <param name="Summer">Price of the financial year that holds April to August.</param>
public readonly record struct YearRate(Pounds Autumn, Pounds Summer)
{
    /// <summary>What a quantity costs by financial year, each share rounded to whole pence.</summary>
    public (Pounds Autumn, Pounds Summer) Over(decimal quantity)
    {
        (long autumn, long summer) = PenceOver(quantity);
        return (Pounds.FromPence(autumn), Pounds.FromPence(summer));
    }

    /// <summary>The same as <see cref="Over"/>, in pence.</summary>
    public (long Autumn, long Summer) PenceOver(decimal quantity) => (Months(Autumn * quantity, 7), Months(Summer * quantity, 5));

    // Multiplied before it is divided: 7/12 itself cannot be written exactly, and half a penny must be.
    private static long Months(Pounds ofYear, int months) => new Pounds(ofYear.Value * months / 12).Pence;
}
