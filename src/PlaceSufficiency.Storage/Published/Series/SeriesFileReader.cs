using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>The used rows of one published file, and what became of the others.</summary>
/// <param name="Cells">The used rows.</param>
/// <param name="Bands">Every age band the file has, youngest first; of one that is always suppressed there are no cells.</param>
/// <param name="Reconciliation">Rows read, used and set aside.</param>
internal sealed record SeriesFile(IReadOnlyList<SeriesCell> Cells, IReadOnlyList<PublishedAgeBand> Bands, RowReconciliation Reconciliation);

/// <summary>Reads a published file of plans by age, of the whole of England, in the layout of 2022 or 2025.</summary>
internal sealed class SeriesFileReader
{
    private readonly string _file;
    private readonly SeriesKind _kind;
    private readonly FindingList _findings;
    private readonly Dictionary<string, PublishedAgeBand> _bands = [];
    private readonly Dictionary<string, int> _aside = [];
    private readonly List<SeriesCell> _cells = [];

    private SeriesFileReader(string file, SeriesKind kind, FindingList findings) => (_file, _kind, _findings) = (file, kind, findings);

    /// <summary>Reads a file, adding what is wrong with it to the findings.</summary>
    internal static SeriesFile Read(string path, SeriesKind kind, FindingList findings)
    {
        SeriesFileReader reader = new(Path.GetFileName(path), kind, findings);
        int rows = reader.ReadRows(path);
        return new SeriesFile(reader._cells, [.. reader._bands.Values.OrderBy(band => band.From).ThenBy(band => band.To)], new RowReconciliation(
            reader._file, rows, reader._cells.Count,
            [.. reader._aside.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new RowsSetAside(pair.Key, pair.Value))]));
    }

    private int ReadRows(string path)
    {
        int rows = 0;
        SeriesLayout? layout = null;
        try
        {
            foreach (PublishedRow row in PublishedFile.At(path))
            {
                layout ??= SeriesLayout.Of(row, _kind, _file);
                rows++;
                ReadRow(row, layout);
            }
        }
        catch (FindingsException refused)
        {
            foreach (Finding finding in refused.Findings)
            {
                _findings.Add(finding);
            }
        }

        return rows;
    }

    private void ReadRow(PublishedRow row, SeriesLayout layout)
    {
        if (LevelOf(row) is not { } level || YearOf(row) is not { } year)
        {
            SetAside("not readable: see the findings");
            return;
        }

        int count = 0;
        if (layout.TopicColumn is { } topic && row[layout.BandColumn] != layout.Total && row[topic] != layout.AgeTopic)
        {
            SetAside($"broken down by something else than age: {row[topic]}");
            return;
        }

        if ((BandOf(row, layout, out PublishedAgeBand? band) ?? Count(row, layout.CountColumn, out count)) is { } reason)
        {
            SetAside(reason);
            return;
        }

        bool isEngland = level == PublishedLevel.National;
        string code = level switch
        {
            PublishedLevel.National => row["country_code"],
            PublishedLevel.Regional => row["region_code"],
            _ => BoundaryChanges.Latest(row["new_la_code"]),
        };
        string name = isEngland ? row["country_name"] : level == PublishedLevel.Regional ? row["region_name"] : row["la_name"];
        _cells.Add(new SeriesCell(row.Line, level, code, name, isEngland ? string.Empty : row["region_code"], year, band, count));
    }

    private PublishedLevel? LevelOf(PublishedRow row)
    {
        PublishedLevel? level = row["geographic_level"] switch
        {
            "National" => PublishedLevel.National,
            "Regional" => PublishedLevel.Regional,
            "Local authority" => PublishedLevel.Authority,
            _ => null,
        };
        if (level is null)
        {
            _findings.Add(Finding.Error(
                "published-level", "A row is about the nation, a region or an authority.", _file, row.Line, "geographic_level", row["geographic_level"],
                NearMiss.Sentence(row["geographic_level"], ["National", "Regional", "Local authority"])));
        }

        return level;
    }

    private AcademicYear? YearOf(PublishedRow row)
    {
        string text = row["time_period"];
        bool isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        AcademicYear? year = (text.Length, _kind) switch
        {
            (4, SeriesKind.Caseload) when isNumber && number is > 1990 and < 2150 => AcademicYear.OfCensus(number),
            (4, _) when isNumber && number is > 1990 and < 2150 => AcademicYear.OfCensus(number + 1),
            (6, SeriesKind.Caseload) when isNumber && number / 100 is > 1990 and < 2150 && ((number / 100) + 1) % 100 == number % 100 => AcademicYear.StartingIn(number / 100),
            _ => null,
        };
        if (year is null)
        {
            _findings.Add(Finding.Error(
                "published-period",
                _kind == SeriesKind.Caseload ? "A caseload is of a January, written 2021, or of an academic year, written 202021." : "Plans begin and cease in a calendar year, written 2021.",
                _file, row.Line, "time_period", text));
        }

        return year;
    }

    /// <summary>Reads the count; says why the row cannot be used where it has none.</summary>
    private string? Count(PublishedRow row, string column, out int count)
    {
        count = 0;
        try
        {
            if (row.Count(column) is not { } found)
            {
                return $"no figure published ({row[column]})";
            }

            count = found;
            return null;
        }
        catch (FindingsException refused)
        {
            _findings.Add(refused.Findings[0]);
            return "not readable: see the findings";
        }
    }

    /// <summary>Reads the band, null for all ages; says why the row cannot be used where it is of no age that a plan can have.</summary>
    private string? BandOf(PublishedRow row, SeriesLayout layout, out PublishedAgeBand? band)
    {
        band = null;
        string label = row[layout.BandColumn];
        if (label == layout.Total)
        {
            return null;
        }

        if (_bands.TryGetValue(label, out band))
        {
            return null;
        }

        if (SeriesAges.IsUnknown(label))
        {
            return "age not known: in the total only";
        }

        if (SeriesAges.Of(label) is not { } ages)
        {
            _findings.Add(Finding.Error("published-age", "This is no age band that is known; the layout may have changed.", _file, row.Line, layout.BandColumn, label));
            return "not readable: see the findings";
        }

        if (ages.To > SeriesAges.Oldest || ages.From > ages.To)
        {
            _findings.Add(Finding.Warning(
                "published-age-range", "Plans are held from birth to 25; the row is in no band and counts in the total only.", _file, row.Line, layout.BandColumn, label,
                ages.From > ages.To ? "the ages stand the wrong way round." : null));
            return "age outside 0 to 25: in the total only";
        }

        _bands[label] = band = new PublishedAgeBand(label, ages.From, ages.To);
        return null;
    }

    private void SetAside(string reason) => _aside[reason] = _aside.GetValueOrDefault(reason) + 1;
}
