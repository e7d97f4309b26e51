using System.Globalization;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>
/// The counts of one run in one year, and how they add up, before they are put into the system: a run that equals another one in a year
/// shares its counts, so that what is withheld in one is withheld in the other.
/// </summary>
internal sealed class YearCounts
{
    private readonly List<(string Key, long Value, int Rank, bool IsShown, bool IsOfPupils, long Least, long Most)> _counts = [];
    private readonly List<(string Total, string[] Parts)> _relations = [];

    /// <summary>Equal for equal counts.</summary>
    internal string Signature => string.Join('\n', _counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}={count.Value}")));

    /// <summary>Pupils there are, who joined, and whose plans call for specialist places: what runs with the same demand share.</summary>
    internal static YearCounts OfDemand(ScenarioReport run, PublishedScope scope, AcademicYear year)
    {
        YearCounts counts = new();
        YearFigures figures = run.Audit.Figures.Years.Single(row => row.Year == year);
        counts.Add("stock", figures.Stock, rank: 3);
        counts.Add("joiners", figures.Joiners);
        counts.Add("leavers", figures.Leavers);
        counts.Table("demand", rank: 2, scope.Groups.Select(line => ($"demand/{line.Phase}/{line.Group}", (long)(Balance(run, line, year)?.Demand ?? 0))), rankOfCells: 1);
        return counts;
    }

    /// <summary>Where pupils are. Keys of <see cref="OfDemand"/> begin with "*" in relations.</summary>
    internal static YearCounts OfPlaces(ScenarioReport run, PublishedScope scope, AcademicYear year)
    {
        YearCounts counts = new();
        YearFigures figures = run.Audit.Figures.Years.Single(row => row.Year == year);
        PlacementFact[] facts = [.. run.Audit.Figures.Placements.Where(fact => fact.Year == year)];
        counts.Add("placed", figures.Placed, rank: 2);
        counts.Add("unplaced", figures.Unplaced, rank: 2);
        counts.Relate("*stock", "placed", "unplaced");
        counts.Add("over-number", figures.OverNumber);
        counts.Unplaced(run, scope, facts, year);
        counts.Balances(run, scope, year);
        counts.Kinds(run, scope, facts, year);
        counts.Split("kind/Inmss", figures.Inmss, "girls", figures.InmssGirls, "boys");
        counts.Split("placed", figures.Placed, "over-45", figures.Over45Minutes, "to-45");
        counts.Split("over-45", figures.Over45Minutes, "over-75", figures.Over75Minutes, "45-to-75");
        return counts;
    }

    /// <summary>Puts the counts into the system.</summary>
    /// <param name="system">The system.</param>
    /// <param name="prefix">Goes before every key.</param>
    /// <param name="demand">Prefix of the demand they are of.</param>
    internal void PutInto(CountSystem system, string prefix, string demand)
    {
        foreach ((string key, long value, int rank, bool isShown, bool isOfPupils, long least, long most) in _counts)
        {
            system.Add(prefix + key, value, rank, isShown, isOfPupils, least, most);
        }

        int At(string key) => system[key[0] == '*' ? demand + key[1..] : prefix + key];
        foreach ((string total, string[] parts) in _relations)
        {
            system.AddsUp(At(total), parts.Select(At));
        }
    }

    private static SufficiencyBalance? Balance(ScenarioReport run, (Phase Phase, string Group) line, AcademicYear year) =>
        run.Audit.Figures.Balances.SingleOrDefault(row => row.Year == year && row.Phase == line.Phase && row.NeedGroup == line.Group);

    private void Unplaced(ScenarioReport run, PublishedScope scope, PlacementFact[] facts, AcademicYear year)
    {
        PlacementFact[] unplaced = [.. facts.Where(fact => fact.Provision is null)];
        long Of(Phase phase, PrimaryNeed need) => unplaced.Where(fact => fact.YearGroup.Phase == phase && fact.Need == need).Sum(fact => (long)fact.Pupils);
        Parts("unplaced", scope.Needs.Select(line => ($"unplaced/{line.Phase}/{line.Need}", Of(line.Phase, line.Need))));
        if (run.Case.Horizon.IsPlanned(year))
        {
            Parts("unplaced", scope.Causes.Select(cause => ($"cause/{cause}", unplaced.Where(fact => fact.Reason!.Cause == cause).Sum(fact => (long)fact.Pupils))));
        }

        Table("short", rank: 2, scope.Groups.Select(line => ($"short/{line.Phase}/{line.Group}", (long)(Balance(run, line, year)?.Unplaced ?? 0))), rankOfCells: 0);
        foreach ((Phase phase, string group) in scope.Groups)
        {
            // Unplaced pupils of a group who do not call for a specialist place are nowhere shown, and follow from two tables.
            (Phase Phase, PrimaryNeed Need)[] needs = [.. scope.Needs.Where(line => line.Phase == phase && run.Case.GroupOf(line.Need).Name == group)];
            long all = needs.Sum(line => Of(line.Phase, line.Need));
            Add($"group/{phase}/{group}", all, isShown: false);
            Relate($"group/{phase}/{group}", [.. needs.Select(line => $"unplaced/{line.Phase}/{line.Need}")]);
            Split($"group/{phase}/{group}", all, $"short/{phase}/{group}", Balance(run, (phase, group), year)?.Unplaced ?? 0, $"mainstream/{phase}/{group}");
        }
    }

