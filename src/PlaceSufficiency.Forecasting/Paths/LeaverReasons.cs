using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>Why those of an age who leave do so: each reason in proportion to the share that leaves for it.</summary>
internal sealed class LeaverReasons
{
    private readonly (LeavingReason Reason, double UpTo)[][] _reasons;

    internal LeaverReasons(DemandAssumptions demand) => _reasons = [.. YearGroup.All.Select(yearGroup =>
    {
        double all = (double)demand.LeaverShares.GetValueOrDefault(yearGroup);
        double upTo = 0;
        return demand.LeaverReasons.Where(pair => pair.Key.YearGroup == yearGroup && pair.Value > 0 && all > 0)
            .Select(pair => (pair.Key.Reason, upTo += (double)pair.Value / all)).ToArray();
    })];

    /// <summary>The reason of one who leaves before a year.</summary>
    internal LeavingReason Of(int age, Luck luck, int year)
    {
        if (_reasons[age].Length > 0)
        {
            double even = luck.Draw(Turn.At(year, Turn.Reason));
            foreach ((LeavingReason reason, double upTo) in _reasons[age])
            {
                if (even < upTo)
                {
                    return reason;
                }
            }
        }

        return LeavingReason.Any;
    }
}
