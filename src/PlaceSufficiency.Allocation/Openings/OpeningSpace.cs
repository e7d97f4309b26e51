using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Openings;

/// <summary>
/// Which choices of openings are allowed. A choice is, for each item, the position of its option, or -1 where it does not open. The rules: windows
/// (the options), prerequisites, exclusions, the fewest of a group, and rows (budgets, the most of a group). A budget that committed schemes alone
/// exceed gives by as much.
/// </summary>
internal sealed class OpeningSpace
{
    /// <summary>Does not open.</summary>
    public const int Closed = -1;

    /// <summary>Not decided yet; only within a search.</summary>
    public const int Undecided = -2;

    private readonly List<(int Item, int? Before, int YearsLater)> _prerequisites = [];
    private readonly List<(int One, int Other)> _exclusions = [];
    private readonly List<(int[] Members, int AtLeast)> _fewest = [];
    private readonly int[] _firstOf;

    /// <summary>Works out the space of a case with candidates.</summary>
    /// <exception cref="NoSolutionException">More schemes of a group must open than it has.</exception>
    public OpeningSpace(CompiledCase compiled)
    {
        Compiled = compiled;
        PlanningCase planningCase = compiled.Case;
        Items = [.. planningCase.Schemes.Where(scheme => scheme.Status != SchemeStatus.NotConsidered).OrderBy(scheme => scheme.Provision).ThenBy(scheme => scheme.Id).Select(Item)];
        Places = [.. Items.Select(item => Enumerable.Range(0, compiled.Years.Count).Select(t => new PlacesAt(compiled, item.Provision, t)).ToArray())];
        _firstOf = [.. Items.Select(item => Array.FindIndex(Items, first => first.Provision == item.Provision))];
        for (int i = 0; i < Items.Length; i++)
        {
            _prerequisites.AddRange(Items[i].Scheme.Requires.Select(before => (i, IndexOf(before.Scheme), before.YearsLater)));
            _exclusions.AddRange(Items[i].Scheme.Excludes.Select(IndexOf).OfType<int>().Select(other => (i, other)));
        }

        foreach (SchemeGroup group in planningCase.SchemeGroups.Where(group => group.AtLeast > 0))
        {
            int[] members = MembersOf(group);
            if (members.Length < group.AtLeast)
            {
                throw new NoSolutionException(
                    $"The rules on schemes allow no choice of openings: {group.AtLeast} of group {group.Name} must open, which has {members.Length} that may.");
            }

            _fewest.Add((members, group.AtLeast));
        }

        Rows =
        [
            .. BudgetRows(planningCase.Limits).Select(row => row with { Limit = Math.Max(row.Limit, CommittedUse(row)) }),
            .. planningCase.SchemeGroups.Where(group => group.AtMost is not null).Select(GroupRow),
        ];
    }

    /// <summary>The case, with its candidates undecided.</summary>
    public CompiledCase Compiled { get; }

    /// <summary>Schemes, those of a provision together.</summary>
    public OpeningItem[] Items { get; }

    /// <summary>What openings make of the places of each item's provision, by planned year.</summary>
    public PlacesAt[][] Places { get; }

    /// <summary>The first item of the same provision.</summary>
    public int FirstOf(int item) => _firstOf[item];

    /// <summary>Limits that are sums.</summary>
    public OpeningRow[] Rows { get; }

    /// <summary>Whether an item may take an option, given the items decided before it.</summary>
    public bool Admits(int[] choice, int item, int option)
    {
        if (Items[item].IsCommitted && option == Closed)
        {
            return false;
        }

        foreach ((int of, int? before, int years) in _prerequisites)
        {
            int needed = before ?? Closed;
            if (of == item && option != Closed && (before is null || !IsInOrder(item, option, needed, choice[needed], years)))
            {
                return false;
            }

            if (needed == item && choice[of] >= 0 && !IsInOrder(of, choice[of], item, option, years))
            {
                return false;
            }
        }

        return option == Closed
            ? _fewest.All(group => !group.Members.Contains(item) || group.Members.Count(member => member != item && choice[member] != Closed) >= group.AtLeast)
            : _exclusions.All(pair => !(pair.One == item && choice[pair.Other] >= 0) && !(pair.Other == item && choice[pair.One] >= 0));
    }

    /// <summary>The choice in the words of the field: candidates that open, and when.</summary>
    public Dictionary<SchemeId, AcademicYear> OpeningsOf(int[] choice) => Enumerable.Range(0, Items.Length)
        .Where(i => choice[i] >= 0 && !Items[i].IsCommitted)
        .ToDictionary(i => Items[i].Scheme.Id, i => Items[i].Options[choice[i]]);

    private bool IsInOrder(int item, int option, int before, int beforeOption, int years) => beforeOption switch
    {
        Undecided => true,
        Closed => false,
        _ => Items[item].Options[option].YearsSince(Items[before].Options[beforeOption]) >= years,
    };

    private OpeningItem Item(CapitalScheme scheme)
    {
        IReadOnlyList<AcademicYear> planned = Compiled.Years;
        bool committed = scheme.Status == SchemeStatus.Committed;
        AcademicYear[] options = committed
            ? [scheme.Opens!.Value]
            : [.. planned.Where(year => year >= scheme.Candidate!.Earliest && year <= scheme.Candidate.Latest)];
        return new OpeningItem(
            scheme,
            Enumerable.Range(0, Compiled.Provisions.Count).First(g => Compiled.Provisions[g].Id == scheme.Provision),
            options,
            [.. options.Select(opens => planned.Select(year => committed ? 0 : scheme.PlacesIn(year, opens)).ToArray())],
            [.. options.Select(opens => committed ? 0 : OpeningPrices.OfCapital(Compiled.Case, scheme, opens).Pence)]);
    }

    private int? IndexOf(SchemeId id) => Array.FindIndex(Items, item => item.Scheme.Id == id) is var index and >= 0 ? index : null;

    private int[] MembersOf(SchemeGroup group) => [.. Enumerable.Range(0, Items.Length).Where(i => Items[i].Scheme.Groups.Contains(group.Name))];

    private IEnumerable<OpeningRow> BudgetRows(PlanLimits limits)
    {
        foreach ((FinancialYear year, Domain.Money.Pounds pounds) in limits.Capital)
        {
            yield return new OpeningRow($"capital {year}", pounds.Pence, UseOf((item, option) => item.Scheme.CapitalIn(year, item.Options[option]).Pence));
        }

        if (limits.CapitalTotal is { } total)
        {
            yield return new OpeningRow("capital in total", total.Pence, UseOf((item, _) => item.Scheme.TotalCapital.Pence));
        }
    }

    private long CommittedUse(OpeningRow row) => Enumerable.Range(0, Items.Length).Where(i => Items[i].IsCommitted).Sum(i => row.Use[i][0]);

    private OpeningRow GroupRow(SchemeGroup group) =>
        new($"group {group.Name}", group.AtMost!.Value, UseOf((item, _) => item.Scheme.Groups.Contains(group.Name) ? 1 : 0));

    private long[][] UseOf(Func<OpeningItem, int, long> use) => [.. Items.Select(item => Enumerable.Range(0, item.Options.Length).Select(option => use(item, option)).ToArray())];
}
