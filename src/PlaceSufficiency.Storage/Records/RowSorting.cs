using PlaceSufficiency.Domain.Published.Series;

namespace PlaceSufficiency.Storage.Records;

/// <summary>Counts the rows of a file as they are used or set aside, so that none goes missing.</summary>
internal sealed class RowSorting(string file)
{
    private readonly Dictionary<string, int> _aside = [];
    private int _used;

    /// <summary>A row is used.</summary>
    internal void Use() => _used++;

    /// <summary>A row is set aside, for a reason in a few words.</summary>
    internal void SetAside(string reason) => _aside[reason] = _aside.GetValueOrDefault(reason) + 1;

    /// <summary>What became of every row.</summary>
    internal RowReconciliation Whole => new(
        file,
        _used + _aside.Values.Sum(),
        _used,
        [.. _aside.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RowsSetAside(pair.Key, pair.Value))]);
}
