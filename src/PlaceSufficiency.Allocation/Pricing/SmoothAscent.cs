namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>
/// Raises the softened bound by a limited-memory quasi-Newton method on prices of at least 0. The first metric is the curvature of each provision's years:
/// pupils stay, so that neighbouring years of a provision are used by the same pupils, and plain steps would push the same price many times over.
/// </summary>
internal sealed class SmoothAscent(RouteCase routes, Limits limits, SoftEvaluation evaluation)
{
    private const int Memory = 12;
    private const int Refresh = 8;

    private readonly int _n = limits.Places.Length;
    private readonly int _years = routes.Years;

    public int Evaluations { get; private set; }

    public double Climb(double[] x, double temperature, int steps, double tolerance)
    {
        List<(double[] S, double[] Y, double Rho)> pairs = [];
        double value = evaluation.Evaluate(x, temperature, true);
        Evaluations++;
        double[] gradient = [.. evaluation.Gradient];
        double[] curvature = [.. evaluation.Curvature];
        for (int step = 0; step < steps; step++)
        {
            bool[] free = [.. x.Select((price, i) => (price > 0.05 * temperature || gradient[i] > 0) && !(i >= _n && limits.Inmss[i - _n] is null))];
            double[] direction = Direction(gradient, free, pairs, curvature, temperature);
            double slope = 0;
            for (int i = 0; i < x.Length; i++)
            {
                if (!free[i])
                {
                    direction[i] = -x[i];
                }
                else if (x[i] <= 0 && direction[i] < 0)
                {
                    direction[i] = 0;
                }

                slope += direction[i] * gradient[i];
            }

            if (slope <= 0)
            {
                if (pairs.Count == 0)
                {
                    break;
                }

                pairs.Clear();
                continue;
            }

            double most = 0;
            for (int i = 0; i < x.Length; i++)
            {
                most = Math.Max(most, Math.Abs(direction[i]));
            }

            if (Environment.GetEnvironmentVariable("DBG") is not null) { int arg = 0; for (int i = 0; i < x.Length; i++) if (!(Math.Abs(direction[i]) <= Math.Abs(direction[arg]))) arg = i; Console.WriteLine($"   step {step} slope {slope:G4} most {most:G4} at {arg} x {x[arg]:G4} g {gradient[arg]:G4} c {curvature[Math.Min(curvature.Length - 1, arg * _years + arg % _years)]:G4} pairs {pairs.Count} value {value:G10}"); }
            double length = Math.Min(1, 30 * temperature / most);
            double[] moved = x;
            double reached = value;
            bool better = false;
            for (int attempt = 0; attempt < 12; attempt++, length *= 0.4)
            {
                moved = [.. x.Select((price, i) => Math.Max(0, price + (length * direction[i])))];
                double gain = 0;
                for (int i = 0; i < x.Length; i++)
                {
                    gain += gradient[i] * (moved[i] - x[i]);
                }

                reached = evaluation.Evaluate(moved, temperature, step % Refresh == Refresh - 1);
            if (Environment.GetEnvironmentVariable("DBG") is not null) { Console.WriteLine($"       attempt {attempt} length {length:G4} gain {gain:G5} reached {reached - value:G6}"); }
                Evaluations++;
                if (reached >= value + (1e-4 * gain))
                {
                    better = true;
                    break;
                }
            }

            if (!better)
            {
                if (pairs.Count == 0)
                {
                    break;
                }

                pairs.Clear();
                continue;
            }

            double[] s = new double[x.Length];
            double[] y = new double[x.Length];
            double sy = 0;
            double yy = 0;
            for (int i = 0; i < x.Length; i++)
            {
                s[i] = moved[i] - x[i];
                y[i] = gradient[i] - evaluation.Gradient[i];
                sy += s[i] * y[i];
                yy += y[i] * y[i];
            }

            if (sy > 1e-12 * yy)
            {
                pairs.Add((s, y, 1 / sy));
                if (pairs.Count > Memory)
                {
                    pairs.RemoveAt(0);
                }
            }

            if (step % Refresh == Refresh - 1)
            {
                curvature = [.. evaluation.Curvature];
            }

            double improvement = reached - value;
            moved.CopyTo(x, 0);
            value = reached;
            evaluation.Gradient.CopyTo(gradient, 0);
            if (improvement < tolerance)
            {
                break;
            }
        }

        return value;
    }

    private double[] Direction(double[] gradient, bool[] free, List<(double[] S, double[] Y, double Rho)> pairs, double[] curvature, double temperature)
    {
        double[] q = [.. gradient.Select((value, i) => free[i] ? value : 0)];
        double[] alpha = new double[pairs.Count];
        for (int p = pairs.Count - 1; p >= 0; p--)
        {
            alpha[p] = pairs[p].Rho * Dot(pairs[p].S, q, free);
            Plus(q, pairs[p].Y, -alpha[p], free);
        }

        Precondition(q, free, curvature, temperature);
        for (int p = 0; p < pairs.Count; p++)
        {
            double beta = pairs[p].Rho * Dot(pairs[p].Y, q, free);
            Plus(q, pairs[p].S, alpha[p] - beta, free);
        }

        return q;
    }

    private void Precondition(double[] q, bool[] free, double[] curvature, double temperature)
    {
        double[,] l = new double[_years, _years];
        int[] rows = new int[_years];
        double[] v = new double[_years];
        for (int g = 0; g < routes.Provisions; g++)
        {
            int count = 0;
            for (int t = 0; t < _years; t++)
            {
                if (free[(g * _years) + t])
                {
                    rows[count++] = t;
                }
            }

            if (count == 0)
            {
                continue;
            }

            for (int a = 0; a < count; a++)
            {
                int row = (g * _years) + rows[a];
                for (int b = 0; b <= a; b++)
                {
                    double value = curvature[(((g * _years) + rows[b]) * _years) + rows[a]];
                    if (a == b)
                    {
                        value = (value * 1.05) + (0.02 * limits.Places[row]) + 0.1;
                    }

                    double least = value * 1e-3;
                    for (int c = 0; c < b; c++)
                    {
                        value -= l[a, c] * l[b, c];
                    }

                    l[a, b] = a == b ? Math.Sqrt(Math.Max(value, least)) : value / l[b, b];
                }
            }

            for (int a = 0; a < count; a++)
            {
                double value = q[(g * _years) + rows[a]] * temperature;
                for (int c = 0; c < a; c++)
                {
                    value -= l[a, c] * v[c];
                }

                v[a] = value / l[a, a];
            }

            for (int a = count - 1; a >= 0; a--)
            {
                double value = v[a];
                for (int c = a + 1; c < count; c++)
                {
                    value -= l[c, a] * v[c];
                }

                v[a] = value / l[a, a];
                q[(g * _years) + rows[a]] = v[a];
            }
        }

        for (int t = 0; t < _years; t++)
        {
            q[_n + t] *= temperature / Math.Max(1, 0.3 * (limits.Inmss[t] ?? 1));
        }
    }

    private static double Dot(double[] a, double[] b, bool[] free)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += free[i] ? a[i] * b[i] : 0;
        }

        return sum;
    }

    private static void Plus(double[] a, double[] b, double times, bool[] free)
    {
        for (int i = 0; i < a.Length; i++)
        {
            a[i] += free[i] ? times * b[i] : 0;
        }
    }
}
