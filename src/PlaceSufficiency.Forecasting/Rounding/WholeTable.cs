namespace PlaceSufficiency.Forecasting.Rounding;

/// <summary>A cell that had to leave the floor and the ceiling of its expectation for the totals to be met.</summary>
/// <param name="Row">Row index.</param>
/// <param name="Column">Column index.</param>
/// <param name="By">Pupils above the ceiling, or below the floor when negative; never 0.</param>
public readonly record struct StretchedCell(int Row, int Column, int By);

/// <summary>A table of whole pupils that meets its row and column totals exactly.</summary>
/// <param name="Cells">Whole pupils by row and column.</param>
/// <param name="Stretched">Cells outside the floor and the ceiling of their expectation; empty when none had to be.</param>
public sealed record WholeTable(int[,] Cells, IReadOnlyList<StretchedCell> Stretched);

/// <summary>Thrown when no table of whole pupils meets the totals without putting pupils where none are expected.</summary>
public sealed class NoWholeTableException(string message) : Exception(message);
