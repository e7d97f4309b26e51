using FsCheck.Xunit;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Forecasting.Fitting;

namespace PlaceSufficiency.Forecasting.Tests.Fitting;

public class IterativeProportionalFittingTests
{
    private static readonly TableAxis _need = new("need", ["ASD", "SEMH"]);
    private static readonly TableAxis _age = new("age", ["5-10", "11-15"]);
    private static readonly TableAxis _place = new("place", ["mainstream", "special"]);

    [Fact]
    public void A_flat_seed_gives_independence()
    {
        // 10 x 12/20 = 6 and so on: margins 10, 10 by need and 12, 8 by age.
        FittedTable fitted = IterativeProportionalFitting.Fit(
            new JointTable([_need, _age], [1, 1, 1, 1]),
            [FittingMargin.Of("by need", _need, 10, 10), FittingMargin.Of("by age", _age, 12, 8)]);

        AssertCells([6, 4, 6, 4], fitted);
        Assert.Equal(1, fitted.Sweeps);
    }

    [Fact]
    public void The_odds_ratio_of_the_seed_is_kept()
    {
        // Odds ratio 4 with margins 3, 3 and 3, 3: x^2 / (3 - x)^2 = 4, so x = 2.
        FittedTable fitted = IterativeProportionalFitting.Fit(
            new JointTable([_need, _age], [4, 1, 1, 1]),
            [FittingMargin.Of("by need", _need, 3, 3), FittingMargin.Of("by age", _age, 3, 3)]);

        AssertCells([2, 1, 1, 2], fitted);
        Assert.InRange(fitted.Worst.Relative, 0, IterativeProportionalFitting.Tolerance);
    }

    [Fact]
    public void A_cell_that_is_impossible_in_the_seed_stays_empty()
    {
        FittedTable fitted = IterativeProportionalFitting.Fit(
            new JointTable([_need, _age], [0, 1, 1, 1]),
            [FittingMargin.Of("by need", _need, 4, 6), FittingMargin.Of("by age", _age, 5, 5)]);

        AssertCells([0, 4, 5, 1], fitted);
    }

    [Fact]
    public void Three_axes_meet_a_two_way_and_a_one_way_margin()
    {
        // Need by age is 4 2 / 2 4; half of all are in special places. The seed puts ASD of 5-10 in mainstream only, so the
        // other three cells, 8 pupils, share the 2 mainstream and the 6 special places that are left in the same proportion.
        FittedTable fitted = IterativeProportionalFitting.Fit(
            new JointTable([_need, _age, _place], [1, 0, 1, 1, 1, 1, 1, 1]),
            [
                new FittingMargin("need by age", new JointTable([_need, _age], [4, 2, 2, 4])),
                FittingMargin.Of("by place", _place, 6, 6),
            ]);

        AssertCells([4, 0, 0.5, 1.5, 0.5, 1.5, 1, 3], fitted);
    }

    [Fact]
    public void The_axes_of_a_margin_may_come_in_any_order()
    {
        FittedTable fitted = IterativeProportionalFitting.Fit(
            new JointTable([_need, _age], [1, 1, 1, 1]), [new FittingMargin("age by need", new JointTable([_age, _need], [1, 2, 3, 4]))]);

        AssertCells([1, 3, 2, 4], fitted);
        Assert.Equal(3, fitted.Table["ASD", "11-15"]);
    }

    [Fact]
    public void Margins_that_disagree_in_total_are_refused() => AssertRefused(
        "Margin 'by need' holds 7 at the whole table but 'by age' holds 8.",
        [1, 1, 1, 1],
        FittingMargin.Of("by need", _need, 3, 4),
        FittingMargin.Of("by age", _age, 4, 4));

    [Fact]
    public void Margins_that_disagree_on_a_shared_axis_are_refused_by_key() => AssertRefused(
        string.Join(
            Environment.NewLine,
            "Margin 'need by age' holds 3 at need ASD but 'by need' holds 4.",
            "Margin 'need by age' holds 7 at need SEMH but 'by need' holds 6."),
        [1, 1, 1, 1],
        new FittingMargin("need by age", new JointTable([_need, _age], [1, 2, 3, 4])),
        FittingMargin.Of("by need", _need, 4, 6));

