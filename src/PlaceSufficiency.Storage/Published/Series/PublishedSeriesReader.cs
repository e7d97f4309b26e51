using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>Published series as read, and what should be known about them.</summary>
/// <param name="Series">The series.</param>
/// <param name="Reconciliations">What became of every row, one for each file.</param>
/// <param name="Findings">Warnings.</param>
/// <param name="PlaceOf">ONS code of the place of each warning that is about one.</param>
public sealed record SeriesReading(
    PublishedSeries Series, ImmutableArray<RowReconciliation> Reconciliations, IReadOnlyList<Finding> Findings, ImmutableDictionary<Finding, string> PlaceOf)
{
    /// <summary>The warnings about files, England and those authorities.</summary>
    public IEnumerable<Finding> About(IReadOnlySet<string> codes)
    {
        HashSet<string> others = [.. Series.Places.Where(place => place.Level != PublishedLevel.National && !codes.Contains(place.Code)).Select(place => place.Code)];
        return Findings.Where(finding => !PlaceOf.TryGetValue(finding, out string? code) || !others.Contains(code));
    }
}

/// <summary>
/// Reads the DfE's "Education, health and care plans" as downloaded: plans by age in January, and plans begun and ceased by age in
/// calendar years, all of England, in the layout of the 2022 release or of the 2025 release, plain or gzipped.
/// </summary>
public static class PublishedSeriesReader
{
    /// <summary>The code that an authority's series is kept under: that of today where the same area had another before.</summary>
    public static string LatestCode(string code) => BoundaryChanges.Latest(code);

    /// <summary>The authorities that the area of one that ended with a change of borders is now in; none for any other.</summary>
    public static IReadOnlyList<string> NowIn(string code) => [.. BoundaryChanges.Cut.Where(change => change.Before.Contains(code)).Select(change => change.Name)];

    /// <summary>Reads the files.</summary>
    /// <param name="caseload">Path of the caseload.</param>
    /// <param name="newPlans">Path of the new plans; null where there is none.</param>
    /// <param name="ceased">Path of the ceased plans; null where there is none.</param>
    /// <exception cref="FindingsException">A file is missing or malformed; holds everything that was found.</exception>
    public static SeriesReading Read(string caseload, string? newPlans, string? ceased)
    {
        FindingList findings = new();
        SeriesFile stock = SeriesFileReader.Read(caseload, SeriesKind.Caseload, findings);
        SeriesFile? begun = newPlans is null ? null : SeriesFileReader.Read(newPlans, SeriesKind.NewPlans, findings);
        SeriesFile? ended = ceased is null ? null : SeriesFileReader.Read(ceased, SeriesKind.CeasedPlans, findings);
        findings.ThrowIfErrors();
        HashSet<string> known = [.. stock.Cells.Select(cell => cell.Code)];
        SeriesFile?[] files = [stock, Known(begun, known), Known(ended, known)];
        PlaceFindings places = new(findings);
        PublishedSeries series = new SeriesAssembly(places).Of(stock, files[1], files[2]);
        if (!series.Authorities.Any())
        {
            findings.Add(Finding.Error("published-authority", "The file holds no plans of any authority.", stock.Reconciliation.File));
        }

        findings.ThrowIfErrors();
        SeriesChecks.Check(series, new SeriesFileNames(stock.Reconciliation.File, begun?.Reconciliation.File, ended?.Reconciliation.File), places);
        return new SeriesReading(series, [.. files.OfType<SeriesFile>().Select(file => file.Reconciliation)], findings.Ordered(), places.Places);
    }

    /// <summary>Sets aside flows of places without a caseload.</summary>
    private static SeriesFile? Known(SeriesFile? file, HashSet<string> known)
    {
        if (file is null || file.Cells.All(cell => known.Contains(cell.Code)))
        {
            return file;
        }

        SeriesCell[] kept = [.. file.Cells.Where(cell => known.Contains(cell.Code))];
        return new SeriesFile(kept, file.Bands, file.Reconciliation with
        {
            RowsUsed = kept.Length,
            SetAside = [.. file.Reconciliation.SetAside, new RowsSetAside("the place has no caseload", file.Cells.Count - kept.Length)],
        });
    }
}
