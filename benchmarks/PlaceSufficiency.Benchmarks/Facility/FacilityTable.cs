using System.Globalization;

namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>Every OR-Library file of a folder solved by us and by general solvers, as a table.</summary>
internal static class FacilityTable
{
    /// <summary>Seconds that a peer gets at least.</summary>
    private const double LeastSeconds = 60;

    /// <summary>Solves every <c>cap*.txt</c> and <c>pmed*.txt</c> in or below a folder and prints a row each.</summary>
    /// <param name="folder">The folder, or one file.</param>
    /// <param name="options"><c>--no-peers</c>; <c>--seconds</c> and what a peer gets at least.</param>
    internal static void Print(string folder, IReadOnlyList<string> options)
    {
        bool alone = options.Contains("--no-peers");
        double least = options.SkipWhile(option => option != "--seconds").Skip(1).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).FirstOrDefault(LeastSeconds);
        string[] peers = alone ? [] : FacilityPeers.Names;
        Console.WriteLine($"| file | published | found | bound | gap | cases | ours CPU s |{string.Concat(peers.Select(peer => $" {peer} |"))} ours over fastest |");
        Console.WriteLine($"|---|---:|---:|---:|---:|---:|---:|{string.Concat(peers.Select(_ => "---:|"))}---:|");
        foreach (string address in Files(folder).SelectMany(LibraryFile.ProblemsIn))
        {
            FacilityAnswer ours = FacilityChild.Start("ours", address, 3600);
            double seconds = Math.Max(least, 10 * ours.CpuSeconds);
            FacilityAnswer[] others = [.. peers.Select(peer => FacilityChild.Start(peer, address, seconds))];
            Console.WriteLine(Row(LibraryFile.Read(address).Name, ours, others));
        }
    }

    private static IEnumerable<string> Files(string folder) => File.Exists(folder)
        ? [folder]
        : Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("cap", StringComparison.Ordinal) || name.StartsWith("pmed", StringComparison.Ordinal)))
            .OrderBy(file => Path.GetFileName(file).Length).ThenBy(file => Path.GetFileName(file), StringComparer.Ordinal);

    private static string Row(string name, FacilityAnswer ours, FacilityAnswer[] others)
    {
        FacilityAnswer[] proven = [.. others.Where(other => other.IsProven && other.Value <= ours.Value * (1 + 1e-5))];
        double? fastest = proven.Length > 0 ? proven.Min(other => other.CpuSeconds) : null;
        string ratio = fastest is { } best ? Text($"{ours.CpuSeconds / best:0.000}") : others.Length > 0 ? Text($"< {ours.CpuSeconds / others.Max(other => other.CpuSeconds):0.000}") : "-";
        string published = PublishedOptima.Of(name) is { } known ? Text($"{known:0.000}") : "-";
        string gap = ours is { Value: { } value, Bound: { } bound } ? Text($"{Math.Max(0, (value - bound) / value):0.0e+00}") : "-";
        return Text($"| {name} | {published} | {ours.Value:0.000} | {ours.Bound:0.000} | {gap} | {ours.Cases} | {ours.CpuSeconds:0.000} |")
            + string.Concat(others.Select(other => $" {Cell(other, ours)} |")) + $" {ratio} |";
    }

    private static string Cell(FacilityAnswer other, FacilityAnswer ours) => other.Value is not { } value
        ? Text($"no plan in {other.CpuSeconds:0}")
        : other.IsProven && value <= ours.Value * (1 + 1e-5) ? Text($"{other.CpuSeconds:0.000}")
        : Text($"+{(value / ours.Value) - 1:0.00%} in {other.CpuSeconds:0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
