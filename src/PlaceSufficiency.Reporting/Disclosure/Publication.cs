using PlaceSufficiency.Reporting.Tables;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>What of a run may be published.</summary>
/// <param name="Run">Short name of the run.</param>
/// <param name="Answer">One plain sentence, without withheld figures.</param>
/// <param name="Tables">
/// The tables. They bear the keys of the working tables where they say the same, with fewer columns; a withheld figure is a
/// <see cref="SuppressedCell"/>, and totals are rows named "All", never to be added up again.
/// </param>
public sealed record PublishedRun(string Run, string Answer, IReadOnlyList<ReportTable> Tables);

/// <summary>
/// Everything of a report that may be published. Writers of publications take their figures from here and from nowhere else: no flows, no
/// small areas, no pupils by level or sex beyond what its tables hold.
/// </summary>
/// <param name="Rule">The rule that was kept.</param>
/// <param name="Runs">The runs, the baseline first.</param>
/// <param name="Comparison">The runs side by side, with the keys of the working comparison; empty for a run alone.</param>
/// <param name="Small">How many figures are withheld because they are small; equal runs share theirs.</param>
/// <param name="ForTheirSake">How many more are withheld so that those cannot be worked out.</param>
public sealed record Publication(
    DisclosureRule Rule, IReadOnlyList<PublishedRun> Runs, IReadOnlyList<ReportTable> Comparison, int Small, int ForTheirSake)
{
    /// <summary>What a publication says of itself.</summary>
    public string Notice => $"For publication: counts of pupils below {Rule.Threshold} are withheld, and others so that they cannot be worked out.";

    /// <summary>Decides what of a report may be published. All its tables are protected together, so publish them together or in part.</summary>
    public static Publication Of(ReportModel model, DisclosureRule rule)
    {
        PublishedCounts counts = PublishedCounts.Of(model.Runs, rule);
        PublishedMoney money = new(model.Runs, counts);
        return new Publication(
            rule,
            [.. model.Runs.Select(run => new PublishedRun(run.Run, PublishedAnswer.Of(run, counts), PublishedTables.Of(run, counts, money)))],
            PublishedComparison.Of(model.Runs, counts, money),
            counts.Result.Primary,
            counts.Result.Secondary);
    }
}
