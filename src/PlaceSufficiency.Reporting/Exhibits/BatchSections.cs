using System.Globalization;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Scenarios.Chance;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Reporting.Exhibits;

/// <summary>What a batch adds to a report: the trade-off that its sweeps trace, the chance of shortfall, and how far costs spread.</summary>
public static class BatchSections
{
    private static readonly (string Name, Func<CostFan, decimal> Value)[] _fan =
    [
        ("95th percentile", fan => fan.P95), ("75th percentile", fan => fan.P75), ("median", fan => fan.P50),
        ("25th percentile", fan => fan.P25), ("5th percentile", fan => fan.P5), ("mean", fan => fan.Mean),
    ];

    private static readonly Dictionary<string, string> _words =
        Enum.GetValues<Phase>().Select(phase => (Spelling.Of(phase), FieldWords.Of(phase)))
            .Concat(Enum.GetValues<BudgetLine>().Select(line => (Spelling.Of(line), FieldWords.Of(line)))).ToDictionary(word => word.Item1, word => word.Item2);

    /// <summary>The sections; without futures there is only the trade-off.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="planningCase">A case that knows its provisions by name.</param>
    public static IReadOnlyList<ReportSection> Of(BatchReport batch, PlanningCase planningCase)
    {
        string futures = string.Create(CultureInfo.InvariantCulture, $"Batch {batch.Name}, {batch.Futures:#,##0} {(batch.Futures == 1 ? "future" : "futures")}, each allocated on its own.");
        ReportSection tradeOff = new("trade-off", "What each plan of the batch costs and leaves", futures, [new Exhibit(TradeOff(batch), Drawing.Points)]);
        return batch.Futures < 2
            ? [tradeOff]
            :
            [
                tradeOff,
                new("chance-needs", "How likely a shortfall is, by phase and need", $"{futures} The chance that at least one pupil has no suitable place.",
                    [.. Chances(batch.Needs, "chance-needs", "chance of a shortfall by phase and need", ["Phase", "Need"], row => [Words(row.First), row.Second])]),
                new("chance-provisions", "How likely a setting is short of places", $"{futures} Short: pupils above its places, or turned away where it was the nearest.",
                    [.. Chances(batch.Provisions, "chance-provisions", "chance that a setting is short of places", ["Setting"], row => [NameOf(planningCase, row.First)])]),
                new("cost-fan", "How far spending spreads", $"{futures} Each line on its own: percentiles do not add up.", [new Exhibit(Money(batch.Money), Drawing.Fan) { Unit = Unit.Pounds, Choices = 2 }]),
            ];
    }

    private static ReportTable TradeOff(BatchReport batch) => new TableOf<(string Plan, PlanOutcome[] Outcomes)>(
            "batch-trade-off", "Spending, and pupils with no suitable place (mean over futures)",
            "High needs block, transport and capital over the whole horizon. Plans of one scenario, which differ in what was swept, are joined by a line.")
        .Words("scenario", "Scenario", row => row.Plan.Split(' ')[0])
        .Words("plan", "Plan", row => row.Plan.Split(' ', 2) is [_, var swept] ? swept : row.Plan)
        .With("spending", "Spending", Unit.PoundsMillion, row => new NumberCell(row.Outcomes.Average(outcome => outcome.Pounds) / 1_000_000, 2))
        .With("unplaced", "Unplaced", Unit.PupilYears, row => new NumberCell((decimal)row.Outcomes.Average(outcome => outcome.UnplacedPupilYears), 1))
        .Of(batch.Outcomes.GroupBy(outcome => outcome.Plan).Select(group => (group.Key, group.ToArray())));

    /// <summary>A shaded table a plan, years across; the first is open.</summary>
    private static IEnumerable<Exhibit> Chances(IReadOnlyList<ChanceRow> rows, string key, string title, string[] headings, Func<ChanceRow, string[]> words)
    {
        string[] years = [.. rows.Select(row => row.Year).Distinct().Order(StringComparer.Ordinal)];
        return rows.GroupBy(row => row.Plan).Select((plan, i) => new Exhibit(
            new ReportTable(
                $"{key}-{i + 1}", $"{plan.Key}: {title} (%)", string.Empty,
                [.. headings.Select((heading, at) => new Column($"word{at}", heading, Unit.None)), .. years.Select(year => new Column(year, year, Unit.AsStated))],
                [
                    .. plan.GroupBy(row => (row.First, row.Second)).Where(line => line.Any(row => row.Chance.Probability > 0))
                        .Select(line => (IReadOnlyList<Cell>)
                        [
                            .. words(line.First()).Select(word => new TextCell(word)),
                            .. years.Select(year => line.FirstOrDefault(row => row.Year == year) is { } row ? new NumberCell((decimal)row.Chance.Probability * 100, 0) : new NumberCell(0, 0)),
                        ]),
                ],
                []),
            Drawing.ShadedShortfall)
        { IsDetail = i > 0 });
    }

    private static ReportTable Money(IReadOnlyList<FanRow> rows)
    {
        string[] years = [.. rows.Select(row => row.Year).Distinct().Order(StringComparer.Ordinal)];
        return new ReportTable(
            "batch-money", "Spending by financial year (£000)", string.Empty,
            [new Column("plan", "Plan", Unit.None), new Column("budget_line", "Budget line", Unit.None), new Column("line", "Line", Unit.None), .. years.Select(year => new Column(year, year, Unit.AsStated))],
            [
                .. from row in rows
                   group row by (row.Plan, row.Line) into chosen
                   let byYear = chosen.ToDictionary(row => row.Year)
                   from line in _fan
                   select (IReadOnlyList<Cell>)
                   [
                       new TextCell(chosen.Key.Plan), new TextCell(Words(chosen.Key.Line)), new TextCell(line.Name),
                       .. years.Select(year => new MoneyCell(new Pounds(byYear.TryGetValue(year, out FanRow? known) ? line.Value(known.Fan) : 0), InThousands: true)),
                   ],
            ],
            []);
    }

    /// <summary>Words for people of a phase or budget line as an archive spells them.</summary>
    private static string Words(string spelling) => _words.GetValueOrDefault(spelling, spelling);

    private static string NameOf(PlanningCase planningCase, string provision) =>
        planningCase.HasProvision(new ProvisionId(provision)) ? new ProvisionNames(planningCase).Of(new ProvisionId(provision)) : provision;
}
