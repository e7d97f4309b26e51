using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>A row of <c>demand.csv</c>.</summary>
internal sealed record StayRow(int Line, Stay Stay);

/// <summary>The stays that a run planned for.</summary>
internal static class DemandTable
{
    private static readonly ScalarType<IReadOnlyList<ProvisionLevel>> _levelList = new("level of provision in each year, ';' between", text =>
    {
        Reading<ProvisionLevel>[] readings = [.. text.Split(';').Select(FieldScalars.Level.Read)];
        return readings.Select(reading => reading.Problem).FirstOrDefault(problem => problem is not null) is { } problem
            ? problem
            : new Reading<IReadOnlyList<ProvisionLevel>>([.. readings.Select(reading => reading.Value)], null);
    })
    {
        Write = levels => string.Join(';', levels.Select(FieldScalars.Level.Write)),
    };

    private static readonly Column<int> _stay = Column.Needed("stay", Numbers.Whole(0), "Number of the stay, from 0.");
    private static readonly Column<PlanningAreaId> _area = Column.Needed("area_id", FieldScalars.AreaId, "Home area.");
    private static readonly Column<PrimaryNeed> _need = Column.Needed("need", FieldScalars.Need, "Primary need.");
    private static readonly Column<Sex> _sex = Column.Needed("sex", FieldScalars.Sex, "Sex.");
    private static readonly Column<AcademicYear> _first = Column.Needed("first_year", FieldScalars.AcademicYear, "First academic year with a plan.");
    private static readonly Column<AcademicYear> _last = Column.Needed("last_year", FieldScalars.AcademicYear, "Last academic year with a plan.");
    private static readonly Column<YearGroup> _yearGroup = Column.Needed("year_group_at_first", FieldScalars.YearGroup, "Year group in the first year.");
    private static readonly Column<IReadOnlyList<ProvisionLevel>> _levels = Column.Needed("levels", _levelList, "Level called for in each year.");
    private static readonly Column<ProvisionId> _current = Column.Optional("provision_id", FieldScalars.ProvisionId, "nowhere", "Where they are in the base year.");
    private static readonly Column<int> _pupils = Column.Needed("pupils", Numbers.Whole(1), "How many.", "pupils");

    /// <summary>The table.</summary>
    internal static readonly Table<StayRow> Table = new(
        "demand.csv",
        [_stay, _area, _need, _sex, _first, _last, _yearGroup, _levels, _current, _pupils],
        [_stay],
        row => new StayRow(row.Line, new Stay(
            row.Of(_stay), row.Of(_area), row.Of(_need), row.Of(_sex), row.Of(_first), row.Of(_last), row.Of(_yearGroup), row.Of(_levels),
            row.StructOf(_current), row.Of(_pupils))))
    {
        Folder = string.Empty,
        MayBeEmpty = true,
    };

    /// <summary>The text of the file.</summary>
    internal static IEnumerable<string> Lines(DemandPath demand) => demand.Stays
        .Select(stay => CsvText.Row(
            _stay.Of.Write(stay.Number),
            _area.Of.Write(stay.Area),
            _need.Of.Write(stay.Need),
            _sex.Of.Write(stay.Sex),
            _first.Of.Write(stay.FirstYear),
            _last.Of.Write(stay.LastYear),
            _yearGroup.Of.Write(stay.YearGroupAtFirst),
            _levels.Of.Write(stay.Levels),
            stay.Current?.Value ?? string.Empty,
            _pupils.Of.Write(stay.Pupils)))
        .Prepend(CsvText.Row(Table.Columns.Select(column => column.Name)));
}
