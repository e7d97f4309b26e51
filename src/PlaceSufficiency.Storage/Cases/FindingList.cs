using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Storage.Cases;

/// <summary>
/// Collects everything that is wrong with a case, so that all of it is shown at once. Of one check on one column of one file
/// the first <see cref="MostAlike"/> are kept, and one finding says how many more there are.
/// </summary>
internal sealed class FindingList
{
    /// <summary>How many findings of the same check, file and key are listed one by one.</summary>
    internal const int MostAlike = 100;

    private readonly List<Finding> _findings = [];
    private readonly Dictionary<(string Code, string? File, string? Key), int> _alike = [];

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _findings.Count == 0;

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether the check found an error in that file.</summary>
    public bool HasErrorsIn(string file) => _findings.Any(finding => finding.Severity == Severity.Error && finding.File == file);

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        (string, string?, string?) kind = (finding.Code, finding.File, finding.Key);
        int count = _alike.GetValueOrDefault(kind) + 1;
        _alike[kind] = count;
        if (count <= MostAlike)
        {
            _findings.Add(finding);
        }
    }

    /// <summary>Everything found, by file and row.</summary>
    public IReadOnlyList<Finding> Ordered()
    {
        IEnumerable<Finding> more = _alike.Where(pair => pair.Value > MostAlike).Select(pair => new Finding(
            _findings.First(finding => (finding.Code, finding.File, finding.Key) == pair.Key).Severity,
            "more-of-the-same",
            pair.Key.File,
            int.MaxValue,
            pair.Key.Key,
            null,
            $"{pair.Value - MostAlike} more rows have the finding '{pair.Key.Code}'."));
        return
        [
            .. _findings.Concat(more)
                .OrderBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Row ?? 0)
                .Select(finding => finding.Row == int.MaxValue ? finding with { Row = null } : finding),
        ];
    }

    /// <summary>Stops when an error was found.</summary>
    /// <exception cref="FindingsException">An error was found.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
        {
            throw new FindingsException(Ordered());
        }
    }
}
