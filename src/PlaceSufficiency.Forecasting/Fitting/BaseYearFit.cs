using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>
/// The joint table of the base year over need, age, unit and sex: the table of the year published by need is the seed, cells that
/// a unit does not admit are emptied, and the rest is fitted to the base year's plans by age band and to the pupils of each unit.
/// </summary>
public static class BaseYearFit
{
    /// <summary>The fitted table; its third axis is the units in their order.</summary>
    /// <param name="tables">The published tables.</param>
    /// <param name="needYear">The table of <see cref="NeedYearFit"/>.</param>
    /// <param name="units">The units.</param>
    /// <exception cref="FindingsException">Age bands and units disagree, or the units admit nobody of an age that the bands count.</exception>
    public static JointTable Of(PublishedTables tables, JointTable needYear, IReadOnlyList<FitUnit> units)
    {
        TableAxis unitAxis = StockAxes.Unit(units);
        TableAxis bands = new("band", [.. tables.BaseAgeBands.Select(band => band.Name)]);
        double[] seed = Seed(needYear, units);
        JointTable banded = new([StockAxes.Need, StockAxes.Age, unitAxis, StockAxes.BothSexes, bands], [.. Banded(seed, units.Count, tables)]);
        FittedTable fitted = IterativeProportionalFitting.Fit(banded,
        [
            FittingMargin.Of("base year by age band", bands, [.. tables.BaseAgeBands.Select(band => (double)band.Plans)]),
            FittingMargin.Of("base year by unit", unitAxis, [.. units.Select(unit => (double)unit.Pupils)]),
        ]);
        return fitted.Table.Over("need", "age", "unit", "sex");
    }

    /// <summary>Every cell once for each band, empty in the bands that do not hold its age.</summary>
    private static IEnumerable<double> Banded(double[] seed, int units, PublishedTables tables) =>
        Enumerable.Range(0, seed.Length).SelectMany(i =>
            tables.BaseAgeBands.Select(band => band.Holds(i / (units * StockAxes.Sexes.Length) % StockAxes.AgeCount) ? seed[i] : 0));

    /// <summary>
    /// For each unit its share of each cell of its placement, or the mix of all placements where its own has nobody whom it admits.
    /// A cell is shared over the units of the placement that admit it in proportion to their pupils, so that the only school for
    /// a need holds all who have it.
    /// </summary>
    private static double[] Seed(JointTable needYear, IReadOnlyList<FitUnit> units)
    {
        double[] all = [.. needYear.Over("need", "age", "sex").Cells];
        double[] cells = new double[StockAxes.Needs.Length * StockAxes.AgeCount * units.Count * StockAxes.Sexes.Length];
        for (int unit = 0; unit < units.Count; unit++)
        {
            int placement = (int)units[unit].Placement;
            double held = Fill((need, age, sex) => needYear.Cells[StockAxes.Index(need, age, placement, sex, StockAxes.Placements.Length)]);
            if (held == 0)
            {
                Fill((need, age, sex) => all[(((need * StockAxes.AgeCount) + age) * StockAxes.Sexes.Length) + sex]);
            }

            double Fill(Func<int, int, int, double> of)
            {
                double sum = 0;
                for (int i = 0; i < all.Length; i++)
                {
                    (int rest, int sex) = Math.DivRem(i, StockAxes.Sexes.Length);
                    (int need, int age) = Math.DivRem(rest, StockAxes.AgeCount);
                    bool admits = units[unit].Admits(StockAxes.Needs[need], age, StockAxes.Sexes[sex]);
                    double cell = admits ? of(need, age, sex) * units[unit].Pupils / Admitting(units, unit, need, age, sex) : 0;
                    cells[StockAxes.Index(need, age, unit, sex, units.Count)] = cell;
                    sum += cell;
                }

                return sum;
            }
        }

        return cells;
    }

    /// <summary>Pupils of the units of the same placement that admit the cell, the unit itself included.</summary>
    private static double Admitting(IReadOnlyList<FitUnit> units, int unit, int need, int age, int sex) => units
        .Where(other => other.Placement == units[unit].Placement && other.Admits(StockAxes.Needs[need], age, StockAxes.Sexes[sex]))
        .Sum(other => other.Pupils);
}
