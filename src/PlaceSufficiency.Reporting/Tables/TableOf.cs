using NodaTime;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Words;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Says a table column by column: what it is called, its unit, and how a row gives it.</summary>
internal sealed class TableOf<TRow>(string key, string title, string note = "")
{
    private readonly List<(Column Column, Func<TRow, Cell> Value)> _columns = [];

    /// <summary>A column of words, years or codes.</summary>
    internal TableOf<TRow> Words(string columnKey, string heading, Func<TRow, string> value) => With(columnKey, heading, Unit.None, row => new TextCell(value(row)));

    /// <summary>A column of identifiers, which people are spared.</summary>
    internal TableOf<TRow> Ids(string columnKey, Func<TRow, string> value)
    {
        _columns.Add((new Column(columnKey, "Id", Unit.None, IsForPrograms: true), row => new TextCell(value(row))));
        return this;
    }

    /// <summary>A column of figures, which people are spared.</summary>
    internal TableOf<TRow> Programs(string columnKey, Unit unit, Func<TRow, Cell> value)
    {
        _columns.Add((new Column(columnKey, columnKey, unit, IsForPrograms: true), value));
        return this;
    }

    /// <summary>A column of words in an order of their own.</summary>
    internal TableOf<TRow> Ranked(string columnKey, string heading, Func<TRow, TextCell> value) => With(columnKey, heading, Unit.None, value);

    /// <summary>A column of academic years.</summary>
    internal TableOf<TRow> YearWords(Func<TRow, AcademicYear> year) => Words("year", "Year", row => year(row).ToString());

    /// <summary>A column of primary needs.</summary>
    internal TableOf<TRow> NeedWords(Func<TRow, PrimaryNeed> need) => Ranked("need", "Need", row => new TextCell(need(row).ToString(), (int)need(row)));

    /// <summary>A column of phases.</summary>
    internal TableOf<TRow> PhaseWords(Func<TRow, Phase> phase) => Ranked("phase", "Phase", row => new TextCell(FieldWords.Of(phase(row)), (int)phase(row)));

    /// <summary>A column of kinds of provision; null is unplaced and comes last.</summary>
    internal TableOf<TRow> KindWords(Func<TRow, ProvisionKind?> kind) => Ranked(
        "kind", "Kind of provision", row => kind(row) is { } known ? new TextCell(FieldWords.Of(known), (int)known) : new TextCell("unplaced", int.MaxValue - 1));

    /// <summary>A column of whole pupils.</summary>
    internal TableOf<TRow> Pupils(string columnKey, string heading, Func<TRow, long> value) => With(columnKey, heading, Unit.Pupils, row => new CountCell(value(row)));

    /// <summary>A column of whole places.</summary>
    internal TableOf<TRow> Places(string columnKey, string heading, Func<TRow, long> value) => With(columnKey, heading, Unit.Places, row => new CountCell(value(row)));

    /// <summary>A column of money.</summary>
    internal TableOf<TRow> Money(string columnKey, string heading, Func<TRow, Pounds> value) => With(columnKey, heading, Unit.Pounds, row => new MoneyCell(value(row)));

    /// <summary>A column of one-way journeys.</summary>
    internal TableOf<TRow> Journeys(string columnKey, string heading, Func<TRow, Duration> value) => With(columnKey, heading, Unit.Minutes, row => new JourneyCell(value(row)));

    /// <summary>A column of anything.</summary>
    internal TableOf<TRow> With(string columnKey, string heading, Unit unit, Func<TRow, Cell> value)
    {
        _columns.Add((new Column(columnKey, heading, unit), value));
        return this;
    }

    /// <summary>The table of those rows.</summary>
    internal ReportTable Of(IEnumerable<TRow> rows, params IReadOnlyList<Spread> spreads) => new(
        key, title, note,
        [.. _columns.Select(column => column.Column)],
        [.. rows.Select(row => (IReadOnlyList<Cell>)[.. _columns.Select(column => column.Value(row))])],
        spreads);
}
