using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>population.csv</c>.</summary>
internal sealed record PopulationRow(int Line, PlanningAreaId Area, int Age, int Persons);

/// <summary>Residents by area and single year of age.</summary>
internal static class PopulationTable
{
    private static readonly Column<PlanningAreaId> _area = Column.Needed("area_id", FieldScalars.AreaId, "Home area, as in areas.csv.");
    private static readonly Column<int> _age = Column.Needed("age_years", Numbers.Whole(0, 25), "Age in whole years; every area has a row for each.", "years");
    private static readonly Column<int> _persons = Column.Needed("persons", Numbers.Whole(0), "Residents of that age.", "persons");

    /// <summary>The table.</summary>
    internal static readonly Table<PopulationRow> Table = new(
        "population.csv",
        [_area, _age, _persons, Column.Source(), Column.Date()],
        [_area, _age],
        row => new PopulationRow(row.Line, row.Of(_area), row.Of(_age), row.Of(_persons)));
}
