using System.Collections.Immutable;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Storage.Cases;

namespace PlaceSufficiency.Storage.Published.Series;

/// <summary>Findings that know which place they are about, so that who asks for one authority is told of that one.</summary>
/// <param name="findings">Takes every finding.</param>
internal sealed class PlaceFindings(FindingList findings)
{
    private readonly Dictionary<Finding, string> _places = [];

    /// <summary>Code of the place of each finding that is about one.</summary>
    internal ImmutableDictionary<Finding, string> Places => _places.ToImmutableDictionary();

    /// <summary>Adds a finding about a place.</summary>
    internal void Add(string code, Finding finding)
    {
        findings.Add(finding);
        _places[finding] = code;
    }

    /// <summary>Adds a finding about a file.</summary>
    internal void Add(Finding finding) => findings.Add(finding);
}
