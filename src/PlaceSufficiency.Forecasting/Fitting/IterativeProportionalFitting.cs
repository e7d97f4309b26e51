using System.Globalization;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>
/// Fits a joint table to published margins: the table nearest to the seed, in the sense of relative entropy, that meets every
/// margin. Each sweep scales the cells to each margin in turn (Deming and Stephan, 1940).
/// </summary>
/// <remarks>
/// A cell where the seed is 0 stays 0. With such zeros the sweeps may need long or may find no table at all though no pair of
/// margins disagrees; that is an error and never a table that is nearly right.
/// </remarks>
public static class IterativeProportionalFitting
{
    /// <summary>Largest relative deviation from a total at which a table counts as fitted.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The table over the axes of <paramref name="seed"/> that meets every margin to <paramref name="tolerance"/>.</summary>
    /// <param name="seed">What is known or assumed of the joint distribution; only proportions matter. 0 means impossible.</param>
    /// <param name="margins">At least one margin, each over any of the seed's axes; a margin without axes is a grand total.</param>
    /// <param name="mostSweeps">Sweeps after which the search is given up.</param>
    /// <param name="tolerance">Largest relative deviation that counts as met; larger for a table that is only a seed to another fit.</param>
    /// <exception cref="FindingsException">
    /// The margins do not match the seed's axes, disagree with each other, ask for somebody where the seed has nobody, or are not
    /// met after <paramref name="mostSweeps"/> sweeps; every finding names the margin, the axis and the key.
    /// </exception>
    public static FittedTable Fit(JointTable seed, IReadOnlyList<FittingMargin> margins, int mostSweeps = 10_000, double tolerance = Tolerance)
    {
        IReadOnlyList<Finding> wrong = MarginChecks.Of(seed, margins);
        if (wrong.Count > 0)
        {
            throw new FindingsException(wrong);
        }

        double[] cells = WithoutZeros(seed, margins);
        Projection[] projections = [.. margins.Select(margin => new Projection(margin, seed.CollapsedIndices(margin.AxisNames)))];
        for (int sweep = 1; sweep <= mostSweeps; sweep++)
        {
            foreach (Projection projection in projections)
            {
                projection.Scale(cells);
            }

            MarginDeviation worst = projections.Select(projection => projection.Worst(cells)).MaxBy(deviation => deviation.Relative)!;
            if (worst.Relative <= tolerance)
            {
                return new FittedTable(new JointTable(seed.Axes, cells), sweep, worst);
            }
        }

        throw new FindingsException([NotMet(projections.Select(projection => projection.Worst(cells)).MaxBy(deviation => deviation.Relative)!, mostSweeps)]);
    }

    /// <summary>The seed's cells, with 0 wherever a margin is 0.</summary>
    internal static double[] WithoutZeros(JointTable seed, IReadOnlyList<FittingMargin> margins)
    {
        double[] cells = [.. seed.Cells];
        foreach (FittingMargin margin in margins)
        {
            int[] total = seed.CollapsedIndices(margin.AxisNames);
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = margin.Totals.Cells[total[i]] > 0 ? cells[i] : 0;
            }
        }

        return cells;
    }

    private static Finding NotMet(MarginDeviation worst, int sweeps) => Finding.Error(
        "margins-not-met",
        string.Create(
            CultureInfo.InvariantCulture,
            $"After {sweeps} sweeps margin '{worst.Margin}' is still {worst.Fitted:0.######} instead of {worst.Total:0.######} at {worst.Keys}."),
        maybe: "the seed is 0 in cells that the margins need together.");

    /// <summary>One margin and where each cell of the table is summed to.</summary>
    private sealed class Projection(FittingMargin margin, int[] totalOf)
    {
        private readonly double[] _totals = [.. margin.Totals.Cells];
        private readonly double[] _sums = new double[margin.Totals.Cells.Count];

        internal void Scale(double[] cells)
        {
            Sum(cells);
            for (int i = 0; i < _sums.Length; i++)
            {
                _sums[i] = _sums[i] > 0 ? _totals[i] / _sums[i] : 0;
            }

            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] *= _sums[totalOf[i]];
            }
        }

        internal MarginDeviation Worst(double[] cells)
        {
            Sum(cells);
            int worst = Enumerable.Range(0, _sums.Length).MaxBy(i => Math.Abs(_sums[i] - _totals[i]) / (_totals[i] > 0 ? _totals[i] : 1));
            return new MarginDeviation(margin.Name, margin.Totals.KeysOf(worst), _totals[worst], _sums[worst]);
        }

        private void Sum(double[] cells)
        {
            Array.Clear(_sums);
            for (int i = 0; i < cells.Length; i++)
            {
                _sums[totalOf[i]] += cells[i];
            }
        }
    }
}
