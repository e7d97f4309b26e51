using System.Globalization;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>What can be known to be wrong with margins before they are fitted.</summary>
internal static class MarginChecks
{
    /// <summary>Every finding: of form first, and only when there is none, of totals and of support.</summary>
    internal static IReadOnlyList<Finding> Of(JointTable seed, IReadOnlyList<FittingMargin> margins)
    {
        Finding[] form = [.. margins.SelectMany(margin => Form(seed, margin))];
        return margins.Count == 0
            ? [Finding.Error("no-margins", "There is no margin to fit the table to.")]
            : form.Length > 0 ? form : [.. Disagreements(margins), .. WithoutSupport(seed, margins)];
    }

    private static IEnumerable<Finding> Form(JointTable seed, FittingMargin margin)
    {
        foreach (TableAxis axis in margin.Totals.Axes)
        {
            TableAxis? own = seed.Axes.FirstOrDefault(candidate => candidate.Name == axis.Name);
            if (own is null)
            {
                yield return Finding.Error(
                    "margin-unknown-axis",
                    $"Margin '{margin.Name}' has an axis that the table has not; it has {string.Join(", ", seed.Axes.Select(each => each.Name))}.",
                    key: "axis",
                    value: axis.Name,
                    maybe: NearMiss.Sentence(axis.Name, seed.Axes.Select(each => each.Name)));
            }
            else if (!own.Keys.SequenceEqual(axis.Keys))
            {
                string[] strangers = [.. axis.Keys.Except(own.Keys)];
                string[] missing = [.. own.Keys.Except(axis.Keys)];
                yield return Finding.Error(
                    "margin-keys-differ",
                    $"Margin '{margin.Name}' must have the keys of the table's axis, in its order; unknown: {List(strangers)}; missing: {List(missing)}.",
                    key: "axis",
                    value: axis.Name);
            }
        }
    }

    /// <summary>Pairs of margins whose sums over the axes they share differ; with no shared axis, their totals.</summary>
    private static IEnumerable<Finding> Disagreements(IReadOnlyList<FittingMargin> margins)
    {
        for (int second = 1; second < margins.Count; second++)
        {
            for (int first = 0; first < second; first++)
            {
                string[] shared = [.. margins[first].AxisNames.Intersect(margins[second].AxisNames)];
                JointTable one = margins[first].Totals.Over(shared);
                JointTable other = margins[second].Totals.Over(shared);
                foreach (int i in Enumerable.Range(0, one.Cells.Count).Where(i => Differ(one.Cells[i], other.Cells[i])))
                {
                    yield return Finding.Error(
                        "margins-disagree",
                        Text($"Margin '{margins[first].Name}' holds {one.Cells[i]} at {one.KeysOf(i)} but '{margins[second].Name}' holds {other.Cells[i]}."));
                }
            }
        }
    }

    /// <summary>Totals above 0 where every cell of the seed is 0, or is made 0 by a margin that is 0 there.</summary>
    private static IEnumerable<Finding> WithoutSupport(JointTable seed, IReadOnlyList<FittingMargin> margins)
    {
        JointTable open = new(seed.Axes, IterativeProportionalFitting.WithoutZeros(seed, margins));
        foreach (FittingMargin margin in margins)
        {
            JointTable held = open.Over(margin.AxisNames);
            JointTable before = seed.Over(margin.AxisNames);
            foreach (int i in Enumerable.Range(0, held.Cells.Count).Where(i => margin.Totals.Cells[i] > 0 && held.Cells[i] == 0))
            {
                string why = before.Cells[i] == 0 ? "the seed has nobody there" : "other margins are 0 wherever the seed has anybody there";
                yield return Finding.Error(
                    "margin-without-seed", Text($"Margin '{margin.Name}' asks for {margin.Totals.Cells[i]} at {held.KeysOf(i)}, but {why}."));
            }
        }
    }

    private static bool Differ(double one, double other) => Math.Abs(one - other) > 1e-9 * Math.Max(1, Math.Max(one, other));

    private static string List(string[] keys) => keys.Length == 0 ? "none" : string.Join(", ", keys);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
