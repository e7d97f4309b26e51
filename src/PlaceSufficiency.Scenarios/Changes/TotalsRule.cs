using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.StatedTotals;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>The plans that the forecast must reach: growth at yearly rates from the plans of the base year, compounded without rounding
/// in between and cut to whole plans.</summary>
[Description("Growth at yearly rates, compounded without rounding in between and cut to whole plans.")]
public sealed record TotalsGrowth(
    [property: Description("Plans of the base year.")] int BasePlans,
    [property: Share, Description("Growth over the year before, by academic year: 10% or 0.1.")] ImmutableSortedDictionary<AcademicYear, decimal> Rates);

/// <summary>How the plans that the forecast must reach are stated: by growth or year by year. Exactly one is given.</summary>
[Description("The plans that the forecast must reach: give growth or stated.")]
public sealed record TotalsRule(
    [property: Description("Growth at yearly rates from the plans of the base year.")] TotalsGrowth? Growth = null,
    [property: Description("Plans by academic year.")] ImmutableSortedDictionary<AcademicYear, int>? Stated = null)
{
    /// <summary>More than the people of England aged 0 to 25: beyond it a rate is mistyped.</summary>
    private const int MostPlans = 20_000_000;

    /// <summary>What is wrong with the rule for a case whose horizon and stock are known, without file and row.</summary>
    public IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.ExactlyOne(Growth is not null, "growth", Stated is not null, "stated"),
        .. Growth is { } growth ? OfGrowth(planningCase, growth) : [],
        .. Stated is { } stated ? Years(planningCase, "stated", stated.Keys) : [],
        .. (Stated ?? ImmutableSortedDictionary<AcademicYear, int>.Empty)
            .SelectMany(total => ChangeChecks.NotNegative(total.Value, $"stated/{total.Key}")),
    ];

    /// <summary>Whole plans by planned year.</summary>
    /// <remarks>Only defined when <see cref="Check"/> finds no error.</remarks>
    public ImmutableSortedDictionary<AcademicYear, int> Totals => Stated
        ?? new CompoundedGrowth(Growth!.BasePlans, Growth.Rates).Totals();

    private static IEnumerable<Finding> OfGrowth(PlanningCase planningCase, TotalsGrowth growth)
    {
        int stock = planningCase.Stock.Sum(cell => cell.Pupils);
        if (growth.BasePlans != stock)
        {
            yield return Finding.Error(
                "totals-disagree", $"The stock of {planningCase.Horizon.BaseYear} has {stock} pupils.", key: "base-plans", value: $"{growth.BasePlans}");
        }

        if (growth.Rates.Values.Aggregate((double)growth.BasePlans, (plans, rate) => plans * (1 + (double)rate)) > MostPlans)
        {
            yield return Finding.Error("totals-too-large", $"The plans would grow beyond {MostPlans:#,##0}.", key: "rates");
        }

        foreach ((AcademicYear year, decimal rate) in growth.Rates.Where(rate => rate.Value is <= -1 or > 1))
        {
            yield return Finding.Error(
                "share-out-of-range", "A growth rate is above -1 and at most 1.", key: $"rates/{year}", value: $"{rate}",
                maybe: rate is > 1 and <= 100 ? $"'{rate}%' was meant." : null);
        }

        foreach (Finding finding in Years(planningCase, "rates", growth.Rates.Keys))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Years(PlanningCase planningCase, string key, IEnumerable<AcademicYear> stated) =>
        stated.SelectMany(year => ChangeChecks.PlannedYear(planningCase, year, $"{key}/{year}"))
            .Concat(planningCase.Horizon.PlannedYears.Except(stated)
                .Select(year => Finding.Error("totals-year-missing", "Every planned year needs a figure.", key: $"{key}/{year}")));
}
