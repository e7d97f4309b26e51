using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.PlanTrends;

namespace PlaceSufficiency.Forecasting.Decomposition;

/// <summary>
/// Takes the mean growth of an authority's paths apart. Population: what plans would gain if of the residents of each age as many held
/// one as at the origin; it needs residents. Present rates: what joining and leaving as in the last year give beyond that. Changing
/// rates: the rest, which is England's growth fading and the authority coming back to its region. Published tables state no policy.
/// </summary>
internal static class TrendDecomposition
{
    /// <summary>The parts of each year.</summary>
    /// <param name="fit">What was learnt.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="means">Mean of all ages by year.</param>
    /// <param name="residents">Residents; null where not known, so that population counts among present rates.</param>
    internal static ImmutableArray<GrowthParts> Of(TrendFit fit, AuthorityTrend authority, IReadOnlyList<double> means, ResidentsByAge? residents)
    {
        double start = authority.Start.Sum();
        double present = 1 + Joining(fit, authority) - fit.England.Leaving;
        return
        [
            .. means.Select((mean, i) =>
            {
                AcademicYear year = fit.Origin.PlusYears(i + 1);
                double momentum = start * (Math.Pow(present, i + 1) - 1);
                double population = residents is null ? 0 : Population(fit, authority, residents, year);
                return new GrowthParts(year, momentum - population, population, mean - start - momentum, 0);
            }),
        ];
    }

    /// <summary>Expected joining rate of the first year, as the paths draw it.</summary>
    private static double Joining(TrendFit fit, AuthorityTrend authority)
    {
        TrendAssumptions assumed = fit.Assumptions;
        double middle = ((assumed.DeviationSpread * assumed.DeviationSpread) + (assumed.JoiningNoise * assumed.JoiningNoise)) / 2;
        double spread = (authority.Deviation.Variance + (assumed.JoiningNoise * assumed.JoiningNoise)) / 2;
        return fit.England.Joining * Math.Exp(authority.Deviation.Region + authority.Deviation.Mean - middle + spread);
    }

    private static double Population(TrendFit fit, AuthorityTrend authority, ResidentsByAge residents, AcademicYear year)
    {
        double gained = 0;
        for (int b = 0; b < fit.Bands.Length && fit.BandsAreAges; b++)
        {
            double? then = In(fit.Origin);
            double? now = In(year);
            gained += then > 0 && now is not null ? authority.Start[b] * ((now.Value / then.Value) - 1) : 0;

            double? In(AcademicYear of)
            {
                double sum = 0;
                for (int age = fit.Bands[b].From; age <= fit.Bands[b].To; age++)
                {
                    if (residents.In(authority.Place.Code, of, age) is not { } persons)
                    {
                        return null;
                    }

                    sum += persons;
                }

                return sum;
            }
        }

        return gained;
    }
}
