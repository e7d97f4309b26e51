using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Openings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;

namespace PlaceSufficiency.Allocation.Exact;

/// <summary>
/// Which schemes open when, and what that gives: one variable for each way in which the schemes of a provision can open together, so that resident places,
/// pupils above them and place funding are exact however they round.
/// </summary>
internal sealed class OpeningOptions
{
    private const int MostWays = 2_000;

    private readonly OpeningSpace _space;
    private readonly int[][] _opens;
    private readonly Dictionary<int, List<(int Variable, int[] Options, PlacesAt[] Places)>> _ways = [];

    /// <summary>Adds openings and their rules to a model.</summary>
    /// <exception cref="NoSolutionException">A provision has too many ways.</exception>
    public OpeningOptions(ExactModel model, CompiledCase compiled)
    {
        _space = new OpeningSpace(compiled);
        _opens = [.. _space.Items.Select(item => item.Options.Select(opens => model.Variable($"opens[{item.Scheme.Id},{opens}]", 1, item.IsCommitted ? 1 : 0)).ToArray())];
        foreach (IGrouping<int, int> of in Enumerable.Range(0, _space.Items.Length).Where(i => !_space.Items[i].IsCommitted).GroupBy(i => _space.Items[i].Provision))
        {
            AddWays(model, compiled, of.Key, [.. of]);
        }

        AddRules(model, compiled.Case);
    }

    /// <summary>Adds resident places, and the most above them, of a provision and year; false where candidates do not change them.</summary>
    public bool AddPlaces(int provision, int year, ExactSum places, ExactSum above)
    {
        if (!_ways.TryGetValue(provision, out List<(int Variable, int[] Options, PlacesAt[] Places)>? ways))
        {
            return false;
        }

        foreach ((int variable, int[] options, PlacesAt[] at) in ways)
        {
            int added = Added(provision, options, year);
            places.Add(variable, at[year].Residents(added));
            above.Add(variable, at[year].Most(added));
        }

        return true;
    }

    /// <summary>Pence that openings add to cost.</summary>
    public ExactSum Pence()
    {
        ExactSum sum = new();
        foreach ((int provision, List<(int Variable, int[] Options, PlacesAt[] Places)> ways) in _ways)
        {
            foreach ((int variable, int[] options, PlacesAt[] at) in ways)
            {
                long capital = ItemsOf(provision).Select((item, i) => options[i] >= 0 ? _space.Items[item].CapitalPence[options[i]] : 0).Sum();
                sum.Add(variable, capital + at.Select((places, t) => places.FundingPence(Added(provision, options, t))).Sum());
            }
        }

        return sum;
    }

    /// <summary>The openings of a solution.</summary>
    public IReadOnlyDictionary<SchemeId, Domain.Time.AcademicYear> Of(IReadOnlyList<long> values) => _space.OpeningsOf(
        [.. _opens.Select(options => Array.FindIndex(options, variable => values[variable] > 0))]);

    private int[] ItemsOf(int provision) => [.. Enumerable.Range(0, _space.Items.Length).Where(i => _space.Items[i].Provision == provision && !_space.Items[i].IsCommitted)];

    private int Added(int provision, int[] options, int year) => ItemsOf(provision).Select((item, i) => options[i] >= 0 ? _space.Items[item].Places[options[i]][year] : 0).Sum();

    private void AddWays(ExactModel model, CompiledCase compiled, int provision, int[] items)
    {
        IEnumerable<int[]> all = [[]];
        foreach (int item in items)
        {
            all = all.SelectMany(way => Enumerable.Range(-1, _space.Items[item].Options.Length + 1).Select(option => (int[])[.. way, option]));
        }

        int[][] ways = [.. all.Take(MostWays + 1)];
        if (ways.Length > MostWays)
        {
            throw new NoSolutionException($"{compiled.Provisions[provision].Id} can open in more than {MostWays:#,##0} ways, which is too many for an exact solver: choose solver auto.");
        }

        PlacesAt[] places = [.. Enumerable.Range(0, compiled.Years.Count).Select(t => new PlacesAt(compiled, provision, t))];
        _ways[provision] = [.. ways.Select((way, w) => (model.Variable($"way[{compiled.Provisions[provision].Id},{w}]", 1), way, places))];
        ExactSum one = new();
        _ways[provision].ForEach(way => one.Add(way.Variable, 1));
        model.Equal($"one_way[{compiled.Provisions[provision].Id}]", one, 1);
        for (int i = 0; i < items.Length; i++)
        {
            for (int option = 0; option < _space.Items[items[i]].Options.Length; option++)
            {
                ExactSum opens = new ExactSum().Add(_opens[items[i]][option], -1);
                foreach ((int variable, int[] way, _) in _ways[provision].Where(way => way.Options[i] == option))
                {
                    opens.Add(variable, 1);
                }

                model.Equal($"opening[{_space.Items[items[i]].Scheme.Id},{option}]", opens, 0);
            }
        }
    }

    private void AddRules(ExactModel model, PlanningCase planningCase)
    {
        for (int i = 0; i < _space.Items.Length; i++)
        {
            CapitalScheme scheme = _space.Items[i].Scheme;
            foreach (Prerequisite before in scheme.Requires)
            {
                for (int option = 0; option < _opens[i].Length; option++)
                {
                    ExactSum late = new ExactSum().Add(_opens[i][option], 1);
                    if (IndexOf(before.Scheme) is { } needed)
                    {
                        foreach (int earlier in Enumerable.Range(0, _opens[needed].Length).Where(earlier => _space.Items[i].Options[option].YearsSince(_space.Items[needed].Options[earlier]) >= before.YearsLater))
                        {
                            late.Add(_opens[needed][earlier], -1);
                        }
                    }

                    model.AtMost($"requires[{scheme.Id},{before.Scheme},{option}]", late, 0);
                }
            }

            foreach (int other in scheme.Excludes.Select(IndexOf).OfType<int>())
            {
                model.AtMost($"excludes[{scheme.Id},{_space.Items[other].Scheme.Id}]", new ExactSum().Add(Opens(i), 1).Add(Opens(other), 1), 1);
            }
        }

        foreach (SchemeGroup group in planningCase.SchemeGroups.Where(group => group.AtLeast > 0))
        {
            ExactSum members = new();
            foreach (int i in Enumerable.Range(0, _space.Items.Length).Where(i => _space.Items[i].Scheme.Groups.Contains(group.Name)))
            {
                members.Add(Opens(i), 1);
            }

            model.AtLeast($"at_least[{group.Name}]", members, group.AtLeast);
        }

        foreach (OpeningRow row in _space.Rows)
        {
            ExactSum use = new();
            for (int i = 0; i < _opens.Length; i++)
            {
                for (int option = 0; option < _opens[i].Length; option++)
                {
                    use.Add(_opens[i][option], row.Use[i][option]);
                }
            }

            model.AtMost(row.Name, use, row.Limit);
        }
    }

    private ExactSum Opens(int item)
    {
        ExactSum sum = new();
        foreach (int option in _opens[item])
        {
            sum.Add(option, 1);
        }

        return sum;
    }

    private int? IndexOf(SchemeId id) => Array.FindIndex(_space.Items, item => item.Scheme.Id == id) is var index and >= 0 ? index : null;
}
