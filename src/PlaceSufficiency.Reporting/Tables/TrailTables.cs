using System.Globalization;
using NodaTime;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>Where the numbers of a run come from: what was planned by which program from which files, and what the audit found.</summary>
public static class TrailTables
{
    /// <summary>One line for each thing that there is to know.</summary>
    /// <param name="report">The run.</param>
    /// <param name="made">Day of the report; null where it bears none.</param>
    /// <param name="gapAtMost">What is said of the widest gap, percent; null for the gap itself.</param>
    public static ReportTable Of(ScenarioReport report, LocalDate? made, decimal? gapAtMost = null)
    {
        int errors = report.Audit.Findings.Count(finding => finding.Severity == Severity.Error);
        double gap = report.Audit.Tiers.Select(tier => tier.Gap).DefaultIfEmpty(0).Max();
        (string Key, string Value)[] lines =
        [
            ("Scenario", $"{report.Case.Name} ({report.Run})"),
            ("Authority", report.Case.Authority),
            ("Years", $"{report.Case.Horizon.BaseYear} (observed), {report.Case.Horizon.PlannedYears[0]} to {report.Case.Horizon.LastYear} (planned)"),
            ("Made by", $"PlaceSufficiency {report.Trail.ToolVersion}"),
            .. made is { } day ? [("Report of", day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
            ("Fingerprint of the input", report.Fingerprint),
            ("Audit", errors == 0 ? "passed: every rule kept, every figure derived again from the plan and the case" : $"failed: {errors} broken rules; do not use these figures"),
            ("Widest gap to the best plan there can be", gap == 0 ? "none: proven best in every aim" : gapAtMost is { } most ? $"at most {Number(most)}%" : string.Create(CultureInfo.InvariantCulture, $"{gap * 100:0.####}%")),
        ];
        return new TableOf<(string Key, string Value)>("trail", "Where the numbers come from")
            .Words("what", "What", line => line.Key).Words("is", "Is", line => line.Value).Of(lines);
    }

    /// <summary>The files the run was read from.</summary>
    public static ReportTable Inputs(ScenarioReport report) => new TableOf<InputPrint>("inputs", "Files the run was read from")
        .Words("file", "File", input => input.Path).Words("sha256", "SHA-256", input => input.Sha256).Of(report.Trail.Inputs);

    /// <summary>What the scenario states other than its base.</summary>
    public static ReportTable Changes(ScenarioReport report) => new TableOf<StatedChange>("changes", "What this scenario changes in its base")
        .Words("change", "Change", change => change.Change).Words("key", "What", change => change.Key)
        .Words("old", "Base", change => change.Old).Words("new", "Scenario", change => change.New).Of(report.Trail.Changes);

    /// <summary>The assumptions that the case states for the plan as a whole; those in single rows of tables have their source there.</summary>
    public static ReportTable Assumptions(PlanningCase planningCase)
    {
        (string Key, string Value)[] lines =
        [
            .. planningCase.Demand.StatedTotals.Select(total => ($"Plans in {total.Key}", string.Create(CultureInfo.InvariantCulture, $"{total.Value:#,##0}"))),
            .. planningCase.Demand.JoinerScalings.Select(scaling => ("Joiners", $"times {Number(scaling.Factor)} for {scaling.Needs}, year groups {scaling.From} to {scaling.To}, from {scaling.Starting}{(scaling.Until is { } last ? $" to {last}" : string.Empty)}")),
            .. planningCase.Demand.LevelShifts.Select(shift => ("Level called for", $"{Number(shift.Share * 100)}% of {Words(shift.FromLevel)} to {Words(shift.ToLevel)} for {shift.Needs}, from {shift.Starting}")),
            ("Journeys not measured", $"straight line times {Number((decimal)planningCase.Travel.Circuity)}, at {Number((decimal)planningCase.Travel.SpeedKmPerHour)} km an hour, and {Minutes(planningCase.Travel.FixedTime)}"),
            .. planningCase.Travel.Ceiling.Select(ceiling => ($"Longest journey to a new place, {FieldWords.Of(ceiling.Key)}", Minutes(ceiling.Value))),
            .. planningCase.Travel.Threshold.Select(threshold => ($"Journeys are priced above, {FieldWords.Of(threshold.Key)}", Minutes(threshold.Value))),
            .. planningCase.Provisions.GroupBy(provision => (provision.Kind, provision.OverNumberCeiling)).Where(group => group.Key.OverNumberCeiling > 0).OrderBy(group => group.Key)
                .Select(group => ($"Pupils above places, {FieldWords.Of(group.Key.Kind)}", $"up to {Number(group.Key.OverNumberCeiling * 100)}% at {group.Count()} settings")),
            .. planningCase.Limits.InmssPupils.Select(limit => ($"Most pupils in INMSS in {limit.Key}", $"{limit.Value}")),
            .. planningCase.Moves.Select(move => ("Moves allowed", $"from {FieldWords.Of(move.FromKind)}, from {move.Starting}")),
            ("Aims, in this order", string.Join(", then ", planningCase.Objective.Select(FieldWords.Of))),
            .. planningCase.NeedGroups.Select(group => ($"Need group {group.Name}", $"{group.Needs}")),
        ];
        return new TableOf<(string Key, string Value)>("assumptions", "Assumptions of the case as a whole", "Stock, places, prices and designations have their sources in the rows of the files named below.")
            .Words("what", "What", line => line.Key).Words("stated", "Stated", line => line.Value).Of(lines);
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Minutes(Duration time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} minutes");

    private static string Words(Domain.Provisions.ProvisionLevel level) => Spelling.Of(level).Replace('-', ' ');
}
