using NodaTime;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Storage.Scalars;

namespace PlaceSufficiency.Storage.Tables;

/// <summary>A row of <c>travel.csv</c>.</summary>
internal sealed record TravelRow(int Line, PlanningAreaId Area, ProviderId Provider, Journey Journey);

/// <summary>Journeys measured otherwise, which replace the estimate.</summary>
internal static class TravelTable
{
    private static readonly Column<PlanningAreaId> _area = Column.Needed("area_id", FieldScalars.AreaId, "Home area, as in areas.csv.");
    private static readonly Column<ProviderId> _provider = Column.Needed("provider_id", FieldScalars.ProviderId, "School or college, as in providers.csv.");
    private static readonly Column<decimal> _minutes = Column.Needed("minutes", Numbers.Decimal(0, 1440), "One-way travelling time; read to the second.", "min");
    private static readonly Column<decimal> _km = Column.Needed("km", Numbers.Decimal(0, 2000), "One-way distance by road.", "km");

    /// <summary>The table.</summary>
    internal static readonly Table<TravelRow> Table = new(
        "travel.csv",
        [_area, _provider, _minutes, _km, Column.Source(), Column.Date()],
        [_area, _provider],
        row => new TravelRow(row.Line, row.Of(_area), row.Of(_provider), new Journey(
            Distance.FromKilometres((double)row.Of(_km)), Duration.FromSeconds((long)decimal.Round(row.Of(_minutes) * 60)))))
    {
        MayBeAbsent = true,
        MayBeEmpty = true,
    };
}
