using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Reporting.Tables;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Reporting.TradeOffs;

/// <summary>A curve as tables.</summary>
public static class TradeOffTables
{
    private const decimal Million = 1_000_000;

    /// <summary>The points, the tightest limit first.</summary>
    public static ReportTable Of(TradeOffCurve curve)
    {
        TableOf<TradeOffLine> table = new TableOf<TradeOffLine>(
                "trade-off", $"{FieldWords.AtStart(FieldWords.Of(curve.Against))} against {Words(curve.Limit)}",
                "Buys: what one more unit taken of the limit saves against the last point before that is a step of the curve. Gap: how far the value may be above the best possible. "
                    + "Proven: whether that gap, and those of the aims before, are closed; nearly is within 0.1%.")
            .With("limit", "Limit", UnitOf(curve.Limit), line => Amount(curve.Limit, line.Point.Limit))
            .With("used", "Taken", UnitOf(curve.Limit), line => Amount(curve.Limit, line.Point.Used));
        if (curve.Against != ObjectiveTier.Unplaced)
        {
            table.With("unplaced", "Unplaced", Unit.PupilYears, line => new CountCell(line.Point.Unplaced));
        }

        return table
            .With("value", FieldWords.AtStart(FieldWords.Of(curve.Against)), UnitOf(curve.Against), line => Value(curve.Against, line.Tier.Value, 0))
            .With("buys", BuysHeading(curve), Unit.AsStated, line => line.Buys is { } buys ? new NumberCell(buys * BuysFactor(curve), 2) : Cell.Nothing)
            .With("gap", "Gap", Unit.Percent, line => new NumberCell((decimal)(line.Tier.Gap * 100), 2))
            .Words("proven", "Proven", line => line.Proof switch { TradeOffProof.Best => "yes", TradeOffProof.Nearly => "nearly", _ => "no" })
            .Words("remark", "Remark", Remark)
            .Programs("bound", UnitOf(curve.Against), line => Value(curve.Against, (decimal)line.Tier.Bound, 2))
            .Programs("gives", UnitOf(curve.Limit), line => Amount(curve.Limit, line.Gives))
            .Programs("dominated_by", UnitOf(curve.Limit), line => line.DominatedBy is { } other ? Amount(curve.Limit, other) : Cell.Nothing)
            .Programs("same_plan_as", UnitOf(curve.Limit), line => line.SameAs is { } other ? Amount(curve.Limit, other) : Cell.Nothing)
            .Of(curve.Lines);
    }

    /// <summary>
    /// What the chart is drawn from: what each plan takes and comes to. Points off the curve are on a line of their own; so is, where the aims before are proven, how
    /// low any plan could come within each limit.
    /// </summary>
    public static ReportTable Drawn(TradeOffCurve curve)
    {
        TradeOffLine[] plans = [.. curve.Lines.Where(line => line.SameAs is null)];
        bool isEarlierProven = curve.Lines.All(line => line.Point.Tiers.TakeWhile(tier => tier.Tier != curve.Against).All(tier => tier.Gap == 0));
        TradeOffLine[] bounds = isEarlierProven && curve.Lines.Any(line => line.Tier.Gap > 0) ? [.. curve.Lines] : [];
        bool inMillions = curve.Limit.IsMoney && curve.Lines[^1].Point.Limit >= Million;
        Cell Along(decimal amount) => inMillions ? new NumberCell(amount / Million, 2) : Amount(curve.Limit, amount);
        string Named(decimal limit) => inMillions ? $"£{CellText.ForPrograms(new NumberCell(limit / Million, 2))}m" : Shown(curve.Limit, limit);
        return new TableOf<(string Series, string Point, decimal Used, decimal Value)>(
                "trade-off-drawn", $"{FieldWords.AtStart(FieldWords.Of(curve.Against))} against {Words(curve.Limit)}: what plans take and come to")
            .Words("series", "Line", row => row.Series)
            .Words("point", "At a limit of", row => row.Point)
            .With("used", FieldWords.AtStart(Words(curve.Limit)), inMillions ? Unit.PoundsMillion : UnitOf(curve.Limit), row => Along(row.Used))
            .With("value", FieldWords.AtStart(FieldWords.Of(curve.Against)), UnitOf(curve.Against), row => Value(curve.Against, row.Value, 0))
            .Of(
            [
                .. plans.OrderBy(line => line.DominatedBy is not null).Select(line =>
                    (line.DominatedBy is null ? "best plans found" : "dominated", Named(line.Point.Limit), line.Point.Used, (decimal)line.Tier.Value)),
                .. bounds.Select(line => ("no plan is below", string.Empty, line.Point.Limit, (decimal)line.Tier.Bound)),
            ]);
    }

    /// <summary>Which candidates each plan opens, a row an opening; without rows where plans open none.</summary>
    public static ReportTable Openings(TradeOffCurve curve) => new TableOf<(decimal Limit, SchemeId Scheme, AcademicYear Opens)>("openings", "What each plan opens")
        .With("limit", "Limit", UnitOf(curve.Limit), row => Amount(curve.Limit, row.Limit))
        .Words("scheme_id", "Scheme", row => row.Scheme.Value)
        .Words("opens", "Opens", row => row.Opens.ToString())
        .Of(curve.Lines.SelectMany(line => line.Point.Openings.Select(opening => (line.Point.Limit, opening.Key, opening.Value))));

