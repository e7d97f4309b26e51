using System.Globalization;

namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>
/// Writes an OR-Library problem as a case folder: customers are areas, sites are provisions that a candidate scheme opens, costs per unit of demand stand
/// in <c>costs.csv</c>. Money is scaled by a power of ten so that every cost is whole pence; the case's question says by how much.
/// </summary>
internal static class LibraryCase
{
    /// <summary>Writes the case; files that are there already are replaced.</summary>
    internal static void Write(LibraryProblem problem, string folder)
    {
        decimal pencePerUnit = problem.PencePerUnit;
        string tables = Directory.CreateDirectory(Path.Combine(folder, "tables")).FullName;
        File.WriteAllLines(Path.Combine(folder, "base.yaml"),
        [
            "schema: 1",
            $"name: OR-Library {problem.Name}",
            $"question: Which sites open, and who goes where, at least cost? One unit of the file is {Text($"{pencePerUnit / 100}")} pounds here.",
            "authority: OR-Library",
            "horizon: { base: 2024/25, last: 2025/26 }",
            "objective: [unplaced, cost]",
            .. problem.MostOpen is { } most ? [Text($"scheme-groups: {{ sites: {{ at-most: {most} }} }}")] : Array.Empty<string>(),
        ]);
        int sites = problem.Capacity.Length;
        int all = problem.Demand.Sum();
        Table(tables, "areas.csv", "area_id,name", problem.Demand.Select((_, j) => $"c{j + 1},Customer {j + 1}"));
        Table(tables, "stock.csv", "area_id,pupils", problem.Demand.Select((demand, j) => Text($"c{j + 1},{demand}")));
        Table(tables, "provisions.csv", "provision_id,name", Enumerable.Range(1, sites).Select(i => $"s{i},Site {i}"));
        Table(tables, "schemes.csv", "scheme_id,name,provision_id,status,groups", Enumerable.Range(1, sites).Select(i =>
            $"o{i},Open site {i},s{i},candidate,{(problem.MostOpen is null ? string.Empty : "sites")}"));
        Table(tables, "scheme_years.csv", "scheme_id,years_after_opening,places,capital_pounds", Enumerable.Range(0, sites).Select(i =>
            $"o{i + 1},0,{Math.Min(problem.Capacity[i], all)},{Pounds(problem.Opening[i], pencePerUnit)}"));
        Table(tables, "costs.csv", "area_id,provision_id,pounds", problem.Demand.SelectMany((_, j) => Enumerable.Range(0, sites).Select(i =>
            $"c{j + 1},s{i + 1},{Pounds(problem.UnitCost[i][j], pencePerUnit)}")));
    }

    private static void Table(string folder, string name, string header, IEnumerable<string> rows) => File.WriteAllLines(Path.Combine(folder, name), rows.Prepend(header));

    private static string Pounds(decimal cost, decimal pencePerUnit) => (LibraryProblem.Pence(cost, pencePerUnit) / 100m).ToString(CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
