using System.Diagnostics;
using System.Globalization;
using PlaceSufficiency.Allocation;
using PlaceSufficiency.Cli.Inputs;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Reporting.TradeOffs;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Cli.TradeOffs;

/// <summary>Reads a scenario, solves the curve, prints and writes it.</summary>
internal static class TradeOffRun
{
    /// <summary>From what is asked to the exit code.</summary>
    /// <param name="screen">Where to write.</param>
    /// <param name="scenario">The scenario file.</param>
    /// <param name="output">Folder for results.</param>
    /// <param name="ask">The curve.</param>
    /// <param name="cancellation">Stops it; nothing is written then.</param>
    internal static int Of(Screen screen, string scenario, string output, TradeOffAsk ask, CancellationToken cancellation)
    {
        Stopwatch elapsed = Stopwatch.StartNew();
        List<Finding> findings = [];
        TradeOffLimit? limit = ask.Check(findings);
        ReadCases read = ReadCases.Of([scenario], 1, cancellation);
        if (!read.HasErrors && read.Cases.Count != 1)
        {
            findings.Add(Finding.Error("one-scenario", $"A trade-off is of one scenario; the folder holds {read.Cases.Count}.", scenario, maybe: "name one of its files."));
        }

        Dictionary<decimal, PlanningCase> cases = findings.Count == 0 && read.Cases is [var only] && limit is not null ? CasesOf(ask, limit, only, findings) : [];
        screen.Findings([.. findings.Select(finding => (string.Empty, finding)), .. read.Findings], asResult: false);
        if (findings.Count > 0 || read.HasErrors)
        {
            return ExitCode.BadInput;
        }

        TradeOffSolver solver = new(limit!, read.Cases[0].Demand, planningCase => new TimeLimit(ask.Limit).Within(within => Allocator.Allocate(planningCase, read.Cases[0].Demand, cancellation: within), cancellation), (at, step, of) => screen.Aside($"{ask.Along} {Number(at)}: {Said(step, of)}"), cancellation);
        IReadOnlyList<TradeOffPoint> points = solver.Solve(cases);
        if (points.Count > 0)
        {
            TradeOffReport report = new(
                read.Cases[0].Path.Name, ask.Aimed(read.Cases[0].Loaded.Case), read.Cases[0].Loaded.Fingerprint, ToolVersion.Text, new TradeOffCurve(limit!, ask.Against, points), solver.Failed);
            Write(screen, report, Path.Combine(output, read.Cases[0].Path.CaseName, $"{report.Scenario}-trade-off"));
        }

        screen.Aside(string.Create(
            CultureInfo.InvariantCulture,
            $"{points.Count} of {cases.Count} points answered in {elapsed.Elapsed.TotalSeconds:0.0} s; {points.Select(point => point.PlanOf).Distinct().Count()} plans differ."));
        return Trouble(screen, solver.Failed);
    }

    private static string Said(TradeOffStep step, decimal of) => step switch
    {
        TradeOffStep.Stands => $"the plan of {Number(of)} takes no more, so it is the best here too",
        TradeOffStep.Adopted => $"the plan of {Number(of)} is better than the one found here",
        _ => "placing",
    };

    private static string Number(decimal amount) => amount.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>The case at each point, changed by the limit and nothing else.</summary>
    private static Dictionary<decimal, PlanningCase> CasesOf(TradeOffAsk ask, TradeOffLimit limit, ReadCase read, List<Finding> findings)
    {
        findings.AddRange(limit.Check(read.Loaded.Case));
        Dictionary<decimal, PlanningCase> cases = [];
        foreach (decimal at in ask.Range.Limits)
        {
            try
            {
                cases.Add(at, ask.Aimed(limit.At(at, read.Loaded.BaseCase, read.Loaded.Scenario)));
            }
            catch (FindingsException exception)
            {
                findings.AddRange(exception.Findings.Select(finding => finding with { File = null, Row = null, Key = "--limit", Value = ask.Along }).Except(findings));
            }
        }

        return cases;
    }

    private static void Write(Screen screen, TradeOffReport report, string folder)
    {
        TableView.Show(screen, TradeOffTables.Of(report.Curve));
        foreach (string sentence in TradeOffWords.Of(report))
        {
            screen.Line(sentence);
        }

        foreach ((string name, string text) in TradeOffFiles.Of(report))
        {
            WholeFile.Write(Path.Combine(folder, name), text);
        }

        screen.Unbroken($"Written: {string.Join(", ", TradeOffFiles.Of(report).Select(file => file.Name))} in {folder.Replace('\\', '/')}/");
    }

    /// <summary>Says which points came to nothing, and the exit code for it.</summary>
    private static int Trouble(Screen screen, IReadOnlyList<FailedPoint> failed)
    {
        foreach (FailedPoint point in failed)
        {
            screen.Aside($"{Number(point.Limit)}: no point. {point.Reason}");
            screen.Findings([.. point.Findings.Select(finding => (Number(point.Limit), finding))], asResult: false);
        }

        return failed.Any(point => point.Findings.Count > 0) ? ExitCode.AuditFailed : failed.Count > 0 ? ExitCode.NoSolution : ExitCode.Answered;
    }
}
