using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.PlanTrends;

/// <summary>
/// A change of the law that was known to come when a forecast was made, though not how much it would change: the national trend is
/// more uncertain in the years it takes effect.
/// </summary>
/// <param name="Name">The law.</param>
/// <param name="KnownSince">The first January at which it was known.</param>
/// <param name="First">The first January it affects.</param>
/// <param name="Last">The last January in which it is still taking effect.</param>
/// <param name="Spread">Standard deviation that it adds to the yearly change of the national growth rate, as a share of the caseload.</param>
public sealed record SeriesBreak(string Name, AcademicYear KnownSince, AcademicYear First, AcademicYear Last, double Spread)
{
    /// <summary>
    /// Children and Families Act 2014 (Royal Assent March 2014, a Bill since 2013; in force September 2014, transfer ended April 2018):
    /// plans up to 25 instead of statements up to 19. What it would do to the numbers nobody knew: two years' growth rates moved by more
    /// than 5 percentage points each.
    /// </summary>
    public static readonly SeriesBreak PlansTo25 = new(
        "plans to 25 instead of statements to 19", AcademicYear.OfCensus(2014), AcademicYear.OfCensus(2015), AcademicYear.OfCensus(2017), 0.06);

    /// <summary>Whether it widens a forecast made in January of one year for another.</summary>
    public bool Widens(AcademicYear origin, AcademicYear year) => origin >= KnownSince && year >= First && year <= Last;
}
