using System.Globalization;
using Google.OrTools.Sat;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Tests.Disclosure;

/// <summary>
/// Somebody who has the published tables and nothing else: reads them by their headings, knows what adds up to what, that pupils are whole and
/// never below nought, how many places schools have, and that runs with the same demand have the same pupils; and has a solver.
/// </summary>
internal sealed class TableAttacker
{
    private const long Many = 20_000;

    private readonly CpModel _model = new();
    private readonly Dictionary<string, LinearExpr> _cells = [];
    private readonly List<(string Name, IntVar Variable)> _withheld = [];
    private readonly Dictionary<string, IntVar> _unknown = [];

    private readonly Func<long, long> _mostIn;

    /// <param name="publication">The tables.</param>
    /// <param name="groups">Need groups of each run.</param>
    /// <param name="sameDemand">Whether the runs are known to have the same demand.</param>
    /// <param name="mostIn">How many pupils a school of so many places is known to have at most; left out, as many as places.</param>
    internal TableAttacker(Publication publication, IReadOnlyDictionary<string, NeedGroup[]> groups, bool sameDemand, Func<long, long>? mostIn = null)
    {
        _mostIn = mostIn ?? (places => places);
        foreach (PublishedRun run in publication.Runs)
        {
            Dictionary<string, ReportTable> tables = run.Tables.ToDictionary(table => table.Key);
            string[] years = [.. tables["demand"].Rows.Select(row => Text(row[0]))];
            foreach ((int position, string year) in years.Index())
            {
                Learn(run.Run, sameDemand ? "all runs" : run.Run, tables, year, position == 0 ? null : years[position - 1], groups[run.Run]);
            }
        }
    }

    /// <summary>Every withheld count, by table, run, year and line.</summary>
    internal IReadOnlyList<string> Withheld => [.. _withheld.Select(cell => cell.Name)];

    /// <summary>The least and the most that a withheld count can be.</summary>
    internal (long Least, long Most) Infer(int withheld)
    {
        _model.Minimize(_withheld[withheld].Variable);
        long least = Solve();
        _model.Maximize(_withheld[withheld].Variable);
        return (least, Solve());
    }

    private long Solve()
    {
        CpSolver solver = new() { StringParameters = "num_workers:1 random_seed:1 max_deterministic_time:60" };
        Assert.Equal(CpSolverStatus.Optimal, solver.Solve(_model));
        return (long)solver.ObjectiveValue;
    }

    private void Learn(string run, string demand, Dictionary<string, ReportTable> tables, string year, string? before, NeedGroup[] groups)
    {
        LinearExpr Figure(string column, string of) => Cell(tables["demand"], $"{of}/{column}", year, [], column);
        LinearExpr stock = Figure("stock", demand), placed = Figure("placed", run), unplaced = Figure("unplaced", run);
        _model.Add(placed + unplaced == stock);
        if (before is not null)
        {
            _model.Add(Cell(tables["demand"], $"{demand}/stock", before, [], "stock") + Figure("joiners", demand) - Figure("leavers", demand) == stock);
        }

        Figure("over_number", run);
        Sum(unplaced, Lines(tables["unplaced"], run, year, "pupils"));
        if (before is not null)
        {
            Sum(unplaced, Lines(tables["unplaced-causes"], run, year, "pupils"));
        }

        Sum(stock, Lines(tables["pupils-by-kind"], run, year, "pupils").Append(unplaced));
        LinearExpr inmss = Cell(tables["pupils-by-kind"], run, year, ["INMSS"], "pupils");
        _model.Add(inmss == Cell(tables["inmss"], run, year, [], "pupils"));
        _model.Add(Cell(tables["inmss"], run, year, [], "girls") <= inmss);
        LinearExpr over45 = Cell(tables["travel"], run, year, [], "over_45_minutes");
        _model.Add(over45 <= placed);
        _model.Add(Cell(tables["travel"], run, year, [], "over_75_minutes") <= over45);
        Schools(tables, run, year);
        Balances(tables, run, demand, year, groups);
    }

