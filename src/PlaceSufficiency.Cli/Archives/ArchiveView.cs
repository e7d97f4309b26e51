using System.Globalization;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Archives;

/// <summary>Archived runs in a terminal.</summary>
internal static class ArchiveView
{
    private const int ShownDigits = 12;

    /// <summary>One line a run.</summary>
    internal static void List(Screen screen, IReadOnlyList<RunManifest> runs)
    {
        foreach (RunManifest run in runs)
        {
            screen.Unbroken(string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Id[..ShownDigits]}  {run.Case}/{run.Label}: {run.Headline.UnplacedPupilYears:#,##0} unplaced pupil-years, {run.Headline.UnplacedAtEnd:#,##0} at the end, {run.Headline.InmssAtEnd:#,##0} in INMSS, {Million(run.Headline.RevenuePounds)} revenue, {Million(run.Headline.CapitalPounds)} capital, gap {run.WorstGap * 100:0.####}%"));
        }

        screen.Line($"{runs.Count:#,##0} runs.");
    }

    /// <summary>Everything the manifest says, then the years.</summary>
    internal static void Show(Screen screen, RunManifest run, TableRows years)
    {
        screen.Heading($"{run.Case}/{run.Label}");
        screen.Unbroken($"Run {run.Id}, version {run.Version}");
        screen.Unbroken($"Case {run.CaseFingerprint}, file {run.File}");
        foreach (ArchivedTier tier in run.Tiers)
        {
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"{Scenarios.Changes.Spelling.Of(tier.Tier)}: {tier.Value:#,##0}, bound {tier.Bound:#,##0.##}, gap {tier.Gap * 100:0.####}%"));
        }

        screen.Line($"Tables: {string.Join(", ", run.Tables.Select(table => $"{table.Name} ({table.Rows:#,##0})"))}");
        screen.Line();
        TableView.Show(screen, TableOf(years, "Years"));
    }

    /// <summary>What an answer to a query looks like.</summary>
    internal static void Show(Screen screen, QueryResult result)
    {
        RunTable shape = new("query", 0, [.. result.Columns.Select((name, i) => new ArchiveColumn(name, result.Rows.Select(row => TypeOf(row[i])).FirstOrDefault(type => type is not null) ?? ArchiveType.Text))]);
        TableView.Show(screen, TableOf(new TableRows(shape, result.Rows), "Answer"));
        screen.Line($"{result.Rows.Count:#,##0} rows.");
    }

    /// <summary>How two runs came about differently, their years side by side, and how many figures differ in each table.</summary>
    internal static void Compare(Screen screen, IRunArchive archive, RunManifest first, RunManifest second)
    {
        screen.Heading($"{first.Label} and {second.Label}");
        foreach ((string what, string one, string other) in Provenance(first, second).Where(line => line.First != line.Second))
        {
            screen.Line($"{what}: {one} -> {other}");
        }

        screen.Line();
        List<ArchivedDifference> differences = [];
        foreach (string name in first.Tables.Select(table => table.Name).Intersect(second.Tables.Select(table => table.Name)))
        {
            RunTable table = Storage.Archive.Tables.RunTables.Named(name)!;
            bool same = first.Tables.Single(kept => kept.Name == name).Sha256 == second.Tables.Single(kept => kept.Name == name).Sha256;
            ArchivedDifference[] found = same ? [] : [.. Between(archive, first, second, table)];
            screen.Line(found.Length == 0 ? $"{name}: the same." : $"{name}: {found.Length:#,##0} figures differ.");
            differences.AddRange(found.Where(_ => name == "years"));
        }

        screen.Line();
        TableView.Show(screen, Differences(differences));
    }

    private static IEnumerable<ArchivedDifference> Between(IRunArchive archive, RunManifest first, RunManifest second, RunTable table)
    {
        (string, TableRows Rows)[] read = [.. archive.ReadEach([first.Id, second.Id], table)];
        return ArchivedDifference.Between(read[0].Rows, read[1].Rows);
    }

    /// <summary>A table of an archive as tables are shown.</summary>
    internal static ReportTable TableOf(TableRows rows, string title) => new(
        rows.Table.Name,
        title,
        string.Empty,
        [.. rows.Table.Columns.Select(column => new Column(column.Name, column.Name.Replace('_', ' '), column.Type == ArchiveType.Text ? Unit.None : Unit.AsStated))],
        [.. rows.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(CellOf)])],
        []);

    private static ReportTable Differences(IReadOnlyList<ArchivedDifference> differences) => new(
        "differences",
        "Years that differ",
        string.Empty,
        [
            new Column("academic_year", "Year", Unit.None),
            new Column("figure", "Figure", Unit.None),
            new Column("first", "First", Unit.AsStated),
            new Column("second", "Second", Unit.AsStated),
        ],
        [.. differences.Select(difference => (IReadOnlyList<Cell>)[new TextCell(difference.Key), new TextCell(difference.Column.Replace('_', ' ')), CellOf(difference.First), CellOf(difference.Second)])],
        []);

    private static IEnumerable<(string What, string First, string Second)> Provenance(RunManifest first, RunManifest second) =>
    [
        ("version", first.Version, second.Version),
        ("case", $"{first.Case} {first.CaseFingerprint[..ShownDigits]}", $"{second.Case} {second.CaseFingerprint[..ShownDigits]}"),
        ("scenario", first.Scenario, second.Scenario),
        ("settings", Words(first), Words(second)),
        ("future", first.Future?.ToString() ?? "central", second.Future?.ToString() ?? "central"),
        ("unplaced pupil-years", $"{first.Headline.UnplacedPupilYears:#,##0}", $"{second.Headline.UnplacedPupilYears:#,##0}"),
        ("revenue", Million(first.Headline.RevenuePounds), Million(second.Headline.RevenuePounds)),
        ("capital", Million(first.Headline.CapitalPounds), Million(second.Headline.CapitalPounds)),
    ];

    private static string Words(RunManifest run) => run.Settings.Count == 0 ? "as it stands" : string.Join(' ', run.Settings);

    private static string Million(decimal pounds) => string.Create(CultureInfo.InvariantCulture, $"£{pounds / 1_000_000:#,##0.00}m");

    private static Cell CellOf(object? cell) => cell switch
    {
        null => Cell.Nothing,
        string text => new TextCell(text),
        int whole => new CountCell(whole),
        long number => new CountCell(number),
        decimal pounds => new MoneyCell(new Pounds(pounds)),
        double real => new NumberCell((decimal)real, 2),
        IFormattable other => new TextCell(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => new TextCell($"{cell}"),
    };

    private static ArchiveType? TypeOf(object? cell) => cell switch
    {
        null => null,
        int => ArchiveType.Whole,
        long => ArchiveType.Long,
        decimal => ArchiveType.Amount,
        double => ArchiveType.Real,
        _ => ArchiveType.Text,
    };
}
