using System.Globalization;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>One classification of a table: its name and its keys in order.</summary>
/// <param name="Name">Name, "need" for example.</param>
/// <param name="Keys">Keys, each once, at least one.</param>
public sealed record TableAxis(string Name, IReadOnlyList<string> Keys);

/// <summary>A dense table of numbers over named axes. Cells are held in row-major order: the last axis runs fastest.</summary>
public sealed class JointTable
{
    private readonly double[] _cells;

    /// <summary>Makes a table from its cells in row-major order.</summary>
    /// <param name="axes">Axes; names differ, and the keys of each differ.</param>
    /// <param name="cells">One number a cell, finite and at least 0.</param>
    /// <exception cref="ArgumentException">Axes repeat a name or key, or the cells are too few, too many, negative or not finite.</exception>
    public JointTable(IReadOnlyList<TableAxis> axes, IReadOnlyList<double> cells)
    {
        Axes = [.. axes];
        _cells = [.. cells];
        if (axes.DistinctBy(axis => axis.Name).Count() != axes.Count
            || axes.FirstOrDefault(axis => axis.Keys.Count == 0 || axis.Keys.Distinct().Count() != axis.Keys.Count) is not null)
        {
            throw new ArgumentException("Each axis has its own name, and at least one key, each once.", nameof(axes));
        }

        int size = axes.Aggregate(1, (product, axis) => checked(product * axis.Keys.Count));
        if (_cells.Length != size)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The axes make {size} cells, not {_cells.Length}."), nameof(cells));
        }

        int wrong = Array.FindIndex(_cells, cell => !(cell >= 0 && double.IsFinite(cell)));
        if (wrong >= 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{KeysOf(wrong)} is {_cells[wrong]}; a cell is at least 0."), nameof(cells));
        }
    }

    /// <summary>Axes, in order.</summary>
    public IReadOnlyList<TableAxis> Axes { get; }

    /// <summary>Cells in row-major order.</summary>
    public IReadOnlyList<double> Cells => _cells;

    /// <summary>Sum of all cells.</summary>
    public double Total => _cells.Sum();

    /// <summary>The cell of those keys, one for each axis in order.</summary>
    /// <exception cref="KeyNotFoundException">An axis has no such key, or the keys are too few or too many.</exception>
    public double this[params IReadOnlyList<string> keys] => _cells[IndexOf(keys)];

    /// <summary>Makes a table by asking for each cell by its keys, one for each axis in order.</summary>
    public static JointTable From(IReadOnlyList<TableAxis> axes, Func<IReadOnlyList<string>, double> cell)
    {
        int size = axes.Aggregate(1, (product, axis) => checked(product * axis.Keys.Count));
        return new JointTable(axes, [.. Enumerable.Range(0, size).Select(index => cell(KeysAt(axes, index)))]);
    }

    /// <summary>The sums over all axes but those named, in the order named.</summary>
    /// <exception cref="KeyNotFoundException">The table has no axis of that name.</exception>
    public JointTable Over(params IReadOnlyList<string> axisNames)
    {
        int[] axes = [.. axisNames.Select(AxisIndex)];
        TableAxis[] kept = [.. axes.Select(axis => Axes[axis])];
        double[] sums = new double[kept.Aggregate(1, (product, axis) => product * axis.Keys.Count)];
        int[] collapsed = CollapsedIndices(axisNames);
        for (int i = 0; i < _cells.Length; i++)
        {
            sums[collapsed[i]] += _cells[i];
        }

        return new JointTable(kept, sums);
    }

    /// <summary>The keys of a cell, one for each axis in order.</summary>
    public IReadOnlyList<string> KeysAt(int index) => KeysAt(Axes, index);

    /// <summary>The keys of a cell with their axes, for messages: "need ASD, age 5-10"; "the whole table" where there is no axis.</summary>
    public string KeysOf(int index) => Axes.Count == 0
        ? "the whole table"
        : string.Join(", ", Axes.Zip(KeysAt(index), (axis, key) => $"{axis.Name} {key}"));

    /// <summary>For each cell, the index of the cell of <see cref="Over"/> that it is summed into.</summary>
    internal int[] CollapsedIndices(IReadOnlyList<string> axisNames)
    {
        int[] axes = [.. axisNames.Select(AxisIndex)];
        int[] stepOf = new int[Axes.Count];
        int step = 1;
        foreach (int axis in axes.Reverse())
        {
            stepOf[axis] = step;
            step *= Axes[axis].Keys.Count;
        }

        int[] collapsed = new int[_cells.Length];
        for (int index = 0; index < collapsed.Length; index++)
        {
            int rest = index;
            for (int axis = Axes.Count - 1; axis >= 0; axis--)
            {
                (rest, int position) = Math.DivRem(rest, Axes[axis].Keys.Count);
                collapsed[index] += position * stepOf[axis];
            }
        }

        return collapsed;
    }

    private static string[] KeysAt(IReadOnlyList<TableAxis> axes, int index)
    {
        string[] keys = new string[axes.Count];
        for (int axis = axes.Count - 1; axis >= 0; axis--)
        {
            (index, int position) = Math.DivRem(index, axes[axis].Keys.Count);
            keys[axis] = axes[axis].Keys[position];
        }

        return keys;
    }

    private int AxisIndex(string name)
    {
        int index = Enumerable.Range(0, Axes.Count).FirstOrDefault(i => Axes[i].Name == name, -1);
        return index >= 0 ? index : throw new KeyNotFoundException($"The table has no axis '{name}'; it has {string.Join(", ", Axes.Select(axis => axis.Name))}.");
    }

    private int IndexOf(IReadOnlyList<string> keys)
    {
        if (keys.Count != Axes.Count)
        {
            throw new KeyNotFoundException(string.Create(CultureInfo.InvariantCulture, $"A cell has {Axes.Count} keys, not {keys.Count}."));
        }

        int index = 0;
        for (int axis = 0; axis < keys.Count; axis++)
        {
            int position = Enumerable.Range(0, Axes[axis].Keys.Count).FirstOrDefault(i => Axes[axis].Keys[i] == keys[axis], -1);
            index = (index * Axes[axis].Keys.Count)
                + (position >= 0 ? position : throw new KeyNotFoundException($"Axis '{Axes[axis].Name}' has no key '{keys[axis]}'."));
        }

        return index;
    }
}
