namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>How the prices of offers' rows go together with those of places and with each other; in pupils, as <see cref="Curvature"/>.</summary>
/// <param name="places">Prices of places.</param>
/// <param name="rows">Rows of the offers.</param>
internal sealed class OfferCurvature(int places, int rows)
{
    /// <summary>Rows of the offers.</summary>
    public int Rows => rows;

    /// <summary>A place's price with a row's, [row * places + place].</summary>
    public double[] Across { get; } = new double[places * rows];

    /// <summary>A row's price with another's, [row * rows + other], both halves.</summary>
    public double[] OfRows { get; } = new double[rows * rows];

    public void Clear()
    {
        Array.Clear(Across);
        Array.Clear(OfRows);
    }

    public void AddAcross(int place, int row, double value) => Across[(row * places) + place] += value;

    public void AddOfRows(int row, int other, double value)
    {
        OfRows[(row * rows) + other] += value;
        OfRows[(other * rows) + row] += row == other ? 0 : value;
    }
}
