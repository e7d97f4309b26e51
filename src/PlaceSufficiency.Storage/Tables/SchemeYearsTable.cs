using System.Collections.Immutable;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>scheme_years.csv</c>.</summary>
internal sealed record SchemeYearRow(int Line, SchemeId Scheme, SchemeYear Year)
{
    /// <summary>Places by year group from that year on; empty where none are stated.</summary>
    public ImmutableArray<(YearGroup Group, int Places)> ByYearGroup { get; init; } = [];
}

/// <summary>What schemes add and spend by year after opening.</summary>
internal static class SchemeYearsTable
{
    private static readonly Column<SchemeId> _scheme = Column.Needed("scheme_id", FieldScalars.SchemeId, "The scheme, as in schemes.csv.");
    private static readonly Column<int> _years = Column.Needed(
        "years_after_opening", Numbers.Whole(-30, 30), "0 is the opening year; years before it only spend.", "years");

    private static readonly Column<int> _places = Column.Optional(
        "places", Numbers.Whole(0), "as the year before", "Places added in all, from this year on.", "places");

    private static readonly Column<ImmutableArray<(YearGroup Group, int Places)>> _groups = Column.Optional(
        "places_by_year_group", SchemeScalars.YearGroups, "whoever is admitted", "For a school that fills by year group: places of each year group from this year on, as in 7:8;8:8.");

    private static readonly Column<Pounds> _capital = Column.Optional(
        "capital_pounds", FieldScalars.Pounds, "0", "Capital spent in the financial year that starts in April of the calendar year of that September.", "GBP");

    /// <summary>The table.</summary>
    internal static readonly Table<SchemeYearRow> Table = new(
        "scheme_years.csv",
        [_scheme, _years, _places, _groups, _capital, Column.Source(), Column.Date()],
        [_scheme, _years],
        row => new SchemeYearRow(row.Line, row.Of(_scheme), new SchemeYear(row.Of(_years), row.StructOf(_places), row.Of(_capital, Pounds.Zero))) { ByYearGroup = row.Of(_groups, []) })
    {
        MayBeEmpty = true,
    };
}
