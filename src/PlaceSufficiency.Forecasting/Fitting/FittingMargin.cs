namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>Totals that a fitted table must meet over some of its axes: a published table, for example.</summary>
/// <param name="Name">Name for messages: the published table's, for example.</param>
/// <param name="Totals">The totals; its axes are axes of the seed with the same keys in the same order.</param>
public sealed record FittingMargin(string Name, JointTable Totals)
{
    /// <summary>Names of the margin's axes, in order.</summary>
    public IReadOnlyList<string> AxisNames => [.. Totals.Axes.Select(axis => axis.Name)];

    /// <summary>A margin over one axis.</summary>
    public static FittingMargin Of(string name, TableAxis axis, params IReadOnlyList<double> totals) => new(name, new JointTable([axis], totals));
}

/// <summary>How far a fitted table is from one total of one margin.</summary>
/// <param name="Margin">Name of the margin.</param>
/// <param name="Keys">Keys of the total with their axes: "need ASD, age 5-10".</param>
/// <param name="Total">The total to meet.</param>
/// <param name="Fitted">What the table sums to.</param>
public sealed record MarginDeviation(string Margin, string Keys, double Total, double Fitted)
{
    /// <summary>Deviation as a share of the total, at least 0; a total of 0 is compared with 1.</summary>
    public double Relative => Math.Abs(Fitted - Total) / (Total > 0 ? Total : 1);
}

/// <summary>A table that meets its margins.</summary>
/// <param name="Table">The table, over the axes of the seed; 0 wherever the seed is 0.</param>
/// <param name="Sweeps">Times that all margins were fitted in turn.</param>
/// <param name="Worst">The total it is furthest from, as a share of the total.</param>
public sealed record FittedTable(JointTable Table, int Sweeps, MarginDeviation Worst);
