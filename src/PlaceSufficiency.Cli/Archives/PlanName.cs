using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Scenarios.Batches;
using PlaceSufficiency.Storage.Archive;

namespace PlaceSufficiency.Cli.Archives;

/// <summary>What people call a plan: a scenario with its settings, whatever the future.</summary>
internal static class PlanName
{
    /// <summary>"which-schemes, opening annexe 2026/27" or "do-nothing inmss.cap.2027=40".</summary>
    internal static string Of(RunManifest run)
    {
        SweepSetting[] openings = [.. run.Settings.Where(setting => setting.Over.StartsWith(SweepTarget.Opens, StringComparison.Ordinal))];
        string others = string.Join(' ', run.Settings.Except(openings));
        string[] opened = [.. openings.Where(setting => setting.Value != SweepTarget.NotOpened).Select(setting => $"{setting.Over[SweepTarget.Opens.Length..]} {AcademicYear.StartingIn((int)setting.Value)}")];
        return string.Concat(
            run.Scenario,
            others.Length == 0 ? string.Empty : $" {others}",
            openings.Length == 0 ? string.Empty : $", opening {(opened.Length == 0 ? "nothing" : string.Join(", ", opened))}");
    }
}
