using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>The tables of a climb, written anew after every row so that nothing is lost when it is stopped.</summary>
internal sealed class LadderTable(string path, string today)
{
    private readonly List<string> _ours = [];
    private readonly List<string> _peers = [];
    private readonly List<string> _skipped = [];
    private readonly Dictionary<(int Schemes, int Years), double> _before = [];

    /// <summary>Adds our own row.</summary>
    /// <param name="task">The task.</param>
    /// <param name="two">On two processors.</param>
    /// <param name="one">On one; null where it was not run.</param>
    internal void AddOurs(LadderTask task, LadderResult two, LadderResult? one)
    {
        string growth = _before.TryGetValue((task.Schemes, task.Years), out double before) ? Text($"{two.CpuSeconds / before:0.0}") : "";
        _before[(task.Schemes, task.Years)] = two.CpuSeconds;
        string same = one is null ? "not run" : one.Fingerprint.Length > 0 && one.Fingerprint == two.Fingerprint ? "yes" : "NO";
        _ours.Add(Text(
            $"| {task.Rung.Name} | {task.Years} | {task.Schemes} | {two.Openings} | {two.Stays:#,0} | {Tiers(two)} | {two.Status} | {two.CpuSeconds:0.0} | {growth} | {two.ElapsedSeconds:0} | {one?.CpuSeconds:0.0} | {two.PeakMegabytes:#,0} | {two.AuditCpuSeconds:0.0} | {same} |"));
        Write();
    }

    /// <summary>Adds the rows of ours and its peers on one case.</summary>
    internal void AddPeers(LadderTask task, LadderResult ours, IReadOnlyList<LadderResult> peers)
    {
        double? linear = peers.Where(peer => IsLinear(peer) && peer.Status.StartsWith("OPTIMAL", StringComparison.Ordinal)).Min(peer => peer.Pence);
        foreach (LadderResult peer in peers.Prepend(ours))
        {
            string above = peer.Pence is { } pence && linear is { } least ? Text($"{(pence - least) / 100:#,0} ({(pence - least) / least:0.00000%})") : "";
            _peers.Add(Text(
                $"| {task.Rung.Name} | {task.Years} | {task.Schemes} | {peer.Solver}{(IsLinear(peer) ? " (shares of pupils)" : "")} | {peer.Status} | {peer.Pence / 100:#,0} | {above} | {peer.CpuSeconds:0.00} | {peer.CpuSeconds / ours.CpuSeconds:0.0} | {peer.PeakMegabytes:#,0} | {peer.Columns:#,0} |"));
        }

        Write();
    }

    /// <summary>Notes that peers were not attempted, and why.</summary>
    internal void Skip(LadderTask task, string why)
    {
        _skipped.Add(Text($"- {task.Rung.Name}, {task.Years} years, {task.Schemes} schemes a city: {why}"));
        Write();
    }

    private static bool IsLinear(LadderResult result) => result.Solver is "GLOP" or "column generation";

    private static string Tiers(LadderResult result) => result.Tiers.Count == 0 ? "| | | | " : string.Join(" | ", result.Tiers.Select(tier => tier.Name == "Cost"
        ? Text($"{tier.Value / 100:#,0} | {tier.Gap:0.0000%}")
        : tier.Name == "Unplaced" ? Text($"{tier.Value:#,0} | {tier.Gap:0.0000%}") : Text($"{tier.Value:#,0} ({tier.Gap:0.00%})")));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Write()
    {
        StringBuilder text = new();
        text.AppendLine("# Solve ladder").AppendLine();
        text.AppendLine(Text($"{today}; {Machine()}. Generated cases, seed 1, written by `-- ladder`. CPU seconds are read, because the machine is shared; elapsed"));
        text.AppendLine("seconds say what else it had to do. Every line is a process of its own. Gaps are those that the audit derives from the plan's prices; \"growth\" is to the");
        text.AppendLine("rung before; \"same bytes\" compares the plan, its bounds and its prices on one processor with those on two.").AppendLine();
        text.AppendLine("## Ours").AppendLine();
        text.AppendLine("| rung | years | schemes a city | opened | stays | unplaced pupil-years | gap | over-number (gap) | cost £ | gap | audit says | CPU s | growth | elapsed s | one processor CPU s | peak MB | audit CPU s | same bytes |");
        text.AppendLine("|---|---:|---:|---|---:|---:|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---|");
        text.AppendJoin(Environment.NewLine, _ours).AppendLine().AppendLine();
        text.AppendLine("## Peers on the same case").AppendLine();
        text.AppendLine(Text($"One objective for all: £{NeutralModel.PenceOfUnplaced / 100:#,0} for a pupil-year without a place, £{NeutralModel.PenceOfOverNumber / 100:#,0} for one above places, and cost. \"Above\" is to the optimum of the linear"));
        text.AppendLine("model where a peer reached it. A peer is stopped at ten times our processor time, or at the floor or ceiling of the run. CPU seconds are those of solving.");
        text.AppendLine("Solvers stop at their own tolerances: CBC, SCIP and HiGHS call a plan optimal within 0.01%, and so may be above.");
        text.AppendLine("With schemes the linear model opens shares of them, and every whole plan is far above it; without, the linear optimum is all but whole.").AppendLine();
        text.AppendLine("| rung | years | schemes a city | solver | says | objective £ | above £ | CPU s | times ours | peak MB | columns |");
        text.AppendLine("|---|---:|---:|---|---|---:|---:|---:|---:|---:|---:|");
        text.AppendJoin(Environment.NewLine, _peers).AppendLine();
        if (_skipped.Count > 0)
        {
            text.AppendLine().AppendLine("Peers not attempted:").AppendLine().AppendJoin(Environment.NewLine, _skipped).AppendLine();
        }

        File.WriteAllText(path, text.ToString());
    }

    private static string Machine()
    {
        string model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[^1].Trim() ?? "unknown processor"
            : "unknown processor";
        return $"{Environment.ProcessorCount} processors ({model}), {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}";
    }
}