    private void Schools(Dictionary<string, ReportTable> tables, string run, string year)
    {
        LinearExpr Kind(string kind) => Cell(tables["pupils-by-kind"], run, year, [kind], "pupils");
        Sum(Kind("special school"), Lines(tables["special-school-use"], run, year, "pupils", atMost: "places"));
        LinearExpr[] bases = [.. new[] { "resourced provision", "SEN unit" }.Where(kind => tables["pupils-by-kind"].Rows.Any(row => Text(row[1]) == kind)).Select(Kind)];
        Sum(LinearExpr.Sum(bases), Lines(tables["base-use"], run, year, "pupils", atMost: "places"));
    }

    private void Balances(Dictionary<string, ReportTable> tables, string run, string demand, string year, NeedGroup[] groups)
    {
        ReportTable balance = tables["balance"];
        Sum(Cell(balance, $"{demand}/demand", year, ["All", ""], "demand"), Lines(balance, $"{demand}/demand", year, "demand"));
        Sum(Cell(balance, run, year, ["All", ""], "unplaced"), Lines(balance, run, year, "unplaced"));
        Sum(Cell(balance, run, year, ["All", ""], "balance"), Lines(balance, run, year, "balance"));
        foreach (IReadOnlyList<Cell> row in balance.Rows.Where(row => Text(row[0]) == year && Text(row[1]) != "All"))
        {
            string[] line = [Text(row[1]), Text(row[2])];
            LinearExpr wanted = Cell(balance, $"{demand}/demand", year, line, "demand"), without = Cell(balance, run, year, line, "unplaced");
            _model.Add(without <= wanted);
            _model.Add(wanted + Cell(balance, run, year, line, "balance") >= 0);
            NeedGroup group = groups.Single(known => known.Name == line[1]);
            LinearExpr[] needs =
            [
                .. tables["unplaced"].Rows.Where(need => Text(need[0]) == year && Text(need[1]) == line[0] && group.Needs.Any(known => known.ToString() == Text(need[2])))
                    .Select(need => Cell(tables["unplaced"], run, year, [Text(need[1]), Text(need[2])], "pupils")),
            ];
            _model.Add(without <= LinearExpr.Sum(needs));
        }
    }

    private void Sum(LinearExpr total, IEnumerable<LinearExpr> parts) => _model.Add(LinearExpr.Sum(parts) == total);

    /// <summary>The cells of a year's lines, totals apart.</summary>
    private LinearExpr[] Lines(ReportTable table, string run, string year, string column, string? atMost = null)
    {
        string[] words = [.. table.Columns.Where(known => known.Unit == Unit.None && known.Key is not "year" and not "provision_id").Select(known => known.Key)];
        return
        [
            .. table.Rows.Where(row => Text(row[0]) == year).Select(row => (Row: row, Line: words.Select(word => Text(row[table.IndexOf(word)])).ToArray()))
                .Where(row => row.Line[0] is not "All" and not "unplaced")
                .Select(row => Cell(table, run, year, row.Line, column, atMost is null ? Many : _mostIn(((CountCell)row.Row[table.IndexOf(atMost)]).Value))),
        ];
    }

    private LinearExpr Cell(ReportTable table, string run, string year, string[] line, string column, long most = Many)
    {
        string name = string.Join('/', [table.Key, run, year, .. line, column]);
        if (!_cells.TryGetValue(name, out LinearExpr? cell))
        {
            cell = Read(table, name, year, line, column, most);
            _cells.Add(name, cell);
        }

        return cell;
    }

    private LinearExpr Read(ReportTable table, string name, string year, string[] line, string column, long most)
    {
        IReadOnlyList<Cell> row = table.Rows.Single(row => Text(row[0]) == year && line.All(word => row.OfType<TextCell>().Skip(1).Any(text => text.Value == word)));
        if (row[table.IndexOf(column)] is CountCell count)
        {
            return LinearExpr.Constant(count.Value);
        }

        Assert.IsType<SuppressedCell>(row[table.IndexOf(column)]);
        IntVar variable = _model.NewIntVar(column == "balance" ? -Many : 0, most, name);
        _unknown.Add(name, variable);
        _withheld.Add((name, variable));
        return variable;
    }

    private static string Text(Cell cell) => cell is TextCell text ? text.Value : string.Create(CultureInfo.InvariantCulture, $"{cell}");
}
