using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Scenarios.Chance;

namespace PlaceSufficiency.Reporting.Tables;

/// <summary>A shortfall that may come, and how likely.</summary>
/// <param name="Plan">The scenario and its settings.</param>
/// <param name="Year">Academic year.</param>
/// <param name="First">Phase, or provision.</param>
/// <param name="Second">Need; empty for provisions.</param>
/// <param name="Chance">How likely.</param>
public sealed record ChanceRow(string Plan, string Year, string First, string Second, ShortfallChance Chance);

/// <summary>An amount that spreads over futures.</summary>
/// <param name="Plan">The scenario and its settings.</param>
/// <param name="Year">Financial year.</param>
/// <param name="Line">Budget line.</param>
/// <param name="Fan">How it spreads.</param>
public sealed record FanRow(string Plan, string Year, string Line, CostFan Fan);

/// <summary>What many futures say: how likely a shortfall is, what costs spread to, which plan is robust.</summary>
public static class ChanceTables
{
    /// <summary>By phase and need.</summary>
    public static ReportTable OfNeeds(IEnumerable<ChanceRow> rows) => Chances("chance-needs", "Chance of pupils without a suitable place, by phase and need", "Phase", "phase", "need", rows);

    /// <summary>By provision.</summary>
    public static ReportTable OfProvisions(IEnumerable<ChanceRow> rows) => Chances("chance-provisions", "Chance of a provision being short of places", "Provision", "provision_id", null, rows);

    /// <summary>Money.</summary>
    public static ReportTable OfMoney(IEnumerable<FanRow> rows) => new TableOf<FanRow>(
            "cost-fan", "What each year may cost", "Percentiles over futures (nearest rank), each line on its own.")
        .Words("plan", "Plan", row => row.Plan)
        .Words("financial_year", "Year", row => row.Year)
        .Words("line", "Line", row => row.Line)
        .Money("mean", "Mean", row => new Pounds(row.Fan.Mean))
        .Money("p5", "5%", row => new Pounds(row.Fan.P5))
        .Money("p25", "25%", row => new Pounds(row.Fan.P25))
        .Money("p50", "50%", row => new Pounds(row.Fan.P50))
        .Money("p75", "75%", row => new Pounds(row.Fan.P75))
        .Money("p95", "95%", row => new Pounds(row.Fan.P95))
        .Of(rows);

    /// <summary>Candidate plans over futures.</summary>
    public static ReportTable OfPlans(string key, string title, IEnumerable<PlanRobustness> plans) => new TableOf<PlanRobustness>(
            key, title, "Regret is what a plan leaves unplaced, or costs, beyond the best candidate of the same future.")
        .Words("plan", "Plan", row => row.Plan)
        .With("expected_unplaced", "Expected unplaced", Unit.PupilYears, row => new NumberCell((decimal)row.ExpectedUnplaced, 1))
        .Money("expected", "Expected", row => new Pounds(row.ExpectedPounds))
        .With("expected_regret", "Expected regret", Unit.PupilYears, row => new NumberCell((decimal)row.ExpectedRegret, 1))
        .With("worst_regret", "Worst regret", Unit.PupilYears, row => new CountCell(row.WorstRegret))
        .Money("worst_regret_cost", "Worst regret", row => new Pounds(row.WorstRegretPounds))
        .With("best_in", "Best in", Unit.Percent, row => new NumberCell((decimal)row.BestIn * 100, 0))
        .Of(plans);

    private static ReportTable Chances(string key, string title, string heading, string first, string? second, IEnumerable<ChanceRow> rows)
    {
        TableOf<ChanceRow> table = new TableOf<ChanceRow>(
                key, title, "From and to are a 95% interval of the chance. More places are those with which so many of the futures have no shortfall; 90% is also the 90th percentile of the shortfall.")
            .Words("plan", "Plan", row => row.Plan)
            .Words("academic_year", "Year", row => row.Year)
            .Words(first, heading, row => row.First);
        table = second is null ? table : table.Words(second, "Need", row => row.Second);
        return table
            .With("probability", "Chance", Unit.Percent, row => new NumberCell((decimal)row.Chance.Probability * 100, 0))
            .With("from", "From", Unit.Percent, row => new NumberCell((decimal)row.Chance.ProbabilityFrom * 100, 0))
            .With("to", "To", Unit.Percent, row => new NumberCell((decimal)row.Chance.ProbabilityTo * 100, 0))
            .With("expected", "Expected", Unit.Pupils, row => new NumberCell((decimal)row.Chance.Expected, 1))
            .Places("more_80", "For 80%", row => row.Chance.Places80)
            .Places("more_90", "For 90%", row => row.Chance.Places90)
            .Places("more_95", "For 95%", row => row.Chance.Places95)
            .Of(rows);
    }
}
