namespace PlaceSufficiency.Allocation.Exact;

/// <summary>A variable that takes whole values.</summary>
/// <param name="Least">Least value.</param>
/// <param name="Most">Most.</param>
/// <param name="Name">Name, for exports.</param>
internal sealed record ExactVariable(long Least, long Most, string Name);

/// <summary>A sum of variables, each times a whole number.</summary>
internal sealed class ExactSum
{
    private readonly Dictionary<int, long> _terms = [];

    /// <summary>What is added whatever the variables are.</summary>
    public long Constant { get; private set; }

    /// <summary>The variables and their factors, by variable; none is 0.</summary>
    public IEnumerable<KeyValuePair<int, long>> Terms => _terms.Where(term => term.Value != 0).OrderBy(term => term.Key);

    /// <summary>Adds a variable times a factor.</summary>
    public ExactSum Add(int variable, long factor)
    {
        _terms[variable] = _terms.GetValueOrDefault(variable) + factor;
        return this;
    }

    /// <summary>Adds a number.</summary>
    public ExactSum Add(long constant)
    {
        Constant += constant;
        return this;
    }

    /// <summary>Adds another sum times a factor.</summary>
    public ExactSum Add(ExactSum other, long factor)
    {
        foreach ((int variable, long times) in other.Terms)
        {
            Add(variable, times * factor);
        }

        return Add(other.Constant * factor);
    }
}

/// <summary>Bounds on a sum; its constant counts.</summary>
/// <param name="Name">Name, for exports.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Least">Least value; null for none.</param>
/// <param name="Most">Most; null for none.</param>
internal sealed record ExactRow(string Name, ExactSum Sum, long? Least, long? Most);

/// <summary>A model in whole numbers that any solver can be given: what is said of a case is said once, and solvers differ only in how they find the best.</summary>
internal sealed class ExactModel
{
    private readonly List<ExactVariable> _variables = [];
    private readonly List<ExactRow> _rows = [];

    /// <summary>The variables, by number.</summary>
    public IReadOnlyList<ExactVariable> Variables => _variables;

    /// <summary>The rows.</summary>
    public IReadOnlyList<ExactRow> Rows => _rows;

    /// <summary>Adds a variable.</summary>
    /// <returns>Its number.</returns>
    public int Variable(string name, long most, long least = 0)
    {
        _variables.Add(new ExactVariable(least, most, name));
        return _variables.Count - 1;
    }

    /// <summary>Holds a sum at exactly a value.</summary>
    public void Equal(string name, ExactSum sum, long value) => _rows.Add(new ExactRow(name, sum, value, value));

    /// <summary>Holds a sum to at most a value.</summary>
    public void AtMost(string name, ExactSum sum, long value) => _rows.Add(new ExactRow(name, sum, null, value));

    /// <summary>Holds a sum to at least a value.</summary>
    public void AtLeast(string name, ExactSum sum, long value) => _rows.Add(new ExactRow(name, sum, value, null));
}
