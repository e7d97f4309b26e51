using PlaceSufficiency.Reporting.Disclosure;
using PlaceSufficiency.Reporting.Exhibits;
using PlaceSufficiency.Reporting.Maps;

namespace PlaceSufficiency.Reporting.Html;

/// <summary>What a page shows, decided before anything is written.</summary>
/// <param name="Model">The report.</param>
/// <param name="Notice">What the page says of itself first.</param>
/// <param name="Answers">The answer of each run.</param>
/// <param name="Comparison">The runs side by side; empty for one alone.</param>
/// <param name="Batch">What a batch adds; empty without one.</param>
/// <param name="Sections">The sections of the run in a position.</param>
/// <param name="MapOf">The map of the run in a position; null where none may be shown.</param>
internal sealed record PageContents(
    ReportModel Model,
    string Notice,
    IReadOnlyList<string> Answers,
    IReadOnlyList<ReportSection> Comparison,
    IReadOnlyList<ReportSection> Batch,
    Func<int, IReadOnlyList<ReportSection>> Sections,
    Func<int, ReportMap>? MapOf)
{
    /// <summary>Everything, for those who plan.</summary>
    internal static PageContents ForPlanners(ReportModel model)
    {
        SharedOutlines outlines = new();
        return new PageContents(
            model,
            "Working copy: not for publication. Small numbers are not suppressed.",
            [.. model.Runs.Select(run => run.Answer)],
            model.Comparison is { } comparison ? ComparisonSections.Of(comparison) : [],
            model.Batch is { } batch ? BatchSections.Of(batch, model.Runs[0].Case) : [],
            position => ScenarioSections.Of(model.Runs[position].Held(), model.Made),
            position => ScenarioMap.Of(model.Runs[position].Case, model.Runs[position].Held().Audit.Figures, outlines));
    }

    /// <summary>What may be published: no flows, no small areas, and of figures only those of the publication.</summary>
    internal static PageContents ForEverybody(ReportModel model, Publication publication) => new(
        model,
        publication.Notice,
        [.. publication.Runs.Select(run => run.Answer)],
        PublishedSections.OfComparison(publication),
        Batch: [],
        Sections: position => PublishedSections.Of(publication.Runs[position], model.Runs[position], model.Made),
        MapOf: null);
}
