using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Reporting.Words;
using PlaceSufficiency.Scenarios.TradeOffs;

namespace PlaceSufficiency.Reporting.TradeOffs;

/// <summary>What a curve says, in sentences.</summary>
public static class TradeOffWords
{
    /// <summary>The sentences, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Of(TradeOffReport report)
    {
        TradeOffCurve curve = report.Curve;
        TradeOffLine[] steps = [.. curve.Lines.Where(line => line.SameAs is null && line.DominatedBy is null)];
        List<string> sentences = [Ends(curve, steps)];
        TradeOffLine[] buying = [.. steps.Where(line => line.Buys is not null)];
        if (buying.Length > 0)
        {
            sentences.Add(string.Join(' ', buying.Length == 1 ? [Step(curve, buying[0])] : new[] { buying[0], buying[^1] }.Select(line => Step(curve, line))));
        }

        sentences.Add(
            $"At each point the plan minimises {string.Join(", then ", report.Case.Tiers.Select(FieldWords.Of))}; nothing but the limit differs."
            + (curve.Against == ObjectiveTier.Unplaced ? string.Empty : " Read the pupils unplaced beside it: they come first, so less of the one may stand beside more of the other."));
        int open = curve.Lines.Count(line => line.Proof == TradeOffProof.Open);
        if (open > 0)
        {
            string which = open == curve.Lines.Count ? "No point is" : $"{open} of {curve.Lines.Count} points {(open == 1 ? "is" : "are")} not";
            sentences.Add($"{which} proven best: read {(open == 1 ? "its gap" : "their gaps")} before quoting what a step buys.");
        }

        if (report.Failed.Count > 0)
        {
            sentences.Add(
                $"The curve says nothing at {string.Join(", ", report.Failed.OrderBy(point => point.Limit).Select(point => TradeOffTables.Shown(curve.Limit, point.Limit)))}: "
                + "no plan was found there that passed its audit.");
        }

        return sentences;
    }

    private static string Ends(TradeOffCurve curve, TradeOffLine[] steps)
    {
        string aim = FieldWords.AtStart(FieldWords.Of(curve.Against));
        string At(TradeOffLine line) => $"{TradeOffTables.Shown(curve.Against, line.Tier.Value)} with {TradeOffTables.Taken(curve.Limit, line.Point.Used)}";
        return steps is [var first, .., var last]
            ? $"{aim} is {At(first)}, and {At(last)}."
            : $"{aim} is the same at every point: {At(steps.Length > 0 ? steps[0] : curve.Lines[0])}.";
    }

    private static string Step(TradeOffCurve curve, TradeOffLine line) =>
        $"The step to {TradeOffTables.Shown(curve.Limit, line.Point.Limit)} {(line.Buys < 0 ? "adds" : "saves")} {TradeOffTables.ShownBuys(curve, line.Buys!.Value)}.";
}
