using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Storage.Cases;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Returns;

/// <summary>The authority's own table of which planning area each home area belongs to: area_id, primary, secondary.</summary>
public static class PlanningAreasFile
{
    private static readonly Column<PlanningAreaId> _id = Column.Needed("area_id", FieldScalars.AreaId, "Id of the home area, as areas.csv has it.");
    private static readonly Column<string> _primary = Column.Needed("primary", FieldScalars.Text, "Code of the primary planning area.");
    private static readonly Column<string> _secondary = Column.Needed("secondary", FieldScalars.Text, "Code of the secondary planning area.");

    /// <summary>Planning area of each home area, by column.</summary>
    /// <exception cref="FindingsException">The file is not there or cannot be understood; holds everything that was found.</exception>
    public static ImmutableSortedDictionary<string, ImmutableSortedDictionary<PlanningAreaId, string>> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FindingsException([Finding.Error("missing-file", "There is no such file.", path)]);
        }

        FindingList findings = new();
        Table<(PlanningAreaId Id, string Primary, string Secondary)> table = new(
            Path.GetFileName(path), [_id, _primary, _secondary], [_id], row => (row.Of(_id), row.Of(_primary), row.Of(_secondary)))
        {
            Folder = string.Empty,
        };
        TableContents<(PlanningAreaId Id, string Primary, string Secondary)> contents =
            TableReader.Read(table, CaseFolder.At(Path.GetDirectoryName(Path.GetFullPath(path))!), findings);
        findings.ThrowIfErrors();
        return ImmutableSortedDictionary<string, ImmutableSortedDictionary<PlanningAreaId, string>>.Empty
            .Add(_primary.Name, contents.Rows.ToImmutableSortedDictionary(row => row.Id, row => row.Primary))
            .Add(_secondary.Name, contents.Rows.ToImmutableSortedDictionary(row => row.Id, row => row.Secondary));
    }
}
