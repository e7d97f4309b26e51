using System.Numerics;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Turns excess use into a change of prices by Newton's method within groups of competing provisions: pupils stay, so neighbouring years are used by
/// the same pupils, and they go elsewhere, so a price that rises fills the places next door.
/// </summary>
internal sealed class CompetitionMetric
{
    /// <summary>Keeps what is as good as singular apart from zero, in shares and in pupils.</summary>
    private const double Ridge = 0.001;

    /// <summary>What must be left of a row's own curvature once the rows before it are taken account of; otherwise it is moved alone.</summary>
    private const double Least = 0.01;

    /// <summary>
    /// Longest step, in temperatures, that a price's own excess asks for: where nobody can go elsewhere the curvature is next to nothing until a
    /// place is no longer worth its price, and a Newton step would overshoot.
    /// </summary>
    private const double Reach = 2;

    private readonly Limits _limits;
    private readonly Competition _competition;
    private readonly int _years;
    private readonly int[][] _members;
    private readonly double[] _ofRows;
    private readonly double[][] _root;
    private readonly OfferMetric? _offers;

    public CompetitionMetric(Limits limits, Competition competition, int years)
    {
        (_limits, _competition, _years) = (limits, competition, years);
        _members = [.. competition.Sizes.Select(size => new int[size])];
        for (int g = 0; g < competition.Group.Length; g++)
        {
            _members[competition.Group[g]][competition.Position[g]] = g;
        }

        _ofRows = new double[limits.Rows.Count];
        _offers = limits.Offers is { Rows.Count: > 0 } ? new OfferMetric(limits) : null;
        _root = [.. competition.Sizes.Select(size => new double[size * years * size * years])];
    }

    /// <summary>Takes the curvature on that was worked out last, with the excess of use there.</summary>
    public void Set(PriceEvaluation evaluation)
    {
        for (int q = 0; q < _root.Length; q++)
        {
            Factor(q, evaluation.Curvature, evaluation.Gradient);
        }

        evaluation.CurvatureOfRows.CopyTo(_ofRows, 0);
        _offers?.Set(evaluation, SolvePlaces);
    }

    /// <summary>Replaces excess by a change of prices.</summary>
    public void Apply(double[] excess, double temperature)
    {
        SolvePlaces(excess);
        _offers?.Apply(excess);
        for (int i = 0; i < excess.Length; i++)
        {
            excess[i] *= i < _limits.Places.Length || i >= _limits.FirstOfOffers ? temperature : 1;
        }

        for (int row = 0; row < _ofRows.Length; row++)
        {
            excess[_limits.Places.Length + row] *= temperature / _ofRows[row];
        }
    }

    /// <summary>Places alone, in temperatures.</summary>
    private void SolvePlaces(double[] excess)
    {
        for (int q = 0; q < _root.Length; q++)
        {
            Solve(q, excess);
        }
    }

    private int PriceOf(int q, int row) => (_members[q][row / _years] * _years) + (row % _years);

    private void Factor(int q, Curvature curvature, double[] excess)
    {
        int n = _members[q].Length * _years;
        double[] root = _root[q];
        for (int a = 0; a < n; a++)
        {
            Span<double> line = root.AsSpan(a * n, a + 1);
            for (int b = 0; b < a; b++)
            {
                line[b] = curvature.Of(q, a, b);
            }

            double alone = line[a] = (curvature.Of(q, a, a) * (1 + Ridge)) + Ridge + (Math.Abs(excess[PriceOf(q, a)]) / Reach);
            for (int b = 0; b < a; b++)
            {
                ReadOnlySpan<double> other = root.AsSpan(b * n, b + 1);
                line[b] = (line[b] - Dot(line[..b], other[..b])) / other[b];
            }

            double left = alone - Dot(line[..a], line[..a]);
            if (left < Least * alone)
            {
                line[..a].Clear();
                left = alone;
            }

            line[a] = Math.Sqrt(left);
        }
    }

    private void Solve(int q, double[] excess)
    {
        int n = _members[q].Length * _years;
        double[] root = _root[q];
        double[] solved = new double[n];
        for (int a = 0; a < n; a++)
        {
            ReadOnlySpan<double> line = root.AsSpan(a * n, a + 1);
            solved[a] = (excess[PriceOf(q, a)] - Dot(line[..a], solved.AsSpan(0, a))) / line[a];
        }

        for (int a = n - 1; a >= 0; a--)
        {
            ReadOnlySpan<double> line = root.AsSpan(a * n, a + 1);
            double value = solved[a] /= line[a];
            for (int b = 0; b < a; b++)
            {
                solved[b] -= line[b] * value;
            }

            excess[PriceOf(q, a)] = value;
        }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector<double> sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums += new Vector<double>(a[i..]) * new Vector<double>(b[i..]);
        }

        double sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
