using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>history.csv</c>.</summary>
internal sealed record HistoryRow(int Line, HistoryCount Count);

/// <summary>Plans of other Januaries than the base year's, which a backtest compares forecasts with.</summary>
internal static class HistoryTable
{
    private static readonly Column<AcademicYear> _year = Column.Needed("academic_year", FieldScalars.AcademicYear, "Academic year of the January; years after the base year may be among them.");
    private static readonly Column<YearGroup> _from = Column.Optional("year_from", FieldScalars.YearGroup, "the youngest there is", "Youngest year group counted.");
    private static readonly Column<YearGroup> _to = Column.Optional("year_to", FieldScalars.YearGroup, "the oldest there is", "Oldest year group counted.");
    private static readonly Column<PrimaryNeed> _need = Column.Optional("need", FieldScalars.Need, "every need", "Primary need counted.");
    private static readonly Column<int> _plans = Column.Needed("plans", Numbers.Whole(0), "Plans held in the January.", "plans");
    private static readonly Column<int> _new = Column.Optional("new_plans", Numbers.Whole(0), "not known", "Plans that began in the calendar year before it.", "plans");
    private static readonly Column<int> _ceased = Column.Optional("ceased_plans", Numbers.Whole(0), "not known", "Plans that ceased in the calendar year before it.", "plans");

    /// <summary>The table.</summary>
    internal static readonly Table<HistoryRow> Table = new(
        "history.csv",
        [_year, _from, _to, _need, _plans, _new, _ceased, Column.Source(), Column.Date()],
        [_year, _from, _to, _need],
        row => new HistoryRow(row.Line, new HistoryCount(
            row.Of(_year), row.StructOf(_from) ?? YearGroup.Youngest, row.StructOf(_to) ?? YearGroup.Oldest, row.StructOf(_need), row.Of(_plans), row.StructOf(_new), row.StructOf(_ceased))))
    {
        MayBeAbsent = true,
        MayBeEmpty = true,
    };
}
