using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Records;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Forecasting.Learning;

/// <summary>A case made from records alone: their last stock in one area, moving on as they let expect; without provisions. Whoever's need or setting is not told counts as OTH in mainstream.</summary>
public static class RecordedCase
{
    private static readonly PlanningAreaId _area = new("authority");

    /// <summary>The case, up to a last year.</summary>
    /// <exception cref="Domain.Findings.FindingsException">See <see cref="LearnedDemand.Of"/>.</exception>
    public static PlanningCase Of(PlanRecords records, RecordCodes codes, AcademicYear lastYear)
    {
        DemandAssumptions demand = LearnedDemand.Of(records, codes);
        int[] residents = [.. YearGroup.All.Select(yearGroup => records.Residents.GetValueOrDefault((records.LastStock, yearGroup))), 0];
        return new PlanningCase
        {
            Name = records.Source,
            Authority = records.Source,
            Horizon = new Horizon(records.LastStock, lastYear),
            Areas = [new PlanningArea(_area, records.Source, new GridReference(0, 0), residents)],
            Providers = [],
            Provisions = [],
            Places = PlacesByYear.None,
            Imports = PlacesByYear.None,
            Stock = StockOf(records, codes),
            Demand = demand,
            Prices = new PriceList(ImmutableDictionary<(PriceItem, PriceScope, FinancialYear), Pounds>.Empty),
            Travel = new TravelRules(1, 30, Duration.Zero, NoLimits, NoLimits, ImmutableDictionary<(PlanningAreaId, ProviderId), Journey>.Empty),
        };
    }

    private static ImmutableSortedDictionary<Phase, Duration> NoLimits => Enum.GetValues<Phase>().ToImmutableSortedDictionary(phase => phase, _ => Duration.FromHours(24));

    private static ImmutableArray<StockCell> StockOf(PlanRecords records, RecordCodes codes) =>
    [
        .. records.Rows.Where(row => row.Year.Next == records.LastStock).Select(row => row.After).OfType<PlanState>()
            .CountBy(state => (Need: codes.Needs.GetValueOrDefault(state.Need, PrimaryNeed.OTH), Level: codes.Settings.GetValueOrDefault(state.Setting, ProvisionLevel.Mainstream), Sex: state.Sex ?? Sex.Male, state.YearGroup))
            .OrderBy(count => count.Key)
            .Select(count => new StockCell(_area, count.Key.Need, count.Key.Level, count.Key.Sex, count.Key.YearGroup, null, count.Value)),
    ];
}
