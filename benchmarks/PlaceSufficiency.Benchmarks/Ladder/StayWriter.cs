namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>Writes the states and columns of one stay: free of any place in a year, holding a place that a transfer reopens, or about to start.</summary>
internal sealed class StayWriter(NeutralModel model, int last)
{
    private readonly int _stay = model.Pupils.Count;
    private readonly Dictionary<int, int> _free = [];
    private readonly Dictionary<int, int> _starting = [];
    private readonly Dictionary<(int Year, int Provision), int> _holding = [];

    /// <summary>Free of any place in the year.</summary>
    internal int Free(int year) => State(_free, year);

    /// <summary>Holding a place that may be kept or left in the year.</summary>
    internal int Holding(int year, int provision) => State(_holding, (year, provision));

    /// <summary>Whether anyone may hold that place in the year.</summary>
    internal bool IsHeld(int year, int provision) => _holding.ContainsKey((year, provision));

    /// <summary>About to start in the year; null when nobody can be.</summary>
    internal int? Starting(int year) => _starting.TryGetValue(year, out int state) ? state : _free.TryGetValue(year, out state) ? state : null;

    /// <summary>Lets pupils in.</summary>
    internal void Supply(int state, int pupils) => model.Supply[state] += pupils;

    /// <summary>
    /// Opens a year once all states that lead into it are known: whoever is free may stay without a place, and whoever is free or holds a place may start.
    /// Only the free may be without a place, because a place that fits is never given up for none.
    /// </summary>
    internal void Open(int year)
    {
        int[] holding = [.. _holding.Where(held => held.Key.Year == year).Select(held => held.Value)];
        if (holding.Length > 0)
        {
            int starting = State(_starting, year);
            foreach (int state in _free.TryGetValue(year, out int free) ? holding.Prepend(free) : holding)
            {
                Add(state, starting, -1, year, year - 1, 0);
            }
        }

        if (_free.TryGetValue(year, out int nowhere))
        {
            Add(nowhere, year == last ? -1 : Free(year + 1), -1, year, year, NeutralModel.PenceOfUnplaced);
        }
    }

    /// <summary>Adds a column.</summary>
    internal void Add(int from, int to, int provision, int first, int until, double pence) =>
        model.Columns.Add(new SpellColumn(_stay, from, to, provision, first, until, pence));

    /// <summary>Ends the stay.</summary>
    internal void Finish(int pupils)
    {
        model.Pupils.Add(pupils);
        model.StayColumns.Add(model.Columns.Count);
        model.StayStates.Add(model.Supply.Count);
    }

    private int State<TKey>(Dictionary<TKey, int> states, TKey key)
        where TKey : notnull
    {
        if (!states.TryGetValue(key, out int state))
        {
            state = model.Supply.Count;
            model.Supply.Add(0);
            states.Add(key, state);
        }

        return state;
    }
}
