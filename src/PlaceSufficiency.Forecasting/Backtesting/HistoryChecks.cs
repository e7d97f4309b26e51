using System.Globalization;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Backtesting;

/// <summary>Where the history of a case disagrees with itself or with the stock. Nothing of it stops a backtest; none of it is put right.</summary>
public static class HistoryChecks
{
    private const string File = "tables/history.csv";

    /// <summary>Everything doubtful.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="byAge">Its history by year group.</param>
    public static IEnumerable<Finding> Of(PlanningCase planningCase, PublishedSeries byAge)
    {
        PlanSeries place = byAge.Authorities.Single();
        return [.. Gaps(place), .. Rates(place), .. Residuals(place), .. Bands(place, byAge), .. Stock(planningCase, place)];
    }

    private static IEnumerable<Finding> Gaps(PlanSeries place) =>
        from pair in place.Plans.Keys.Zip(place.Plans.Keys.Skip(1))
        where pair.Second > pair.First.Next
        select Doubt("history-year-missing", $"There are plans of {pair.First} and of {pair.Second}, but none in between; nothing is learnt from the years beside the gap.", pair.First.Next);

    private static IEnumerable<Finding> Rates(PlanSeries place)
    {
        foreach ((AcademicYear year, BandedCount begun) in place.NewPlans)
        {
            int? before = place.Plans.TryGetValue(year.Previous, out BandedCount? plans) ? plans.Total : null;
            int? now = place.Plans.TryGetValue(year, out BandedCount? held) ? held.Total : null;
            if (begun.Total > 0 && before is not null && begun.Total > before)
            {
                yield return Doubt("rate-above-1", $"{begun.Total} plans began, more than the {before} of the January before: a rate above 1, from which nothing is learnt.", year);
            }
            else if (begun.Total > 0 && now == 0)
            {
                yield return Doubt("joiners-without-plans", $"{begun.Total} plans began, but none is held.", year);
            }
        }

        foreach ((AcademicYear year, BandedCount ceased) in place.CeasedPlans.Where(pair => place.Plans.ContainsKey(pair.Key.Previous)))
        {
            int could = place.Plans[year.Previous].Total + (place.NewPlans.TryGetValue(year, out BandedCount? begun) ? begun.Total : 0);
            if (ceased.Total > could)
            {
                yield return Doubt("rate-above-1", $"{ceased.Total} plans ceased, more than the {could} that could.", year);
            }
        }
    }

    private static IEnumerable<Finding> Residuals(PlanSeries place) =>
        from residual in place.Residuals
        where residual.Value != 0
        select Doubt(
            "history-does-not-reconcile",
            string.Create(CultureInfo.InvariantCulture, $"Plans less (plans a year before + new - ceased) is {residual.Value:+#,0;-#,0}: moves, corrections and late records, kept apart as movements."), residual.Key);

    private static IEnumerable<Finding> Bands(PlanSeries place, PublishedSeries byAge) =>
        from year in place.Plans
        where byAge.Bands.Length > 1 && year.Value.HasBands && year.Value.ByBand.Sum() != year.Value.Total
        select Doubt("history-bands-total", $"The year groups hold {year.Value.ByBand.Sum()} plans, the total says {year.Value.Total}; both are used as they are.", year.Key);

    private static IEnumerable<Finding> Stock(PlanningCase planningCase, PlanSeries place)
    {
        int stock = planningCase.Stock.Sum(cell => cell.Pupils);
        return place.Plans.TryGetValue(planningCase.Horizon.BaseYear, out BandedCount? plans) && plans.Total != stock
            ? [Doubt("history-differs-from-stock", $"The history has {plans.Total} plans in the base year, the stock {stock} pupils.", planningCase.Horizon.BaseYear)]
            : [];
    }

    private static Finding Doubt(string code, string message, AcademicYear year) => Finding.Warning(code, message, File, key: "academic_year", value: year.ToString());
}
