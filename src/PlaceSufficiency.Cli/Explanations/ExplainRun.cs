using PlaceSufficiency.Allocation.Explanation;
using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Cli.Terminal;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Reporting.Csv;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Cli.Explanations;

/// <summary>Explains a finished run: prints tables and writes them beside the run's own, in its folder <c>explanation</c>.</summary>
internal sealed class ExplainRun
{
    private const int MostPrinted = 15;

    private readonly Screen _screen;
    private readonly StoredRun _run;
    private readonly ExplainAsk _ask;
    private readonly CancellationToken _cancellation;
    private readonly List<ReportTable> _tables = [];

    private ExplainRun(Screen screen, StoredRun run, ExplainAsk ask, CancellationToken cancellation) => (_screen, _run, _ask, _cancellation) = (screen, run, ask, cancellation);

    private PlanningCase Case => _run.Run.Loaded.Case;

    private PlacementPlan Plan => _run.Run.Plan;

    /// <summary>Explains.</summary>
    /// <param name="screen">Where it is shown.</param>
    /// <param name="argument">The run's folder, or its scenario file.</param>
    /// <param name="results">Where results stand.</param>
    /// <param name="ask">What is asked.</param>
    /// <param name="cancellation">Stops it.</param>
    internal static int Of(Screen screen, string argument, string results, ExplainAsk ask, CancellationToken cancellation)
    {
        ResultFolders folders = new(results);
        StoredRun run = StoredRun.Read(argument, folders);
        screen.Findings([.. run.Audit.Findings.Select(finding => (argument, finding))], asResult: false);
        if (!run.Audit.Passed)
        {
            return ExitCode.AuditFailed;
        }

        ExplainRun explained = new(screen, run, ask, cancellation);
        explained.Show();
        string folder = Path.Combine(Directory.Exists(argument) ? argument : folders.Of(new Inputs.ScenarioPath(argument)), "explanation");
        foreach (ReportTable table in explained._tables)
        {
            cancellation.ThrowIfCancellationRequested();
            WholeFile.Write(Path.Combine(folder, $"{table.Key}.csv"), CsvText.Of(table));
        }

        screen.Unbroken($"Written: {explained._tables.Count} tables, in {folder.Replace('\\', '/')}/");
        return ExitCode.Answered;
    }

    private void Show()
    {
        Shortfalls();
        if (_ask.Places > 0)
        {
            _screen.Aside("checking prices of places by solving again");
            Show(ExplanationTables.OfPlaces(Case, PlaceChecks.Of(Case, _run.Run.Demand, Plan, _ask.Places, _ask.Threads, _cancellation)));
        }

        if (_ask.Pupils)
        {
            Show(ExplanationTables.OfNearer(Case, NearerProvisions.Of(Case, _run.Run.Demand, Plan, _run.Audit.Figures, _ask.Holds)));
        }

        if (_ask.Shrinkage is { } shrinkage)
        {
            Show(ExplanationTables.OfSetbacks(
                Case, SchemeSetbacks.Of(Case, _run.Run.Demand, Plan, shrinkage, _ask.Threads, Said("setbacks solved"), _cancellation), shrinkage));
        }

        if (_ask.Within is { } within)
        {
            Alternatives(within);
        }
    }

    private void Shortfalls()
    {
        Shortfall[] shortfalls = [.. Allocation.Explanation.Shortfalls.Of(_run.Audit.Figures).Where(_ask.Holds)];
        if (shortfalls.Length == 0)
        {
            _screen.Line("Of the pupils asked about, all have a suitable place in every planned year.");
            return;
        }

        Show(ExplanationTables.OfShortfalls(Case, shortfalls));
        List<(Shortfall, TriedChange)> tried = [];
        foreach (Shortfall shortfall in shortfalls.Take(_ask.Verify))
        {
            _screen.Aside($"looking for what ends the shortfall of {shortfall.Pupils} in {shortfall.Need}, year group {shortfall.YearGroup}, {shortfall.Year}");
            tried.AddRange(EndOfShortfall.Of(Case, _run.Run.Demand, Plan, _run.Audit, shortfall, _ask.Threads, Said("solved"), _cancellation).Select(change => (shortfall, change)));
        }

        if (tried.Count > 0)
        {
            Show(ExplanationTables.OfChanges(Case, tried));
        }
        else if (_ask.Verify > 0)
        {
            _screen.Line("No single change of places, openings, designations, journeys or limits could reach these pupils.");
        }
    }

    private void Alternatives(decimal within)
    {
        if (!Case.Candidates.Any())
        {
            _screen.Line("The case leaves no scheme to the plan: there are no other choices.");
            return;
        }

        SchemeAlternatives found = AlternativeSchemes.Of(Case, _run.Run.Demand, Plan, within, _ask.Most, _ask.Threads, Said("choices solved"), _cancellation);
        Show(ExplanationTables.OfAlternatives(Case, found));
        Show(ExplanationTables.OfSchemesInAlternatives(Case, Plan, found));
    }

    /// <summary>Keeps a table for its file, and shows as much of it as a terminal has room for.</summary>
    private void Show(ReportTable table)
    {
        _tables.Add(table);
        TableView.Show(_screen, table with { Rows = [.. table.Rows.Take(MostPrinted)] });
        if (table.Rows.Count > MostPrinted)
        {
            _screen.Line($"The first {MostPrinted} of {table.Rows.Count}; all are in {table.Key}.csv.");
            _screen.Line();
        }
        else if (table.Rows.Count == 0)
        {
            _screen.Line($"{table.Title}: nothing.");
        }
    }

    private Counted Said(string words) => new(_screen, words);

    /// <summary>Says how often a case was solved, every tenth time and the first.</summary>
    private sealed class Counted(Screen screen, string words) : IProgress<int>
    {
        private readonly Lock _turn = new();

        public void Report(int value)
        {
            if (value == 1 || value % 10 == 0)
            {
                lock (_turn)
                {
                    screen.Aside($"{value} {words}");
                }
            }
        }
    }
}