    private void Balances(ScenarioReport run, PublishedScope scope, AcademicYear year)
    {
        Table("balance", rank: 2, scope.Groups.Select(line => ($"balance/{line.Phase}/{line.Group}", (long)(Balance(run, line, year)?.Balance ?? 0))), rankOfCells: 0, least: -CountSystem.Unbounded);
        foreach ((Phase phase, string group) in scope.Groups)
        {
            string line = $"{phase}/{group}";
            long demand = Balance(run, (phase, group), year)?.Demand ?? 0;
            Add($"with/{line}", demand - (Balance(run, (phase, group), year)?.Unplaced ?? 0), isShown: false);
            Relate($"*demand/{line}", $"short/{line}", $"with/{line}");

            // Places that the demand fills or could fill: the balance and the demand together, and never below 0.
            Add($"fillable/{line}", demand + (Balance(run, (phase, group), year)?.Balance ?? 0), isShown: false, isOfPupils: false);
            Relate($"fillable/{line}", $"*demand/{line}", $"balance/{line}");
        }
    }

    private void Kinds(ScenarioReport run, PublishedScope scope, PlacementFact[] facts, AcademicYear year)
    {
        Dictionary<ProvisionKind, long> pupils = facts.Where(fact => fact.Provision is not null)
            .GroupBy(fact => run.Case.Provision(fact.Provision!.Value).Kind).ToDictionary(group => group.Key, group => group.Sum(fact => (long)fact.Pupils));
        ProvisionKind[] kinds = [.. scope.Kinds.Union([ProvisionKind.Inmss])];
        foreach (ProvisionKind kind in kinds)
        {
            Add($"kind/{kind}", pupils.GetValueOrDefault(kind), rank: 1, isShown: scope.Kinds.Contains(kind));
        }

        Relate("placed", [.. kinds.Select(kind => $"kind/{kind}")]);
        foreach (ProvisionKind kind in PublishedProvisions.Kinds.Intersect(scope.Kinds))
        {
            (ProvisionYear Use, long Most)[] uses = [.. PublishedProvisions.Of(run, kind, year)];
            Parts($"kind/{kind}", uses.Select(use => ($"provision/{use.Use.Provision}", (long)use.Use.Pupils)), [.. uses.Select(use => use.Most)]);
        }
    }

    /// <summary>A total and its cells.</summary>
    private void Table(string total, int rank, IEnumerable<(string Key, long Value)> cells, int rankOfCells, long least = 0)
    {
        (string Key, long Value)[] all = [.. cells];
        _counts.Add((total, all.Sum(cell => cell.Value), rank, true, true, least, CountSystem.Unbounded));
        foreach ((string key, long value) in all)
        {
            _counts.Add((key, value, rankOfCells, true, true, least, CountSystem.Unbounded));
        }

        Relate(total, [.. all.Select(cell => cell.Key)]);
    }

    /// <summary>The cells of a total that is there already.</summary>
    private void Parts(string total, IEnumerable<(string Key, long Value)> cells, long[]? most = null)
    {
        (string Key, long Value)[] all = [.. cells];
        foreach ((int position, (string key, long value)) in all.Index())
        {
            Add(key, value, most: most?[position] ?? CountSystem.Unbounded);
        }

        Relate(total, [.. all.Select(cell => cell.Key)]);
    }

    /// <summary>A part of a total, and the rest of it, which no table shows.</summary>
    private void Split(string total, long of, string part, long value, string rest)
    {
        if (_counts.All(count => count.Key != part))
        {
            Add(part, value);
        }

        Add(rest, of - value, isShown: false);
        Relate(total, part, rest);
    }

    private void Add(string key, long value, int rank = 0, bool isShown = true, bool isOfPupils = true, long most = CountSystem.Unbounded) =>
        _counts.Add((key, value, rank, isShown, isOfPupils, 0, most));

    private void Relate(string total, params string[] parts) => _relations.Add((total, parts));
}
