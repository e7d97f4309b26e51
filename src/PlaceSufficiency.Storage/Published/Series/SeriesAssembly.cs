using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>Puts the used rows of the files together, place by place and year by year.</summary>
internal sealed class SeriesAssembly(PlaceFindings findings)
{
    /// <summary>The series of every place that has a caseload.</summary>
    internal PublishedSeries Of(SeriesFile caseload, SeriesFile? newPlans, SeriesFile? ceased)
    {
        ImmutableArray<PublishedAgeBand> bands = Bands(caseload);
        ImmutableArray<PublishedAgeBand> newBands = Bands(newPlans);
        ImmutableArray<PublishedAgeBand> ceasedBands = Bands(ceased);
        Dictionary<string, ImmutableSortedDictionary<AcademicYear, BandedCount>> begun = Counts(newPlans, newBands);
        Dictionary<string, ImmutableSortedDictionary<AcademicYear, BandedCount>> ended = Counts(ceased, ceasedBands);
        Dictionary<string, SeriesCell> last = caseload.Cells.GroupBy(cell => cell.Code).ToDictionary(place => place.Key, place => place.MaxBy(cell => cell.Year)!);
        return new PublishedSeries(bands, newBands, ceasedBands,
        [
            .. from pair in Counts(caseload, bands)
               orderby pair.Key
               let cell = last[pair.Key]
               select new PlanSeries(
                   cell.Code, cell.Name, cell.Level, cell.Region, pair.Value,
                   begun.GetValueOrDefault(pair.Key, ImmutableSortedDictionary<AcademicYear, BandedCount>.Empty),
                   ended.GetValueOrDefault(pair.Key, ImmutableSortedDictionary<AcademicYear, BandedCount>.Empty)),
        ]);
    }

    private ImmutableArray<PublishedAgeBand> Bands(SeriesFile? file)
    {
        if (file is null)
        {
            return [];
        }

        foreach ((PublishedAgeBand younger, PublishedAgeBand older) in file.Bands.Zip(file.Bands.Skip(1)).Where(pair => pair.First.To >= pair.Second.From))
        {
            findings.Add(Finding.Error(
                "published-bands-overlap", $"The age bands '{younger.Label}' and '{older.Label}' overlap.", file.Reconciliation.File, value: older.Label,
                maybe: "two releases were put into one file."));
        }

        return [.. file.Bands];
    }

    private Dictionary<string, ImmutableSortedDictionary<AcademicYear, BandedCount>> Counts(SeriesFile? file, ImmutableArray<PublishedAgeBand> bands) => file is null
        ? []
        : file.Cells.GroupBy(cell => cell.Code, StringComparer.Ordinal).ToDictionary(
            place => place.Key,
            place => place.GroupBy(cell => cell.Year)
                .Select(year => (year.Key, Count: Count(file, bands, [.. year])))
                .Where(year => year.Count is not null)
                .ToImmutableSortedDictionary(year => year.Key, year => year.Count!));

    private BandedCount? Count(SeriesFile file, ImmutableArray<PublishedAgeBand> bands, SeriesCell[] cells)
    {
        foreach (SeriesCell twice in cells.GroupBy(cell => cell.Band).SelectMany(same => same.Skip(1)))
        {
            findings.Add(twice.Code, Finding.Error(
                "published-twice", $"{twice.Name} has two rows for {twice.Band?.Label ?? "all ages"} in one year.", file.Reconciliation.File, twice.Line, "time_period", twice.Year.ToString()));
        }

        Dictionary<PublishedAgeBand, int> byBand = cells.Where(cell => cell.Band is not null).DistinctBy(cell => cell.Band).ToDictionary(cell => cell.Band!, cell => cell.Count);
        if (cells.FirstOrDefault(cell => cell.Band is null) is not { } total)
        {
            findings.Add(cells[0].Code, Finding.Warning(
                "published-no-total", $"{cells[0].Name} has no total for the year; its bands are added up.", file.Reconciliation.File, cells[0].Line, "time_period", cells[0].Year.ToString()));
            return new BandedCount(byBand.Values.Sum(), [.. bands.Select(band => byBand.GetValueOrDefault(band))]);
        }

        return new BandedCount(total.Count, Bands(file, bands, byBand, total));
    }

    /// <summary>
    /// The bands of a year. A band without a row is nobody's where the others make up the total; a single one that was suppressed is
    /// what the total leaves; where more are missing the year counts in total only.
    /// </summary>
    private ImmutableArray<int> Bands(SeriesFile file, ImmutableArray<PublishedAgeBand> bands, Dictionary<PublishedAgeBand, int> byBand, SeriesCell total)
    {
        int left = total.Count - byBand.Values.Sum();
        PublishedAgeBand[] missing = [.. bands.Where(band => !byBand.ContainsKey(band))];
        if (byBand.Count == 0)
        {
            return [];
        }

        if (missing.Length > 1 && left > 0)
        {
            findings.Add(total.Code, Finding.Warning(
                "published-suppressed", $"{total.Name} has no figure for {missing.Length} age bands, which hold {left} plans; the year counts in total only.",
                file.Reconciliation.File, total.Line, "time_period", total.Year.ToString()));
            return [];
        }

        if (left < 0 || (missing.Length == 0 && left > 0))
        {
            findings.Add(total.Code, Finding.Warning(
                "published-bands-total", $"The age bands of {total.Name} hold {byBand.Values.Sum()} plans, the total says {total.Count}; both are used as they are.",
                file.Reconciliation.File, total.Line, "time_period", total.Year.ToString(), left > 0 ? "the others are of unknown age." : null));
        }

        return [.. bands.Select(band => byBand.TryGetValue(band, out int count) ? count : missing.Length == 1 ? Math.Max(0, left) : 0)];
    }
}
