using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>Runs a task in a process of its own, on one processor or more, and stops it when it has used too much.</summary>
internal static class ChildProcess
{
    /// <summary>Runs the task; a crash or a stop is a result too.</summary>
    /// <param name="task">The task.</param>
    /// <param name="processors">Processors that the runtime may use.</param>
    /// <param name="mostCpuSeconds">Processor time after which it is stopped; null for no limit.</param>
    internal static LadderResult Run(LadderTask task, int processors, double? mostCpuSeconds)
    {
        using Process process = new() { StartInfo = Start(task, processors) };
        Stopwatch watch = Stopwatch.StartNew();
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        (double cpu, double peak, bool stopped) = (0, 0, false);
        while (!process.WaitForExit(200))
        {
            (cpu, peak) = Used(process, cpu, peak);
            if (cpu > mostCpuSeconds && !stopped)
            {
                stopped = true;
                process.Kill(entireProcessTree: true);
            }
        }

        string said = stopped ? string.Create(CultureInfo.InvariantCulture, $"stopped after {mostCpuSeconds:0} s of processor time")
            : string.Create(CultureInfo.InvariantCulture, $"crashed: exit code {process.ExitCode}");
        return (process.ExitCode == 0 ? LadderResult.Read(output.GetAwaiter().GetResult()) : null)
            ?? new LadderResult(task.Solver, said, null, cpu, watch.Elapsed.TotalSeconds, peak);
    }

    private static (double Cpu, double Peak) Used(Process process, double cpu, double peak)
    {
        try
        {
            process.Refresh();
            return (process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64 / 1e6);
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            return (cpu, peak);
        }
    }

    private static ProcessStartInfo Start(LadderTask task, int processors)
    {
        string own = Environment.ProcessPath ?? "dotnet";
        bool isHost = Path.GetFileNameWithoutExtension(own) == "dotnet";
        ProcessStartInfo start = new(own) { RedirectStandardOutput = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture);
        foreach (string argument in (string[])[.. isHost ? [Assembly.GetExecutingAssembly().Location] : Array.Empty<string>(), "ladder-child", .. task.ToArguments()])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
