using System.Collections.Concurrent;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>
/// Tables that several cases or runs hold byte for byte alike: each is read once, however many folders it stands in, and its rows are the same objects
/// in all of them. Several threads may ask at once; those that want the same table wait for the first.
/// </summary>
public sealed class SharedTables
{
    private readonly ConcurrentDictionary<(Table Table, string Sha256), Lazy<object?>> _read = new();

    /// <summary>What the file says; null when anything at all is to be said of it, so that whoever reads it alone says it of the right folder.</summary>
    internal TableContents<TRow>? Of<TRow>(Table<TRow> table, InputFile file) =>
        (TableContents<TRow>?)_read.GetOrAdd((table, file.Sha256), _ => new Lazy<object?>(() => Read(table, file))).Value;

    private static TableContents<TRow>? Read<TRow>(Table<TRow> table, InputFile file)
    {
        FindingList findings = new();
        TableContents<TRow>? contents = InputText.Of(file, findings) is { } text ? TableReader.Read(table, text, findings) : null;
        return findings.IsEmpty ? contents : null;
    }
}
