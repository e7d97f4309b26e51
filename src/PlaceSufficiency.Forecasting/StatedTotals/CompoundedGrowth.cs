using System.Collections.Immutable;
using System.Globalization;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.StatedTotals;

/// <summary>
/// Plans that grow by a stated rate each year: the rule of a published strategy. Growth is compounded without rounding in
/// between, and each year's figure is cut to whole plans, as the published figures are.
/// </summary>
/// <param name="BasePlans">Plans in the base year, at least 0.</param>
/// <param name="Rates">Growth on the year before, as a share: 0.10 is 10%; above -1. Every year from the one after the base year, without a gap.</param>
public sealed record CompoundedGrowth(int BasePlans, ImmutableSortedDictionary<AcademicYear, decimal> Rates)
{
    /// <summary>Whole plans in each year that has a rate.</summary>
    /// <exception cref="ArgumentException">The base plans are negative, a rate is -1 or less, or the years leave a gap.</exception>
    /// <exception cref="OverflowException">The plans outgrow whole numbers.</exception>
    public ImmutableSortedDictionary<AcademicYear, int> Totals()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(BasePlans);
        var totals = ImmutableSortedDictionary.CreateBuilder<AcademicYear, int>();
        decimal plans = BasePlans;
        AcademicYear? before = null;
        foreach ((AcademicYear year, decimal rate) in Rates)
        {
            if (rate <= -1 || (before is { } last && year != last.Next))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture, $"The rate {rate} of {year} must be above -1 and follow the year before without a gap."));
            }

            plans *= 1 + rate;
            totals.Add(year, checked((int)decimal.Floor(plans)));
            before = year;
        }

        return totals.ToImmutable();
    }
}
