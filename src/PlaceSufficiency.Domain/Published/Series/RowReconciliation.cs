using System.Collections.Immutable;

namespace PlaceSufficiency.Domain.Published.Series;

/// <summary>Rows of a file that were not used, and why.</summary>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="Rows">How many, above 0.</param>
public sealed record RowsSetAside(string Reason, int Rows);

/// <summary>What became of every row of a file that was read: used, or set aside for a stated reason.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="RowsRead">Rows below the header.</param>
/// <param name="RowsUsed">Rows that entered the series.</param>
/// <param name="SetAside">The others by reason, most rows first.</param>
public sealed record RowReconciliation(string File, int RowsRead, int RowsUsed, ImmutableArray<RowsSetAside> SetAside)
{
    /// <summary>Whether every row is accounted for.</summary>
    public bool IsWhole => RowsRead == RowsUsed + SetAside.Sum(aside => aside.Rows);
}
