using NodaTime;
using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Exhibits;

/// <summary>One scenario's part of a report, in the order in which it is read.</summary>
public static class ScenarioSections
{
    private static readonly string[] _uses = ["places", "imports", "pupils", "over_number", "empty"];

    /// <summary>The sections.</summary>
    /// <param name="report">The scenario.</param>
    /// <param name="made">Day of the report; null where it bears none.</param>
    public static IReadOnlyList<ReportSection> Of(ScenarioReport report, LocalDate? made)
    {
        Dictionary<string, ReportTable> tables = ReportTables.Of(report).ToDictionary(table => table.Key);
        string[] years = [.. report.Case.Horizon.AllYears.Select(year => year.ToString())];
        return
        [
            Demand(report, tables, years),
            Unplaced(tables["unplaced"], years),
            Kinds(tables),
            Money(tables),
            Schemes(report),
            .. LookingAhead(report, tables, years),
            Strategy(report),
            Settings(tables, years),
            Trail(report, tables, made),
        ];
    }

    private static ReportSection Demand(ScenarioReport report, Dictionary<string, ReportTable> tables, string[] years) => new(
        "demand", "Demand against places", "Specialist places are those in special schools, resourced provisions and SEN units.",
        [
            new Exhibit(DemandPlacesTable.Of(report.Case, report.Audit.Figures), Drawing.Lines) { Unit = Unit.Pupils, Choices = 2 },
            .. report.Fan is { } fan ? [new Exhibit(FanTable.Of(report.Case, report.Audit.Figures, fan), Drawing.Fan) { Unit = Unit.Pupils, Choices = 1 }] : Array.Empty<Exhibit>(),
            Spread(tables["balance"], 0, Drawing.ShadedBalance),
            Spread(tables["demand"], 0) with { IsDetail = true },
        ]);

    private static ReportSection Unplaced(ReportTable unplaced, string[] years) => new(
        "unplaced", "Pupils with no suitable place", unplaced.Note,
        [
            Exhibit("by-phase", unplaced, new Spread("Pupils with no suitable place, by phase", "year", years, ["phase"], ["pupils"]), Drawing.StackedBars, Unit.Pupils),
            Exhibit("by-cause", unplaced, new Spread("Why pupils have no suitable place", "year", years, ["cause"], ["pupils"]), Drawing.StackedBars, Unit.Pupils),
            Spread(unplaced, 0, Drawing.ShadedShortfall),
        ]);

    private static ReportSection Kinds(Dictionary<string, ReportTable> tables) => new(
        "placements", "Where pupils are placed", string.Empty,
        [
            Spread(tables["pupils-by-kind"], 0, Drawing.StackedBars) with { Unit = Unit.Pupils },
            Spread(tables["inmss"], 0),
            Spread(tables["travel"], 0),
        ]);

    private static ReportSection Money(Dictionary<string, ReportTable> tables) => new(
        "money", "Where the money goes", tables["spending"].Note,
        [
            Spread(tables["spending"], 0, Drawing.StackedBars) with { Unit = Unit.Pounds },
            Spread(tables["spending"], 2, Drawing.StackedBars) with { Unit = Unit.Pounds },
            Spread(tables["spending"], 1) with { IsDetail = true },
            Spread(tables["priced-not-spent"], 0) with { IsDetail = true },
        ]);

    private static ReportSection Schemes(ScenarioReport report) => new(
        "schemes", "Which schemes open, and what would have to change", string.Empty,
        [
            Plain(SchemeReasonTable.Of(report.Case, report.Audit)),
            Plain(ShortfallReasonTable.Of(report.Case, report.Audit.Figures)),
            new Exhibit(PlaceValueTable.Of(report.Case, report.Audit), Drawing.ShadedShortfall) { IsDetail = true },
        ]);

    private static IEnumerable<ReportSection> LookingAhead(ScenarioReport report, Dictionary<string, ReportTable> tables, string[] years) => report.WithoutLookingAhead is null
        ? []
        : [new ReportSection(
            "looking-ahead", "What looking ahead is worth", tables["looking-ahead"].Note,
            [
                Plain(tables["looking-ahead"]),
                Exhibit("looking-ahead-unplaced", tables["looking-ahead-years"], LookingAheadTables.Unplaced(years), Drawing.Lines, Unit.Pupils),
                Spread(tables["looking-ahead-years"], 0),
            ])];

    private static ReportSection Strategy(ScenarioReport report) => new(
        "strategy", "The strategy's own measures", string.Empty,
        [
            new Exhibit(StrategyTables.SpecialPlaces(report.Case, report.Audit.Figures), Drawing.Lines) { Unit = Unit.Pupils },
            new Exhibit(StrategyTables.Inmss(report.Case, report.Audit.Figures), Drawing.StackedBars) { Unit = Unit.Pupils },
            new Exhibit(StrategyTables.Girls(report.Case, report.Audit.Figures), Drawing.StackedBars) { Unit = Unit.Pupils },
            Plain(StrategyTables.Continuum(report.Case, report.Audit.Figures)),
            Plain(EvennessTable.Of(report.Case, report.Audit.Figures)),
        ]);

    private static ReportSection Trail(ScenarioReport report, Dictionary<string, ReportTable> tables, LocalDate? made) => new(
        "trail", "Where every number comes from",
        "An independent audit recomputed every figure here from the plan and the case.",
        [
            Plain(TrailTables.Of(report, made)),
            Plain(tables["tiers"]),
            Plain(TrailTables.Changes(report)),
            Plain(TrailTables.Assumptions(report.Case)) with { IsDetail = true },
            Plain(TrailTables.Inputs(report)) with { IsDetail = true },
        ]);

    private static ReportSection Settings(Dictionary<string, ReportTable> tables, string[] years) => new(
        "settings", "How full settings are", tables["base-use"].Note,
        [
            Spread(tables["special-school-use"], 0),
            Exhibit("special-schools", tables["special-school-use"], new Spread("Special schools, one by one", "year", years, ["provision"], _uses), Drawing.None, Unit.AsStated) with { IsDetail = true },
            Spread(tables["base-use"], 0),
            Exhibit("bases", tables["base-use"], new Spread("Resourced provisions and SEN units, one by one", "year", years, ["provision"], _uses), Drawing.None, Unit.AsStated) with { IsDetail = true },
        ]);

    private static Exhibit Plain(ReportTable table) => new(table.ForPeople(brief: false)[0]);

    private static Exhibit Spread(ReportTable table, int spread, Drawing drawing = Drawing.None) =>
        Exhibit($"{table.Key}-{spread}", table, table.Spreads[spread], drawing, Unit.AsStated);

    private static Exhibit Exhibit(string key, ReportTable table, Spread spread, Drawing drawing, Unit unit) =>
        new(spread.Of(table) with { Key = key }, drawing) { Unit = unit };
}
