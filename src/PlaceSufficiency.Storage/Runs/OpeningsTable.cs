using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>A row of <c>openings.csv</c>.</summary>
internal sealed record OpeningRow(int Line, SchemeId Scheme, AcademicYear Opens);

/// <summary>The candidate schemes that a plan opens. Whether it may is the audit's business.</summary>
internal static class OpeningsTable
{
    private static readonly Column<SchemeId> _scheme = Column.Needed("scheme_id", FieldScalars.SchemeId, "The candidate.");
    private static readonly Column<AcademicYear> _opens = Column.Needed("opens", FieldScalars.AcademicYear, "Academic year in whose September it opens.");

    /// <summary>The table.</summary>
    internal static readonly Table<OpeningRow> Table = new(
        "openings.csv", [_scheme, _opens], [_scheme], row => new OpeningRow(row.Line, row.Of(_scheme), row.Of(_opens)))
    {
        Folder = string.Empty,
        MayBeEmpty = true,
    };

    /// <summary>The text of the file.</summary>
    internal static IEnumerable<string> Lines(PlacementPlan plan) => plan.Openings
        .Select(opening => CsvText.Row(_scheme.Of.Write(opening.Key), _opens.Of.Write(opening.Value)))
        .Prepend(CsvText.Row(Table.Columns.Select(column => column.Name)));
}
