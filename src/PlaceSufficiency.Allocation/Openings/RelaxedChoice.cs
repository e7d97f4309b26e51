namespace PlaceSufficiency.Allocation.Openings;

/// <summary>
/// Bounds what cuts prove of every choice that completes the decided items: any weights of the cuts that add up to 1 and any prices of the rows of
/// at least 0 give a sum in which each undecided item takes its best option on its own. Weights and prices are improved by subgradient steps.
/// </summary>
internal sealed class RelaxedChoice
{
    private readonly OpeningSpace _space;
    private readonly OpeningCuts _cuts;
    private readonly double[] _rowScale;
    private readonly double[][] _use;

    /// <summary>Prepares for a set of cuts.</summary>
    public RelaxedChoice(OpeningSpace space, OpeningCuts cuts)
    {
        (_space, _cuts) = (space, cuts);
        _rowScale = [.. space.Rows.Select(row => (double)Math.Max(1, row.Limit))];
        _use = [.. space.Rows.Select((row, r) => row.Use.SelectMany(use => use).Select(use => use / _rowScale[r]).ToArray())];
        First = new int[space.Items.Length + 1];
        for (int i = 0; i < space.Items.Length; i++)
        {
            First[i + 1] = First[i] + space.Items[i].Options.Length;
        }
    }

    /// <summary>Position of an item's first option among all options.</summary>
    public int[] First { get; }

    /// <summary>Weights of the cuts and prices of the rows.</summary>
    internal sealed record Multipliers(double[] Weights, double[] RowPrices);

    /// <summary>A bound, the choice that is best under it, and what each option takes off it.</summary>
    /// <param name="Bound">No completion is proven less.</param>
    /// <param name="Choice">Best option of each undecided item on its own; need not be allowed.</param>
    /// <param name="Gains">What each option of each item takes off the bound; the best of the item and 0 is in the bound.</param>
    /// <param name="Multipliers">What it was found at.</param>
    internal sealed record Relaxed(double Bound, int[] Choice, double[] Gains, Multipliers Multipliers);

    /// <summary>The one cut that proves most on its own, rows without a price.</summary>
    public Multipliers Start(int[] choice, bool[] mayTake, double[] decided, long[] left)
    {
        IEnumerable<Multipliers> single = Enumerable.Range(0, _cuts.Count)
            .Select(cut => new Multipliers([.. Enumerable.Range(0, _cuts.Count).Select(k => k == cut ? 1.0 : 0)], new double[_space.Rows.Length]));
        return single.MaxBy(at => Evaluate(choice, mayTake, decided, left, at, out _, out _).Bound)!;
    }

    /// <summary>Improves a bound in at most so many steps, or until it reaches a target.</summary>
    /// <param name="choice">Decided items; the others are <see cref="OpeningSpace.Undecided"/>.</param>
    /// <param name="mayTake">Whether an item may take an option, by position among all options; -1 options are always tried for candidates.</param>
    /// <param name="decided">What each cut comes to with the decided items.</param>
    /// <param name="left">What is left of each row.</param>
    /// <param name="start">Multipliers to start from.</param>
    /// <param name="target">Bound that suffices.</param>
    /// <param name="steps">Steps.</param>
    public Relaxed Improve(int[] choice, bool[] mayTake, double[] decided, long[] left, Multipliers start, double target, int steps)
    {
        Relaxed best = Evaluate(choice, mayTake, decided, left, start, out double[] cutSlope, out double[] rowSlope);
        Multipliers at = start;
        double length = 1;
        double scale = Math.Max(1e-9, target - best.Bound);
        for (int step = 0; step < steps && best.Bound < target; step++)
        {
            double mean = cutSlope.Average();
            double norm = cutSlope.Sum(slope => (slope - mean) * (slope - mean)) + rowSlope.Sum(slope => slope * slope * scale * scale);
            if (norm <= 1e-18)
            {
                break;
            }

            double move = length * (target - best.Bound) / norm;
            at = new Multipliers(
                OnSimplex([.. at.Weights.Select((weight, k) => weight + (move * (cutSlope[k] - mean)))]),
                [.. at.RowPrices.Select((price, r) => Math.Max(0, price + (move * rowSlope[r] * scale * scale)))]);
            Relaxed next = Evaluate(choice, mayTake, decided, left, at, out cutSlope, out rowSlope);
            if (next.Bound > best.Bound)
            {
                best = next;
            }
            else
            {
                length *= 0.85;
            }
        }

        return best;
    }

    private Relaxed Evaluate(int[] choice, bool[] mayTake, double[] decided, long[] left, Multipliers at, out double[] cutSlope, out double[] rowSlope)
    {
        int[] used = [.. Enumerable.Range(0, _cuts.Count).Where(k => at.Weights[k] > 0)];
        double bound = used.Sum(k => at.Weights[k] * decided[k]);
        cutSlope = [.. decided];
        rowSlope = [.. left.Select((rest, r) => -rest / _rowScale[r])];
        for (int r = 0; r < rowSlope.Length; r++)
        {
            bound += at.RowPrices[r] * rowSlope[r];
        }

        int[] relaxed = [.. choice];
        double[] gains = new double[First[^1]];
        for (int i = 0; i < choice.Length; i++)
        {
            if (choice[i] != OpeningSpace.Undecided)
            {
                continue;
            }

            (double most, int taken) = _space.Items[i].IsCommitted ? (double.NegativeInfinity, OpeningSpace.Closed) : (0, OpeningSpace.Closed);
            for (int option = 0; option < _space.Items[i].Options.Length; option++)
            {
                double gain = GainOf(used, at, i, option);
                gains[First[i] + option] = gain;
                if (mayTake[First[i] + option] && gain > most)
                {
                    (most, taken) = (gain, option);
                }
            }

            bound -= double.IsNegativeInfinity(most) ? 0 : most;
            relaxed[i] = taken;
            if (taken >= 0)
            {
                for (int k = 0; k < cutSlope.Length; k++)
                {
                    cutSlope[k] -= _cuts.Gain(k, i, taken);
                }

                for (int r = 0; r < rowSlope.Length; r++)
                {
                    rowSlope[r] += _use[r][First[i] + taken];
                }
            }
        }

        return new Relaxed(bound, relaxed, gains, at);
    }

    private double GainOf(int[] used, Multipliers at, int item, int option)
    {
        double gain = 0;
        foreach (int k in used)
        {
            gain += at.Weights[k] * _cuts.Gain(k, item, option);
        }

        for (int r = 0; r < at.RowPrices.Length; r++)
        {
            gain -= at.RowPrices[r] * _use[r][First[item] + option];
        }

        return gain;
    }

    /// <summary>The nearest weights that are at least 0 and add up to 1.</summary>
    private static double[] OnSimplex(double[] weights)
    {
        double[] falling = [.. weights.OrderDescending()];
        (double sum, double shift) = (0, 0);
        for (int i = 0; i < falling.Length; i++)
        {
            sum += falling[i];
            double candidate = (sum - 1) / (i + 1);
            if (falling[i] > candidate)
            {
                shift = candidate;
            }
        }

        return [.. weights.Select(weight => Math.Max(0, weight - shift))];
    }
}
