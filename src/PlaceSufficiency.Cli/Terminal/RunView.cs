using PlaceSufficiency.Cli.Runs;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Cli.Terminal;

/// <summary>One finished scenario in a terminal: its tables, then the answer, then where to read more.</summary>
internal static class RunView
{
    /// <summary>Shows the run.</summary>
    internal static void Show(Screen screen, AuditedRun run, string folder, bool withTables)
    {
        screen.Heading($"{run.Case.Path.Name}: {run.Report.Case.Name}");
        if (run.Report.Case.Question.Length > 0)
        {
            screen.Line(run.Report.Case.Question);
        }

        if (withTables)
        {
            screen.Line();
            foreach (ReportTable table in ReportTables.Of(run.Report))
            {
                TableView.Show(screen, table);
            }
        }

        screen.Line(run.Report.Answer);
        screen.Unbroken($"Audited: no rule is broken. Results: {folder.Replace('\\', '/')}/report.html");
        screen.Line();
    }
}
