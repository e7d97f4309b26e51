using System.Globalization;

namespace PlaceSufficiency.Domain.Geography;

/// <summary>A distance, at least 0. <c>default</c> is no distance.</summary>
public readonly record struct Distance : IComparable<Distance>
{
    private Distance(double metres) => Metres = metres;

    /// <summary>Metres.</summary>
    public double Metres { get; }

    /// <summary>Kilometres.</summary>
    public double Kilometres => Metres / 1000;

    /// <summary>A distance in metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not a number.</exception>
    public static Distance FromMetres(double metres) =>
        metres >= 0 && double.IsFinite(metres) ? new Distance(metres) : throw new ArgumentOutOfRangeException(nameof(metres), metres, "A distance is at least 0.");

    /// <summary>A distance in kilometres.</summary>
    public static Distance FromKilometres(double kilometres) => FromMetres(kilometres * 1000);

    /// <inheritdoc/>
    public int CompareTo(Distance other) => Metres.CompareTo(other.Metres);

    /// <summary>Kilometres to one decimal, with the unit.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kilometres:0.0} km");
}
