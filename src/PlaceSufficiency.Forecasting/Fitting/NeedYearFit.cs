using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>
/// The joint table of need, age, placement and sex of the year whose plans are published by need: fitted from an even seed to
/// every published two-way table at once, "not recorded" being a need and a sex of its own; then those are spread over the
/// recorded ones in the proportions of their age, placement and sex.
/// </summary>
public static class NeedYearFit
{
    /// <summary>
    /// A thousandth of each count. Many small counts force cells to 0 that are not 0 in the seed; the sweeps come near such tables
    /// ever more slowly, and the table is only the seed of the base year's.
    /// </summary>
    private const double SeedTolerance = 1e-3;

    /// <summary>The fitted table over need, age, placement and sex, without "not recorded".</summary>
    /// <exception cref="FindingsException">The published tables disagree with each other.</exception>
    public static JointTable Of(NeedYearTables tables)
    {
        TableAxis[] axes = [StockAxes.NeedOrUnknown, StockAxes.Age, StockAxes.Placement, StockAxes.SexOrUnknown];
        JointTable seed = JointTable.From(axes, _ => 1);
        JointTable fitted = IterativeProportionalFitting.Fit(seed, [.. Margins(tables)], 50_000, SeedTolerance).Table;
        return WithoutUnknown(fitted);
    }

    private static IEnumerable<FittingMargin> Margins(NeedYearTables tables)
    {
        yield return Margin("need by placement", StockAxes.NeedOrUnknown, StockAxes.Placement,
            tables.NeedByPlacement.Select(pair => (Key(pair.Key.Need), pair.Key.Placement.ToString(), pair.Value)));
        yield return Margin("need by age", StockAxes.NeedOrUnknown, StockAxes.Age,
            tables.NeedByAge.Select(pair => (Key(pair.Key.Need), pair.Key.Age.ToString(), pair.Value)));
        yield return Margin("need by sex", StockAxes.NeedOrUnknown, StockAxes.SexOrUnknown,
            tables.NeedBySex.Select(pair => (Key(pair.Key.Need), Key(pair.Key.Sex), pair.Value)));
        yield return Margin("placement by age", StockAxes.Placement, StockAxes.Age,
            tables.PlacementByAge.Select(pair => (pair.Key.Placement.ToString(), pair.Key.Age.ToString(), pair.Value)));
        yield return Margin("placement by sex", StockAxes.Placement, StockAxes.SexOrUnknown,
            tables.PlacementBySex.Select(pair => (pair.Key.Placement.ToString(), Key(pair.Key.Sex), pair.Value)));
    }

    private static FittingMargin Margin(string name, TableAxis rows, TableAxis columns, IEnumerable<(string Row, string Column, int Plans)> counts)
    {
        Dictionary<(string, string), int> of = counts.ToDictionary(count => (count.Row, count.Column), count => count.Plans);
        return new FittingMargin(name, JointTable.From([rows, columns], keys => of.GetValueOrDefault((keys[0], keys[1]))));
    }

    private static string Key<T>(T? value)
        where T : struct => value?.ToString() ?? StockAxes.Unknown;

    /// <summary>Shares each "not recorded" cell out over the recorded cells of the same other keys; first sex, then need.</summary>
    private static JointTable WithoutUnknown(JointTable fitted)
    {
        (int needs, int placements, int sexes) = (StockAxes.Needs.Length, StockAxes.Placements.Length, StockAxes.Sexes.Length);
        double[] needTotals = [.. fitted.Over("need").Cells.Take(needs)];
        double[] sexTotals = [.. fitted.Over("sex").Cells.Take(sexes)];
        double[] cells = new double[needs * StockAxes.AgeCount * placements * sexes];
        double Fitted(int need, int age, int placement, int sex) =>
            fitted.Cells[(((((need * StockAxes.AgeCount) + age) * placements) + placement) * (sexes + 1)) + sex];
        for (int age = 0; age < StockAxes.AgeCount; age++)
        {
            for (int placement = 0; placement < placements; placement++)
            {
                double[][] bySex = [.. Enumerable.Range(0, needs + 1).Select(need =>
                    Spread([.. Enumerable.Range(0, sexes + 1).Select(sex => Fitted(need, age, placement, sex))], sexTotals))];
                for (int sex = 0; sex < sexes; sex++)
                {
                    double[] byNeed = Spread([.. bySex.Select(row => row[sex])], needTotals);
                    for (int need = 0; need < needs; need++)
                    {
                        cells[StockAxes.Index(need, age, placement, sex, placements)] = byNeed[need];
                    }
                }
            }
        }

        return new JointTable([StockAxes.Need, StockAxes.Age, StockAxes.Placement, StockAxes.BothSexes], cells);
    }

    /// <summary>The values without the last, which is shared out in their proportions, or in those of the totals where all are 0.</summary>
    private static double[] Spread(double[] values, double[] totals)
    {
        double[] known = values[..^1];
        double[] weights = known.Sum() > 0 ? known : totals;
        double sum = weights.Sum();
        return [.. known.Select((value, i) => value + (sum > 0 ? values[^1] * weights[i] / sum : 0))];
    }
}
