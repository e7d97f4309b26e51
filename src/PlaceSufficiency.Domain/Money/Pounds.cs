using System.Globalization;

namespace PlaceSufficiency.Domain.Money;

/// <summary>An amount of money in pounds sterling, exact. May be negative. <c>default</c> is nothing.</summary>
/// <param name="Value">Pounds.</param>
public readonly record struct Pounds(decimal Value) : IComparable<Pounds>
{
    /// <summary>Nothing.</summary>
    public static readonly Pounds Zero = new(0);

    /// <summary>Whole pence, rounded half away from zero: the one place where money is rounded.</summary>
    public long Pence => (long)decimal.Round(Value * 100, MidpointRounding.AwayFromZero);

    /// <summary>An amount of whole pence.</summary>
    public static Pounds FromPence(long pence) => new(pence / 100m);

    /// <summary>Sum.</summary>
    public static Pounds operator +(Pounds left, Pounds right) => new(left.Value + right.Value);

    /// <summary>Difference.</summary>
    public static Pounds operator -(Pounds left, Pounds right) => new(left.Value - right.Value);

    /// <summary>Multiple.</summary>
    public static Pounds operator *(Pounds left, decimal right) => new(left.Value * right);

    /// <summary>Whether <paramref name="left"/> is less.</summary>
    public static bool operator <(Pounds left, Pounds right) => left.Value < right.Value;

    /// <summary>Whether <paramref name="left"/> is more.</summary>
    public static bool operator >(Pounds left, Pounds right) => left.Value > right.Value;

    /// <summary>Whether <paramref name="left"/> is not more.</summary>
    public static bool operator <=(Pounds left, Pounds right) => left.Value <= right.Value;

    /// <summary>Whether <paramref name="left"/> is not less.</summary>
    public static bool operator >=(Pounds left, Pounds right) => left.Value >= right.Value;

    /// <summary>Rounded to whole pence.</summary>
    public Pounds ToPence() => FromPence(Pence);

    /// <inheritdoc/>
    public int CompareTo(Pounds other) => Value.CompareTo(other.Value);

    /// <summary>"£1,234.50".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Value < 0 ? "-" : string.Empty)}£{Math.Abs(Value):#,##0.00}");
}
