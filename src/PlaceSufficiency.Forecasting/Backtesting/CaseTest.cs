using System.Collections.Immutable;
using PlaceSufficiency.Domain.Forecasts;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Published.Series;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Fans;
using PlaceSufficiency.Forecasting.Paths;
using PlaceSufficiency.Forecasting.PlanTrends;

namespace PlaceSufficiency.Forecasting.Backtesting;

/// <summary>A case as it stands, forecast from its base year by its own paths, beside what its history says happened since.</summary>
/// <param name="Cases">Every number forecast beside what happened.</param>
/// <param name="Forecast">The forecast of all ages; null where nothing happened since.</param>
public sealed record CaseTest(ImmutableArray<BacktestCase> Cases, PlanForecast? Forecast)
{
    /// <summary>Forecasts and compares.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="series">Its history: by year group first, then by need.</param>
    /// <param name="horizons">Years ahead that are looked at.</param>
    /// <param name="settings">How many paths, with which luck.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="Domain.Findings.FindingsException">See <see cref="PathForecaster"/>.</exception>
    public static CaseTest Of(PlanningCase planningCase, ImmutableArray<PublishedSeries> series, IReadOnlyList<int> horizons, PathSettings settings, CancellationToken cancellation = default)
    {
        AcademicYear origin = planningCase.Horizon.BaseYear;
        Part[] parts =
        [
            .. from horizon in horizons
               let year = origin.PlusYears(horizon)
               where year <= planningCase.Horizon.LastYear
               from part in series.Index().SelectMany(each => PartsOf(each.Item, each.Index == 0, year))
               select part,
        ];
        if (parts.Length == 0)
        {
            return new CaseTest([], null);
        }

        CountHistogram[] counted = Follow(new PathForecaster(planningCase), parts, settings, cancellation);
        BacktestCase[] cases = [.. parts.Zip(counted, (part, paths) => new BacktestCase(
            ForecastMethod.Case, origin, part.Year.YearsSince(origin), HistorySeries.Place, part.Label, paths.Reached(0.5), paths.Reached(0.1), paths.Reached(0.9),
            paths.Reached(0.025), paths.Reached(0.975), part.Actual, paths.Score(part.Actual)))];
        return new CaseTest([.. cases], new PlanForecast(
            HistorySeries.Place, $"{planningCase.Authority}, the case as it stands", origin,
            series[0].Authorities.Single().Plans.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Total),
            [.. parts.Zip(counted).Where(each => each.First.Label == PlanForecast.Total).Select(each => new ForecastPlans(each.First.Year, each.First.Label, each.Second.Fan()))], []));
    }

    /// <summary>A number that is counted along the paths: pupils of a year whose cell is one of those.</summary>
    private sealed record Part(AcademicYear Year, string Label, int Actual, int[] Cells);

    private static IEnumerable<Part> PartsOf(PublishedSeries series, bool withTotal, AcademicYear year)
    {
        if (!series.Authorities.Single().Plans.TryGetValue(year, out BandedCount? happened))
        {
            yield break;
        }

        if (withTotal)
        {
            yield return new Part(year, PlanForecast.Total, happened.Total, Cells((_, _) => true));
        }

        for (int band = 0; band < (happened.HasBands ? series.Bands.Length : 0); band++)
        {
            PublishedAgeBand of = series.Bands[band];
            yield return new Part(year, of.Label, happened.ByBand[band], Cells((yearGroup, need) =>
                series.BandsAreAges ? yearGroup.Age >= of.From && yearGroup.Age <= of.To : of.Label == HistorySeries.NeedLabel(need)));
        }
    }

    private static int[] Cells(Func<YearGroup, PrimaryNeed, bool> which) =>
    [
        .. from yearGroup in YearGroup.All
           from need in Enum.GetValues<PrimaryNeed>()
           where which(yearGroup, need)
           from level in Enumerable.Range(0, LevelOdds.Levels)
           from sex in Enum.GetValues<Sex>()
           select PathCounts.Cell(yearGroup.Age, (int)need, level, (int)sex),
    ];

    private static CountHistogram[] Follow(PathForecaster forecaster, Part[] parts, PathSettings settings, CancellationToken cancellation)
    {
        CountHistogram[] counted = Histograms(parts.Length);
        forecaster.ForEach(
            settings.Seed,
            settings.Paths,
            settings.Threads,
            () => (Own: Histograms(parts.Length), Counts: new PathCounts(forecaster.Case.Horizon)),
            (path, own) =>
            {
                forecaster.Count(settings.Seed, path, own.Counts);
                for (int i = 0; i < parts.Length; i++)
                {
                    ReadOnlySpan<int> cells = own.Counts.CellsOf(parts[i].Year.YearsSince(forecaster.Case.Horizon.BaseYear));
                    int sum = 0;
                    foreach (int cell in parts[i].Cells)
                    {
                        sum += cells[cell];
                    }

                    own.Own[i].Add(sum);
                }
            },
            own =>
            {
                foreach ((CountHistogram all, CountHistogram some) in counted.Zip(own.Own))
                {
                    all.Add(some);
                }
            },
            cancellation);
        return counted;
    }

    private static CountHistogram[] Histograms(int number) => [.. Enumerable.Range(0, number).Select(_ => new CountHistogram())];
}
