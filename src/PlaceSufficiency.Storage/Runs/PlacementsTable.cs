using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Scalars;
using PlaceSufficiency.Storage.Tables;

namespace PlaceSufficiency.Storage.Runs;

/// <summary>A row of <c>placements.csv</c>.</summary>
/// <param name="Line">Line in the file.</param>
/// <param name="Stay">Number of the stay.</param>
/// <param name="Pupils">How many of its pupils.</param>
/// <param name="Cells">What each planned year of the horizon says: a provision, "unplaced", or null where nothing is said.</param>
internal sealed record PlacementRow(int Line, int Stay, int Pupils, IReadOnlyList<string?> Cells);

/// <summary>The paths of a plan: one column a planned year; blank where the pupils hold no plan.</summary>
internal static class PlacementsTable
{
    /// <summary>What a cell says when there is no place; no provision may have it as its id.</summary>
    internal const string Unplaced = "unplaced";

    private static readonly Column<int> _stay = Column.Needed("stay", Numbers.Whole(0), "Number of the stay.");
    private static readonly Column<int> _pupils = Column.Needed("pupils", Numbers.Whole(1), "How many of its pupils.", "pupils");

    /// <summary>The table of a horizon.</summary>
    internal static Table<PlacementRow> TableOf(Horizon horizon)
    {
        Column<ProvisionId>[] years =
        [
            .. horizon.PlannedYears.Select(year => Column.Optional($"{year}", FieldScalars.ProvisionId, "no plan", "Where they are; unplaced when nowhere.")),
        ];
        return new(
            "placements.csv",
            [_stay, _pupils, .. years],
            [_stay, .. years],
            row => new PlacementRow(row.Line, row.Of(_stay), row.Of(_pupils), [.. years.Select(year => row.StructOf(year)?.Value)]))
        {
            Folder = string.Empty,
            MayBeEmpty = true,
        };
    }

    /// <summary>The text of the file: like paths together, by stay and then provisions, so that equal plans have equal bytes.</summary>
    internal static IEnumerable<string> Lines(FinishedRun run)
    {
        Horizon horizon = run.Demand.Horizon;
        return run.Plan.Paths
            .Select(path => (path.Stay, path.Pupils, Cells: string.Join(',', Cells(run, path))))
            .GroupBy(path => (path.Stay, path.Cells), (path, alike) => (path.Stay, path.Cells, Pupils: alike.Sum(one => one.Pupils)))
            .OrderBy(path => path.Stay).ThenBy(path => path.Cells, StringComparer.Ordinal)
            .Select(path => $"{_stay.Of.Write(path.Stay)},{_pupils.Of.Write(path.Pupils)},{path.Cells}\n")
            .Prepend(CsvText.Row(TableOf(horizon).Columns.Select(column => column.Name)));
    }

    private static IEnumerable<string> Cells(FinishedRun run, PupilPath path)
    {
        AcademicYear[] covered = [.. run.Demand.Horizon.PlannedYears.Where(run.Demand.Stays[path.Stay].Covers)];
        return covered.Length == path.Provisions.Count
            ? run.Demand.Horizon.PlannedYears.Select(year => Array.IndexOf(covered, year) is var at and >= 0 ? path.Provisions[at]?.Value ?? Unplaced : string.Empty)
            : throw new ArgumentException($"A path of stay {path.Stay} has {path.Provisions.Count} years; the stay has {covered.Length} planned years.", nameof(path));
    }
}