    [Fact]
    public void Pupils_where_the_seed_has_none_are_refused_by_key() => AssertRefused(
        "Margin 'by need' asks for 4 at need ASD, but the seed has nobody there.",
        [0, 0, 1, 1],
        FittingMargin.Of("by need", _need, 4, 6));

    [Fact]
    public void Pupils_where_another_margin_is_empty_are_refused_by_key() => AssertRefused(
        "Margin 'by need' asks for 4 at need ASD, but other margins are 0 wherever the seed has anybody there.",
        [1, 0, 1, 1],
        FittingMargin.Of("by need", _need, 4, 6),
        FittingMargin.Of("by age", _age, 0, 10));

    [Fact]
    public void Zeros_that_leave_no_table_are_reported_with_the_total_that_is_not_met()
    {
        // ASD can only be 5-10, where both needs together hold 3, but ASD alone holds 4.
        FindingsException error = Assert.Throws<FindingsException>(() => IterativeProportionalFitting.Fit(
            new JointTable([_need, _age], [1, 0, 1, 1]),
            [FittingMargin.Of("by need", _need, 4, 6), FittingMargin.Of("by age", _age, 3, 7)],
            mostSweeps: 50));

        Assert.Equal("margins-not-met", Assert.Single(error.Findings).Code);
        Assert.Contains("margin 'by need' is still 3 instead of 4 at need ASD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_axes_and_keys_are_all_named()
    {
        FindingsException error = Assert.Throws<FindingsException>(() => IterativeProportionalFitting.Fit(
            new JointTable([_need, _age], [1, 1, 1, 1]),
            [
                FittingMargin.Of("by needs", _need with { Name = "needs" }, 1, 1),
                FittingMargin.Of("by age", new TableAxis("age", ["5-10", "16-19"]), 1, 1),
            ]));

        Assert.Equal(["margin-unknown-axis", "margin-keys-differ"], error.Findings.Select(finding => finding.Code));
        Assert.Equal("'need' was meant.", error.Findings[0].Maybe);
        Assert.Contains("unknown: 16-19; missing: 11-15", error.Findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_without_margins_is_refused() => AssertRefused("There is no margin to fit the table to.", [1, 1, 1, 1]);

    /// <summary>Margins taken from some table with the seed's zeros can be met, and must be.</summary>
    [Property]
    public void Every_margin_of_a_table_that_exists_is_met(byte[] truth, byte[] seed)
    {
        TableAxis[] axes = [new("a", ["0", "1", "2"]), new("b", ["0", "1"]), new("c", ["0", "1", "2"])];
        double[] seeds = [.. Enumerable.Range(0, 18).Select(i => 1.0 + At(seed, i))];
        JointTable target = new(axes, [.. Enumerable.Range(0, 18).Select(i => 1.0 + At(truth, i))]);
        FittingMargin[] margins = [new("ab", target.Over("a", "b")), new("bc", target.Over("b", "c")), new("ca", target.Over("c", "a"))];

        FittedTable fitted = IterativeProportionalFitting.Fit(new JointTable(axes, seeds), margins);

        Assert.All(margins, margin => AssertNear(margin.Totals.Cells, fitted.Table.Over(margin.AxisNames).Cells));
    }

    private static int At(byte[] bytes, int index) => bytes.Length == 0 ? 0 : bytes[index % bytes.Length];

    private static void AssertCells(double[] expected, FittedTable fitted) => AssertNear(expected, fitted.Table.Cells);

    private static void AssertNear(IReadOnlyList<double> expected, IReadOnlyList<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, pair.First * 1e-8));

    private static void AssertRefused(string message, double[] seed, params FittingMargin[] margins) =>
        Assert.Equal(message, Assert.Throws<FindingsException>(() => IterativeProportionalFitting.Fit(new JointTable([_need, _age], seed), margins)).Message);
}
