using NodaTime;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Html;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Tests.Disclosure;
using PlaceSufficiency.Scenarios.Chance;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Reporting.Tests.Browser;

/// <summary>Pages for a browser to open.</summary>
internal static class Pages
{
    /// <summary>Ends elements, attributes, scripts and comments, is a formula, and is a template of the charts' library.</summary>
    internal const string Hostile = "=1+1 </script><script>window.ran=1</script><img src=x onerror='window.ran=1'> \"' {a|b} {b} ${ran} ]]> --> \u2028";

    /// <summary>A page of so many runs, alike but for their names and how many are unplaced.</summary>
    internal static string OfRuns(int count) => Of([.. Enumerable.Range(0, count).Select(i => Run($"run-{i + 1}", i))]);

    /// <summary>The page of a publication: two runs of made-up pupils whose figures add up, most counts small.</summary>
    internal static string OfPublication()
    {
        ReportModel model = new(RandomRun.Pair(seed: 1, pupils: 60), ReportPurpose.Publication, new LocalDate(2026, 3, 31));
        return ReportPage.Of(model, Publication.Of(model, new DisclosureRule()));
    }

    /// <summary>A page with futures of the first run and a batch of two plans of one scenario and one of another.</summary>
    internal static string OfFutures()
    {
        ScenarioReport run = Run("wing", 0) with
        {
            Fan = new DemandFan(20, 1, [new FanLine(null, null, [new FanYear(8, 9, 10, 11, 12), new FanYear(9, 11, 12, 13, 16)]), new FanLine(Phase.Primary, null, [new FanYear(7, 8, 9, 9, 9), new FanYear(6, 7, 8, 9, 10)])]),
        };
        ShortfallChance half = new(2, 0.5, 1.5, 3, 3, 3);
        BatchReport batch = new(
            "night",
            [new ChanceRow("wing cap=0", "2020/21", "early-years", "ASD", half with { Probability = 0 }), new ChanceRow("wing cap=0", "2021/22", "early-years", "ASD", half)],
            [new ChanceRow("wing cap=0", "2021/22", "hilltop-special", "", half)],
            [new FanRow("wing cap=0", "2021-22", "high-needs-block", CostFan.Of([1_000m, 3_000m])), new FanRow("wing cap=0", "2022-23", "high-needs-block", CostFan.Of([2_000m, 6_000m]))],
            [
                new PlanOutcome("wing cap=0", 0, 4, 1_000_000), new PlanOutcome("wing cap=0", 1, 7, 3_000_000), new PlanOutcome("wing cap=1", 0, 2, 5_000_000), new PlanOutcome("wing cap=1", 1, 2, 5_000_000),
                new PlanOutcome("annexe cap=0", 0, 3, 4_000_000), new PlanOutcome("annexe cap=0", 1, 3, 4_000_000),
            ]);
        return ReportPage.Of(new ReportModel([run, Run("annexe", 1)], ReportPurpose.WorkingCopy, new LocalDate(2026, 3, 31)) { Batch = batch });
    }

    /// <summary>A page all of whose names are hostile.</summary>
    internal static string OfHostileNames()
    {
        ScenarioReport report = TinyReport.Report;
        var named = report.Case with
        {
            Name = Hostile,
            Question = Hostile,
            Authority = Hostile,
            Areas = [.. report.Case.Areas.Select(area => area with { Name = Hostile + area.Id })],
            Provisions = [.. report.Case.Provisions.Select(provision => provision with { Name = Hostile + provision.Id })],
            Schemes = [.. report.Case.Schemes.Select(scheme => scheme with { Name = Hostile })],
            NeedGroups = [new Domain.Planning.NeedGroup(Hostile, NeedSet.All)],
        };
        PlanFigures figures = TinyReport.Figures with { Balances = [.. TinyReport.Figures.Balances.Select(row => row with { NeedGroup = Hostile })] };
        ScenarioReport hostile = new(named, TinyReport.Audit with { Figures = figures }, Hostile, Hostile)
        {
            Run = Hostile,
            Trail = new RunTrail(Hostile, [new InputPrint(Hostile, Hostile)], [new StatedChange(Hostile, Hostile, Hostile, Hostile)]),
        };
        return Of([hostile, hostile with { Run = $"{Hostile} again" }]);
    }

    private static string Of(IReadOnlyList<ScenarioReport> runs) => ReportPage.Of(new ReportModel(runs, ReportPurpose.WorkingCopy, new LocalDate(2026, 3, 31)));

    private static ScenarioReport Run(string name, int unplaced)
    {
        PlacementFact none = TinyReport.Figures.Placements.Single(fact => fact.Provision is null) with { Area = unplaced % 2 == 0 ? TinyWorld.North : TinyWorld.South, Pupils = 1 + unplaced };
        PlanFigures figures = TinyReport.Figures with
        {
            Placements = [.. TinyReport.Figures.Placements.Where(fact => fact.Provision is not null), none],
            Years = [.. TinyReport.Figures.Years.Select(year => year.Year == TinyReport.PlannedYear ? year with { Unplaced = 1 + unplaced } : year)],
        };
        return TinyReport.Report with
        {
            Run = name,
            Case = TinyReport.Case with { Name = $"Scenario {name}", Areas = [.. TinyReport.Case.Areas.Select(area => area with { Name = $"Area {area.Id}" })] },
            Audit = TinyReport.Audit with { Figures = figures },
        };
    }
}
