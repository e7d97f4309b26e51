using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>population_projection.csv</c>.</summary>
internal sealed record PopulationProjectionRow(int Line, PlanningAreaId? Area, AcademicYear Year, int Age, decimal Persons)
{
    /// <summary>The residents it projects.</summary>
    internal ProjectedResidents Residents => new(Area, Year, Age, Persons);
}

/// <summary>Projected residents.</summary>
internal static class PopulationProjectionTable
{
    private static readonly Column<PlanningAreaId> _area = Column.Optional("area_id", FieldScalars.AreaId, "the whole authority", "Home area, as in areas.csv.");
    private static readonly Column<AcademicYear> _year = Column.Needed("academic_year", FieldScalars.AcademicYear, "Academic year after the base year.");
    private static readonly Column<int> _age = Column.Needed("age_years", Numbers.Whole(0, 24), "Age on the 31 August before the academic year.", "years");
    private static readonly Column<decimal> _persons = Column.Needed("persons", Numbers.Decimal(0), "Residents of that age.", "persons");

    /// <summary>The table.</summary>
    internal static readonly Table<PopulationProjectionRow> Table = new(
        "population_projection.csv",
        [_area, _year, _age, _persons, Column.Source(), Column.Date()],
        [_year, _age, _area],
        row => new PopulationProjectionRow(row.Line, row.StructOf(_area), row.Of(_year), row.Of(_age), row.Of(_persons)))
    {
        MayBeAbsent = true,
    };
}
