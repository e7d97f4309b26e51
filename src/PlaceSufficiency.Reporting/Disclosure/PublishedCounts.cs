using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>
/// Every count of the runs that are published together, in one system. Runs that are equal in a year share that year's counts, and runs with the
/// same demand share its counts: what is withheld in one is withheld in all.
/// </summary>
internal sealed class PublishedCounts
{
    private readonly Dictionary<(string Run, AcademicYear Year), string> _demand = [];
    private readonly Dictionary<(string Run, AcademicYear Year), string> _places = [];
    private readonly SuppressedCounts _result;

    private PublishedCounts(IReadOnlyList<ScenarioReport> runs, DisclosureRule rule)
    {
        Scope = PublishedScope.Of(runs);
        Dictionary<string, string> known = [];
        foreach (ScenarioReport run in runs)
        {
            foreach (AcademicYear year in run.Case.Horizon.AllYears)
            {
                Put(run, year, known);
            }
        }

        _result = Suppression.Of(System, rule.Threshold);
    }

    /// <summary>The lines of the tables.</summary>
    internal PublishedScope Scope { get; }

    /// <summary>The counts and how they add up.</summary>
    internal CountSystem System { get; } = new();

    /// <summary>What is withheld.</summary>
    internal SuppressedCounts Result => _result;

    /// <summary>Decides what of these runs may be published.</summary>
    internal static PublishedCounts Of(IReadOnlyList<ScenarioReport> runs, DisclosureRule rule) => new(runs, rule);

    /// <summary>The count of that key of a run and year; null where it is withheld.</summary>
    /// <exception cref="KeyNotFoundException">There is no such count.</exception>
    internal long? this[string run, AcademicYear year, string key] => Position(run, year, key) is var position && _result.Suppressed[position]
        ? null
        : System.Counts[position].Value;

    /// <summary>Whether there is such a count.</summary>
    internal bool Has(string run, AcademicYear year, string key) => System.Has(_demand[(run, year)] + key) || System.Has(_places[(run, year)] + key);

    /// <summary>Position of the count of that key of a run and year.</summary>
    internal int Position(string run, AcademicYear year, string key) => _demand[(run, year)] + key is var demand && System.Has(demand) ? System[demand] : System[_places[(run, year)] + key];

    private void Put(ScenarioReport run, AcademicYear year, Dictionary<string, string> known)
    {
        YearCounts demand = YearCounts.OfDemand(run, Scope, year);
        _demand[(run.Run, year)] = Shared(demand, $"{year}/demand of {run.Run}/", $"{year}\n{demand.Signature}", known, string.Empty);
        YearCounts places = YearCounts.OfPlaces(run, Scope, year);
        string of = _demand[(run.Run, year)];
        _places[(run.Run, year)] = Shared(places, $"{year}/{run.Run}/", $"{of}\n{places.Signature}", known, of);
        if (year > run.Case.Horizon.BaseYear)
        {
            string before = _demand[(run.Run, year.Previous)];
            int leavers = System[of + "leavers"];
            int stayed = System.Add($"{before}stayed to {of}", System.Counts[System[before + "stock"]].Value - System.Counts[leavers].Value, isShown: false);
            System.AddsUp(System[before + "stock"], [leavers, stayed]);
            System.AddsUp(System[of + "stock"], [System[of + "joiners"], stayed]);
        }
    }

    private string Shared(YearCounts counts, string prefix, string signature, Dictionary<string, string> known, string demand)
    {
        if (known.TryGetValue(signature, out string? of))
        {
            return of;
        }

        counts.PutInto(System, prefix, demand);
        known.Add(signature, prefix);
        return prefix;
    }
}
