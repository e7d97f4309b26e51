using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using PlaceSufficiency.Allocation.Sites;

namespace PlaceSufficiency.Benchmarks.Facility;

/// <summary>One solver on one file in a process of its own, so that time is its own and a crash or a hang of a native solver is a line in the table.</summary>
internal static class FacilityChild
{
    /// <summary>Does the task: solver, address of the problem, most seconds.</summary>
    internal static void Run(string[] task)
    {
        LibraryProblem problem = LibraryFile.Read(task[1]);
        FacilityAnswer answer = task[0] == "ours" ? Ours(problem) : Peer(task[0], problem, double.Parse(task[2], CultureInfo.InvariantCulture));
        Console.WriteLine();
        Console.WriteLine(answer.ToLine());
    }

    /// <summary>Starts the task and waits; stops it when it uses much more processor time than its limit.</summary>
    internal static FacilityAnswer Start(string solver, string address, double seconds)
    {
        string own = Environment.ProcessPath ?? "dotnet";
        bool isHost = Path.GetFileNameWithoutExtension(own) == "dotnet";
        ProcessStartInfo start = new(own) { RedirectStandardOutput = true };
        string[] arguments = [.. isHost ? [Assembly.GetExecutingAssembly().Location] : Array.Empty<string>(), "facility-child", solver, address, seconds.ToString(CultureInfo.InvariantCulture)];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using Process process = new() { StartInfo = start };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        double used = 0;
        while (!process.WaitForExit(100))
        {
            used = CpuSeconds(process) ?? used;
            if (used > (1.5 * seconds) + 30)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return FacilityAnswer.Read(output.GetAwaiter().GetResult()) ?? new FacilityAnswer(solver, process.ExitCode == 137 ? "stopped" : "crashed", null, null, used, 0);
    }

    private static FacilityAnswer Ours(LibraryProblem problem)
    {
        decimal scale = problem.PencePerUnit;
        SiteProblem sites = SitesOf(problem, scale);

        // The first solve pays for compiling the program; so does the second where it is short.
        for (double warm = Now(); Now() - warm < 1;)
        {
            SiteSearch.Solve(sites, SiteSearchLimits.Usual);
        }

        double before = Now();
        SiteSolution? solution = SiteSearch.Solve(SitesOf(problem, scale), SiteSearchLimits.Usual);
        double cpu = Now() - before;
        return solution is null
            ? new FacilityAnswer("ours", "no plan", null, null, cpu, 0)
            : new FacilityAnswer(
                "ours", solution.Assignment.Pence - solution.Bound < Math.Max(sites.Unit, solution.Assignment.Pence * 2 * SiteSearchLimits.Usual.Tolerance) ? "optimal" : "feasible",
                (double)(solution.Assignment.Pence / scale), solution.Bound / (double)scale, cpu, solution.Cases);
    }

    private static SiteProblem SitesOf(LibraryProblem problem, decimal scale) => new(
        problem.Demand,
        problem.Capacity,
        [.. problem.Opening.Select(cost => LibraryProblem.Pence(cost, scale))],
        [.. problem.UnitCost.Select(row => row.Select(cost => LibraryProblem.Pence(cost, scale)).ToArray())],
        new bool[problem.Capacity.Length],
        problem.MostOpen is { } most ? [new SiteGroup([.. Enumerable.Range(0, problem.Capacity.Length)], 0, most)] : []);

    private static FacilityAnswer Peer(string solver, LibraryProblem problem, double seconds)
    {
        Func<(string Status, double? Value)> solve = FacilityPeers.Prepare(solver, problem, seconds);
        double before = Now();
        (string status, double? value) = solve();
        return new FacilityAnswer(solver, status, value, null, Now() - before, 0);
    }

    private static double Now() => CpuSeconds(Process.GetCurrentProcess())!.Value;

    private static double? CpuSeconds(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }
}
