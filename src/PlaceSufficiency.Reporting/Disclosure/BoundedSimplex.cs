namespace PlaceSufficiency.Reporting.Disclosure;

/// <summary>
/// The cheapest solution of a small system of equations with bounded variables, at a corner: where the equations are those of tables that
/// add up, corners are nearly always whole. Dense tableau, largest reduced cost first and least index once steps stand still, so it ends
/// and gives the same solution every time.
/// </summary>
internal sealed class BoundedSimplex
{
    private const double Tiny = 1e-9;

    /// <summary>Cost of leaving an equation unmet, far above any other.</summary>
    private const double Unmet = 1e8;

    private const int StepsThatStandStill = 60;

    private readonly int _rows;
    private readonly int _columns;
    private readonly double[][] _tableau;
    private readonly double[] _values;
    private readonly double[] _reduced;
    private readonly double[] _upper;
    private readonly int[] _basis;
    private readonly bool[] _isBasic;
    private readonly bool[] _atUpper;

    private BoundedSimplex(double[][] coefficients, double[] right, double[] cost, double[] upper)
    {
        (_rows, _columns, _upper) = (right.Length, cost.Length, upper);
        _tableau = new double[_rows][];
        (_values, _basis) = (new double[_rows], new int[_rows]);
        (_reduced, _isBasic, _atUpper) = ([.. cost], new bool[_columns], new bool[_columns]);
        for (int i = 0; i < _rows; i++)
        {
            double sign = right[i] < 0 ? -1 : 1;
            _tableau[i] = [.. coefficients[i].Select(value => sign * value)];
            _values[i] = sign * right[i];
            _basis[i] = _columns + i;
            for (int j = 0; j < _columns; j++)
            {
                _reduced[j] -= Unmet * _tableau[i][j];
            }
        }
    }

    /// <summary>The cheapest solution, or null where there is none.</summary>
    /// <param name="coefficients">Coefficients by equation and variable.</param>
    /// <param name="right">Right sides.</param>
    /// <param name="cost">Cost of a unit of each variable, at least 0.</param>
    /// <param name="upper">Most that each variable may be, at least 0; every variable is at least 0.</param>
    internal static double[]? Minimise(double[][] coefficients, double[] right, double[] cost, double[] upper) =>
        new BoundedSimplex(coefficients, right, cost, upper).Solve();

    private double[]? Solve()
    {
        int still = 0;
        for (int steps = 50 * (_rows + _columns); steps > 0; steps--)
        {
            int entering = Entering(byIndex: still > StepsThatStandStill);
            if (entering < 0)
            {
                return Solution();
            }

            still = Step(entering) > Tiny ? 0 : still + 1;
        }

        return null;
    }

    private int Entering(bool byIndex)
    {
        int best = -1;
        double most = 1e-7;
        for (int j = 0; j < _columns; j++)
        {
            double gain = _isBasic[j] || _upper[j] <= 0 ? 0 : _atUpper[j] ? _reduced[j] : -_reduced[j];
            if (gain > most)
            {
                (best, most) = (j, gain);
                if (byIndex)
                {
                    break;
                }
            }
        }

        return best;
    }

    /// <summary>Moves one variable from its bound as far as the others allow.</summary>
    /// <returns>How far.</returns>
    private double Step(int entering)
    {
        double direction = _atUpper[entering] ? -1 : 1;
        double length = _upper[entering];
        int leaving = -1;
        for (int i = 0; i < _rows; i++)
        {
            double change = direction * _tableau[i][entering];
            double room = change > Tiny ? _values[i] / change : change < -Tiny ? (UpperOf(_basis[i]) - _values[i]) / -change : double.PositiveInfinity;
            if (room < length - Tiny || (room < length + Tiny && leaving >= 0 && _basis[i] < _basis[leaving]))
            {
                (length, leaving) = (Math.Max(0, room), i);
            }
        }

        for (int i = 0; i < _rows; i++)
        {
            _values[i] -= direction * length * _tableau[i][entering];
        }

        if (leaving < 0)
        {
            _atUpper[entering] = !_atUpper[entering];
        }
        else
        {
            Exchange(leaving, entering, _atUpper[entering] ? _upper[entering] - length : length, direction * _tableau[leaving][entering] < 0);
        }

        return length;
    }

    private void Exchange(int row, int entering, double value, bool leavesAtUpper)
    {
        if (_basis[row] < _columns)
        {
            _isBasic[_basis[row]] = false;
            _atUpper[_basis[row]] = leavesAtUpper;
        }

        double[] pivot = _tableau[row];
        double scale = 1 / pivot[entering];
        for (int j = 0; j < _columns; j++)
        {
            pivot[j] *= scale;
        }

        for (int i = 0; i < _rows; i++)
        {
            if (i != row && Math.Abs(_tableau[i][entering]) > 0)
            {
                Subtract(_tableau[i], pivot, _tableau[i][entering]);
            }
        }

        Subtract(_reduced, pivot, _reduced[entering]);
        (_basis[row], _isBasic[entering], _atUpper[entering], _values[row]) = (entering, true, false, value);
    }

    private static void Subtract(double[] from, double[] pivot, double times)
    {
        for (int j = 0; j < from.Length; j++)
        {
            double value = from[j] - (times * pivot[j]);
            from[j] = Math.Abs(value) < 1e-12 ? 0 : value;
        }
    }

    private double UpperOf(int variable) => variable < _columns ? _upper[variable] : double.PositiveInfinity;

    private double[]? Solution()
    {
        double[] solution = [.. _upper.Select((upper, j) => _atUpper[j] && !_isBasic[j] ? upper : 0)];
        for (int i = 0; i < _rows; i++)
        {
            if (_basis[i] < _columns)
            {
                solution[_basis[i]] = _values[i];
            }
            else if (_values[i] > 1e-6)
            {
                return null;
            }
        }

        return solution;
    }
}
