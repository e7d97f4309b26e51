using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>Where a published file of plans by age keeps what is read.</summary>
/// <param name="Kind">What the file counts.</param>
/// <param name="Release">"2022" or "2025": the release whose layout it is.</param>
/// <param name="CountColumn">Column of the count.</param>
/// <param name="BandColumn">Column that says which part of the plans the row counts.</param>
/// <param name="TopicColumn">Column that says what the plans are broken down by; null where that is always age.</param>
/// <param name="AgeTopic">What <paramref name="TopicColumn"/> says of rows by age.</param>
/// <param name="Total">What <paramref name="BandColumn"/> says of rows that count all plans.</param>
internal sealed record SeriesLayout(
    SeriesKind Kind, string Release, string CountColumn, string BandColumn, string? TopicColumn, string? AgeTopic, string Total)
{
    private static readonly SeriesLayout[] _known =
    [
        new(SeriesKind.Caseload, "2022", "Total_all", "characteristic_age", null, null, "Total"),
        new(SeriesKind.NewPlans, "2022", "Total_new_all", "characteristic_age", null, null, "Total"),
        new(SeriesKind.Caseload, "2025", "ehcplans", "breakdown", "breakdown_topic", "Child or young persons age", "All EHC plans"),
        new(SeriesKind.NewPlans, "2025", "new_ehc_plans", "breakdown", "breakdown_topic", "Age when plan started", "New EHC plans"),
        new(SeriesKind.CeasedPlans, "2025", "total_ceased", "breakdown", "breakdown_topic", "Age plan ceased", "All ceased EHC plans"),
    ];

    private static readonly string[] _shared = ["time_period", "geographic_level", "region_code", "region_name", "new_la_code", "la_name"];

    /// <summary>Recognises the layout of a file by its columns.</summary>
    /// <param name="row">Any row of the file.</param>
    /// <param name="kind">What the file is said to count.</param>
    /// <param name="file">Name of the file, for the message.</param>
    /// <exception cref="FindingsException">The columns are of no known layout, or of a file that counts something else.</exception>
    internal static SeriesLayout Of(PublishedRow row, SeriesKind kind, string file)
    {
        SeriesLayout[] fitting = [.. _known.Where(layout => layout.Fits(row))];
        if (fitting.FirstOrDefault(layout => layout.Kind == kind) is { } found && _shared.All(row.Has))
        {
            return found;
        }

        throw new FindingsException([Finding.Error(
            "published-layout",
            $"The columns are not those of a file of {NameOf(kind)} in the 2022 or 2025 layout; needed are {Needed(kind)}.",
            file,
            1,
            maybe: fitting.Length > 0 ? $"it is the file of {NameOf(fitting[0].Kind)}, which goes with {OptionOf(fitting[0].Kind)}." : "it is a file by need or by placement, not by age.")]);
    }

    /// <summary>"new plans".</summary>
    internal static string NameOf(SeriesKind kind) => kind switch
    {
        SeriesKind.Caseload => "the caseload",
        SeriesKind.NewPlans => "new plans",
        _ => "ceased plans",
    };

    private static string OptionOf(SeriesKind kind) => kind switch
    {
        SeriesKind.Caseload => "--caseload",
        SeriesKind.NewPlans => "--new-plans",
        _ => "--ceased",
    };

    private static string Needed(SeriesKind kind) => string.Join(" or ", _known.Where(layout => layout.Kind == kind).Select(layout => $"{layout.BandColumn} with {layout.CountColumn}"));

    private bool Fits(PublishedRow row) => row.Has(CountColumn) && row.Has(BandColumn) && (TopicColumn is null || row.Has(TopicColumn));
}
