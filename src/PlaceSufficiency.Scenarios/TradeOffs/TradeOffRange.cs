using System.Globalization;
using PlaceSufficiency.Domain.Findings;

namespace PlaceSufficiency.Scenarios.TradeOffs;

/// <summary>The points of a curve: from the tightest limit in steps to the loosest, which is always one of them.</summary>
/// <param name="From">The tightest, at least 0.</param>
/// <param name="To">The loosest, above it.</param>
/// <param name="Step">What lies between two, above 0.</param>
public sealed record TradeOffRange(decimal From, decimal To, decimal Step)
{
    /// <summary>Most points: each is a plan of its own.</summary>
    public const int MostPoints = 200;

    /// <summary>The limits, the tightest first.</summary>
    public IEnumerable<decimal> Limits
    {
        get
        {
            for (decimal limit = From; limit < To; limit += Step)
            {
                yield return limit;
            }

            yield return To;
        }
    }

    /// <summary>Everything that is wrong with the range.</summary>
    /// <param name="isMoney">Whether the limit is in pounds; otherwise only whole numbers are limits.</param>
    public IEnumerable<Finding> Check(bool isMoney)
    {
        (string Key, decimal Value)[] stated = [("--from", From), ("--to", To), ("--step", Step)];
        foreach ((string key, decimal value) in stated)
        {
            if (value < 0 || (key == "--step" && value == 0))
            {
                yield return Finding.Error("negative-number", key == "--step" ? "A number above 0 is wanted." : "A number of at least 0 is wanted.", key: key, value: Text(value));
            }

            if (decimal.Round(value, isMoney ? 2 : 0) != value)
            {
                yield return Finding.Error("not-whole", isMoney ? "Pounds have at most two decimals." : "Whole pupils are wanted.", key: key, value: Text(value));
            }
        }

        if (To <= From)
        {
            yield return Finding.Error("empty-range", $"The loosest limit must be above the tightest, which is {Text(From)}.", key: "--to", value: Text(To));
        }
        else if (Step > 0 && decimal.Ceiling((To - From) / Step) >= MostPoints)
        {
            yield return Finding.Error("too-many-points", $"At most {MostPoints} points are solved, each a plan of its own.", key: "--step", value: Text(Step), maybe: "choose a larger step.");
        }
    }

    private static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