    /// <summary>The same with a column a plan, for people.</summary>
    public static ReportTable OpeningsSideBySide(TradeOffReport report)
    {
        TradeOffPoint[] plans = [.. report.Curve.Lines.Where(line => line.SameAs is null).Select(line => line.Point)];
        HashSet<SchemeId> opened = [.. plans.SelectMany(plan => plan.Openings.Keys)];
        return new ReportTable(
            "openings-side-by-side", "What each plan opens, and in which September", $"A column a plan, named by the limit it is of ({Words(report.Curve.Limit)}).",
            [new Column("scheme", "Scheme", Unit.None), .. plans.Select((plan, i) => new Column($"plan{i}", Shown(report.Curve.Limit, plan.Limit), Unit.AsStated))],
            [
                .. report.Case.Schemes.Where(scheme => opened.Contains(scheme.Id)).Select(scheme => (IReadOnlyList<Cell>)
                [
                    new TextCell(scheme.Name),
                    .. plans.Select(plan => plan.Openings.TryGetValue(scheme.Id, out AcademicYear opens) ? new TextCell(opens.ToString()) : Cell.Nothing),
                ]),
            ],
            []);
    }

    /// <summary>What the limit is on, a few words.</summary>
    internal static string Words(TradeOffLimit limit) => limit.Kind switch
    {
        TradeOffKind.Capital => "capital",
        TradeOffKind.InmssSpend => $"INMSS spend in {Years(limit)}",
        _ => $"pupils in INMSS in {Years(limit)}",
    };

    /// <summary>So much of it: "£24,000 of capital", "1 pupil in INMSS in 2026/27".</summary>
    internal static string Taken(TradeOffLimit limit, decimal amount) => limit.IsMoney ? $"{Shown(limit, amount)} of {Words(limit)}" : $"{Shown(limit, amount)} in INMSS in {Years(limit)}";

    /// <summary>A limit as people write it: "£20,000,000", "40 pupils".</summary>
    internal static string Shown(TradeOffLimit limit, decimal amount) => $"{CellText.ForPeople(Amount(limit, amount))}{(limit.IsMoney ? string.Empty : amount == 1 ? " pupil" : " pupils")}";

    /// <summary>A value of the aim as people write it, with its unit.</summary>
    internal static string Shown(ObjectiveTier aim, decimal value) => aim.Unit() == TierUnit.Pence ? CellText.ForPeople(Value(aim, value, 0)) : Counted(value, 0, aim.Unit());

    /// <summary>What one more unit buys, as people write it: "£2.50 for each £1".</summary>
    internal static string ShownBuys(TradeOffCurve curve, decimal buys)
    {
        decimal number = Math.Abs(buys) * BuysFactor(curve);
        return $"{(curve.Against.Unit() == TierUnit.Pence ? $"£{CellText.ForPeople(new NumberCell(number, 2))}" : Counted(number, 2, curve.Against.Unit()))} for each {Each(curve)}";
    }

    /// <summary>"1 pupil-year", "2.50 moves".</summary>
    private static string Counted(decimal number, int decimals, TierUnit unit) =>
        $"{CellText.ForPeople(new NumberCell(number, number == decimal.Truncate(number) ? 0 : decimals))} {(number == 1 ? FieldWords.Of(unit)[..^1] : FieldWords.Of(unit))}";

    private static string BuysHeading(TradeOffCurve curve) => $"Each {Each(curve)} buys{(curve.Against.Unit() == TierUnit.Pence ? " (£)" : string.Empty)}";

    /// <summary>A pound buys pounds; of anything else it buys so little that a million of them is a better unit.</summary>
    private static string Each(TradeOffCurve curve) => !curve.Limit.IsMoney ? "pupil" : curve.Against.Unit() == TierUnit.Pence ? "£1" : "£1m";

    private static decimal BuysFactor(TradeOffCurve curve) => curve.Against.Unit() == TierUnit.Pence ? 0.01m : curve.Limit.IsMoney ? Million : 1;

    private static string Remark(TradeOffLine line) => line.Gives > 0 ? "limit gives" : line.SameAs is not null ? "same plan" : line.DominatedBy is not null ? "dominated" : string.Empty;

    /// <summary>The years in the limit's key.</summary>
    private static string Years(TradeOffLimit limit) => $"{limit.From}{(limit.Until is null ? " and each later year" : string.Empty)}";

    private static Cell Amount(TradeOffLimit limit, decimal amount) => limit.IsMoney ? new MoneyCell(new Pounds(amount)) : new CountCell((long)amount);

    private static Cell Value(ObjectiveTier aim, decimal value, int decimals) => aim.Unit() == TierUnit.Pence ? new MoneyCell(new Pounds(value / 100)) : new NumberCell(value, decimals);

    private static Unit UnitOf(TradeOffLimit limit) => limit.IsMoney ? Unit.Pounds : Unit.Pupils;

    private static Unit UnitOf(ObjectiveTier aim) => aim.Unit() switch
    {
        TierUnit.Pence => Unit.Pounds,
        TierUnit.PupilYears => Unit.PupilYears,
        _ => Unit.AsStated,
    };
}
