using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>What a record foretold of one later January, from what was known in an earlier one.</summary>
/// <param name="Origin">Year of the January that the forecast starts from.</param>
/// <param name="Year">Year foretold.</param>
/// <param name="Actual">Plans held in its January, as the record ends the year before with.</param>
/// <param name="Mean">Mean of the paths.</param>
/// <param name="Low">2.5% of the paths stay at or below it.</param>
/// <param name="High">97.5% of the paths stay at or below it.</param>
/// <param name="Naive">What the growth rate of the last year known gives.</param>
public sealed record RecordFold(AcademicYear Origin, AcademicYear Year, int Actual, double Mean, double Low, double High, double Naive)
{
    /// <summary>Years from the origin.</summary>
    public int Ahead => Year.YearsSince(Origin);

    /// <summary>Error of the mean as a share of what happened.</summary>
    public double Error => (Mean - Actual) / Actual;

    /// <summary>Whether what happened lies in the 95% interval.</summary>
    public bool Covers => Actual >= Low && Actual <= High;
}

/// <summary>Forecasts each January of a record from every January before it that has at least a year of rows, using nothing later but residents.</summary>
public static class RecordBacktest
{
    /// <summary>Every fold, by origin and year.</summary>
    /// <exception cref="Domain.Findings.FindingsException">See <see cref="LearnedDemand.Of"/>.</exception>
    public static IReadOnlyList<RecordFold> Of(PlanRecords records, long seed, int paths, int threads, CancellationToken cancellation = default)
    {
        RecordCodes codes = RecordCodes.Pooled(records);
        List<RecordFold> folds = [];
        foreach (AcademicYear origin in records.Years.Skip(1))
        {
            PlanningCase planningCase = RecordedCase.Of(records.KnownBy(origin), codes, records.LastStock);
            ForecastFan fan = ForecastFan.Of(new PathForecaster(planningCase), seed, paths, threads, cancellation);
            double growth = (double)Held(records, origin) / HeldBefore(records, origin);
            folds.AddRange(planningCase.Horizon.PlannedYears.Select(year => new RecordFold(
                origin,
                year,
                Held(records, year),
                fan.Mean(year, FanMeasure.Total),
                fan.Quantile(year, FanMeasure.Total, 0.025),
                fan.Quantile(year, FanMeasure.Total, 0.975),
                Held(records, origin) * Math.Pow(growth, year.YearsSince(origin)))));
        }

        return folds;
    }

    private static int Held(PlanRecords records, AcademicYear year) => records.Rows.Count(row => row.Year.Next == year && row.After is not null);

    /// <summary>Plans a year before the origin: as the record ends the year before that with, or starts with where it begins then.</summary>
    private static int HeldBefore(PlanRecords records, AcademicYear origin) => origin.Previous == records.Years[0]
        ? records.Rows.Count(row => row.Year == origin.Previous && row.Before is not null)
        : Held(records, origin.Previous);
}
