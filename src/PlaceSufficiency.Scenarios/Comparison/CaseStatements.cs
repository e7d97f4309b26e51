using System.Security.Cryptography;
using System.Text;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Scenarios.Changes;

namespace PlaceSufficiency.Scenarios.Comparison;

/// <summary>One thing a case states.</summary>
/// <param name="Part">The part of the case it belongs to.</param>
/// <param name="Value">The key and what is stated.</param>
public sealed record CaseStatement(CasePart Part, KeyedValue Value);

/// <summary>Everything that a case states, name and question apart, each once: two cases with the same statements give the same plan.</summary>
public static class CaseStatements
{
    /// <summary>The statements, in a stable order: within a part by thing, then by year.</summary>
    public static IEnumerable<CaseStatement> Of(PlanningCase planningCase) =>
    [
        .. OfPart(CasePart.Demand, Demand(planningCase)),
        .. OfPart(CasePart.Provision, Provision(planningCase)),
        .. OfPart(CasePart.Places, Places(planningCase)),
        .. OfPart(CasePart.Schemes, Schemes(planningCase)),
        .. OfPart(CasePart.Prices, Prices(planningCase)),
        .. OfPart(CasePart.Travel, Travel(planningCase)),
        .. OfPart(CasePart.Limits, Limits(planningCase)),
    ];

    private static IEnumerable<CaseStatement> OfPart(CasePart part, IEnumerable<KeyedValue> values) => values.Select(value => new CaseStatement(part, value));

    private static IEnumerable<KeyedValue> Demand(PlanningCase planningCase)
    {
        DemandAssumptions demand = planningCase.Demand;
        return
        [
            new("authority", planningCase.Authority),
            .. planningCase.Areas.SelectMany(area => new KeyedValue[]
            {
                new($"area/{area.Id}", $"{area.Name} at {area.Centroid}"),
                new($"population/{area.Id}", string.Join(';', area.Population)),
            }),
            .. planningCase.Stock.GroupBy(cell => cell.Need).OrderBy(group => group.Key)
                .Select(group => new KeyedValue($"stock/{group.Key}", $"{group.Sum(cell => cell.Pupils)}")),
            new("stock/joint-table", Fingerprint(planningCase.Stock)),
            .. demand.StatedTotals.Select(total => new KeyedValue(CaseKey.Totals(total.Key), $"{total.Value}")),
            .. demand.Joiners.Select(row => new KeyedValue($"joiners/{row.Key.YearGroup}/{row.Key.Need}/{Spelling.Of(row.Key.Sex)}", Number(row.Value))),
            .. demand.LeaverShares.Select(row => new KeyedValue($"leavers/{row.Key}", Number(row.Value))),
            .. demand.LevelShares.Select(row => new KeyedValue(
                $"level-share/{row.Key.Need}/{Spelling.Of(row.Key.Phase)}/{Spelling.Of(row.Key.Level)}", Number(row.Value))),
            .. demand.JoinerScalings.IsEmpty ? [] : new KeyedValue[] { new("joiner-scalings", string.Join(", then ", demand.JoinerScalings.Select(Text))) },
            .. demand.LevelShifts.IsEmpty ? [] : new KeyedValue[] { new("level-shifts", string.Join(", then ", demand.LevelShifts.Select(Text))) },
            .. demand.Uncertainty == DemandUncertainty.Default ? [] : new KeyedValue[] { new("uncertainty", $"{demand.Uncertainty}") },
            .. demand.Trend == RateTrend.None ? [] : new KeyedValue[] { new("trend", $"{demand.Trend}") },
            .. demand.EarlierCeasing.Select((earlier, i) => new KeyedValue($"earlier-ceasing/{i + 1}", $"{earlier.Share * 100:0.##}% of stayers after {earlier.From} and older from {earlier.Starting}")),
            .. demand.Population.Homes.Select((homes, i) => new KeyedValue(
                $"new-homes/{homes.Area}/{i + 1}", $"{Number(homes.HomesAYear)} a year, {homes.From} to {homes.Until}, {string.Join(", ", homes.PupilYield.Select(yield => $"{Spelling.Of(yield.Key)} {Number(yield.Value)}"))}")),
            .. Population(demand.Population),
            .. planningCase.NeedGroups.Select(group => new KeyedValue($"need-group/{group.Name}", $"{group.Needs}")),
        ];
    }

    private static IEnumerable<KeyedValue> Population(PopulationOutlook outlook) => outlook.Joiners == JoinersFollow.Stated
        ? []
        :
        [
            new("population-outlook", $"births {Number(outlook.BirthsGrowth)}, moves {Number(outlook.NetMigration)} a year"),
            .. outlook.Projection.Select(row => new KeyedValue($"projection/{row.Year}/{row.Age}/{row.Area?.Value ?? "all"}", Number(row.Persons))),
        ];

    private static IEnumerable<KeyedValue> Provision(PlanningCase planningCase) =>
    [
        .. planningCase.Providers.Select(provider => new KeyedValue($"provider/{provider.Id}", $"{provider.Name}, {provider.Authority}, at {provider.Location}")),
        .. planningCase.Provisions.SelectMany(provision => new KeyedValue[]
        {
            new(CaseKey.Provision(provision.Id, "provider"), provision.Provider.Value),
            new(CaseKey.Provision(provision.Id, "kind"), Spelling.Of(provision.Kind)),
            new(CaseKey.Provision(provision.Id, "over-number-ceiling"), $"{provision.OverNumberCeiling * 100:0.##}%"),
            CaseValue.OfProvision(planningCase, provision.Id, "opens", known => CaseValue.Text(known.Opens, "before")),
            CaseValue.OfProvision(planningCase, provision.Id, "closes", known => CaseValue.Text(known.Closes, "never")),
            CaseValue.OfProvision(planningCase, provision.Id, "no-new-placements-from", known => CaseValue.Text(known.NoNewPlacementsFrom, "never")),
            new(CaseKey.Designation(provision.Id, "needs"), $"{provision.Designation.Needs}"),
            new(CaseKey.Designation(provision.Id, "levels"), string.Join(';', provision.Designation.Levels.Select(Spelling.Of))),
            new(CaseKey.Designation(provision.Id, "year-from"), $"{provision.Designation.From}"),
            new(CaseKey.Designation(provision.Id, "year-to"), $"{provision.Designation.To}"),
            new(CaseKey.Designation(provision.Id, "sex"), Spelling.Of(provision.Designation.Sex)),
        }),
    ];

    private static IEnumerable<KeyedValue> Places(PlanningCase planningCase) => planningCase.Provisions.SelectMany(provision =>
        planningCase.Horizon.AllYears.Select(year => new KeyedValue(CaseKey.Places(provision.Id, year), $"{planningCase.Places[provision.Id, year]}"))
            .Concat(planningCase.Horizon.AllYears.Select(year => new KeyedValue(CaseKey.Imports(provision.Id, year), $"{planningCase.Imports[provision.Id, year]}"))));

    private static IEnumerable<KeyedValue> Schemes(PlanningCase planningCase) => planningCase.Schemes.SelectMany(scheme => new KeyedValue[]
    {
        CaseValue.SchemeOpens(planningCase, scheme.Id),
        new($"scheme/{scheme.Id}/provision", scheme.Provision.Value),
        new($"scheme/{scheme.Id}/places", Steps(scheme, step => step.Places is not null, step => $"{step.Places}")),
        new($"scheme/{scheme.Id}/capital", Steps(scheme, step => step.Capital != Pounds.Zero, step => $"{step.Capital}")),
    }
    .Concat(scheme.YearGroups.IsEmpty ? [] : [new($"scheme/{scheme.Id}/year-groups", string.Join(", ", scheme.YearGroups.Select(step => $"{step.YearGroup}:{step.Places} in year {step.YearsAfterOpening}")))])
    .Concat(scheme.Requires.IsEmpty ? [] : [new($"scheme/{scheme.Id}/requires", string.Join(", ", scheme.Requires.Select(before => $"{before.Scheme} {before.YearsLater} years before")))])
    .Concat(scheme.Excludes.IsEmpty ? [] : [new($"scheme/{scheme.Id}/excludes", string.Join(", ", scheme.Excludes))]));

    private static string Steps(CapitalScheme scheme, Func<SchemeYear, bool> states, Func<SchemeYear, string> text) =>
        string.Join(", ", scheme.Years.Where(states).Select(step => $"{text(step)} in year {step.YearsAfterOpening}"));

    private static IEnumerable<KeyedValue> Prices(PlanningCase planningCase) => planningCase.Prices.Prices
        .OrderBy(price => price.Key.Item).ThenBy(price => CaseKey.Scope(price.Key.Scope), StringComparer.Ordinal).ThenBy(price => price.Key.Year)
        .Select(price => new KeyedValue(CaseKey.Price(price.Key.Item, price.Key.Scope, price.Key.Year), price.Value.ToString()))
        .Concat((planningCase.PupilCosts?.Stated ?? new Dictionary<(PlanningAreaId Area, ProvisionId Provision), Pounds>())
            .OrderBy(cost => cost.Key.Area).ThenBy(cost => cost.Key.Provision)
            .Select(cost => new KeyedValue($"cost/{cost.Key.Area}/{cost.Key.Provision}", cost.Value.ToString())));

    private static IEnumerable<KeyedValue> Travel(PlanningCase planningCase)
    {
        TravelRules travel = planningCase.Travel;
        return
        [
            new("travel/circuity", $"{travel.Circuity}"),
            new("travel/speed", $"{travel.SpeedKmPerHour} km per hour"),
            new("travel/fixed", CaseValue.Minutes(travel.FixedTime)),
            .. travel.Ceiling.Select(ceiling => new KeyedValue(CaseKey.TravelCeiling(ceiling.Key), CaseValue.Minutes(ceiling.Value))),
            .. travel.Threshold.Select(threshold => new KeyedValue($"travel/threshold/{Spelling.Of(threshold.Key)}", CaseValue.Minutes(threshold.Value))),
            .. travel.Stated.OrderBy(journey => journey.Key.Area).ThenBy(journey => journey.Key.Provider).Select(journey => new KeyedValue(
                $"travel/{journey.Key.Area}/{journey.Key.Provider}", $"{CaseValue.Minutes(journey.Value.Time)}, {journey.Value.Distance.Kilometres:0.###} km")),
        ];
    }

    private static IEnumerable<KeyedValue> Limits(PlanningCase planningCase) =>
    [
        new("horizon", $"{planningCase.Horizon.BaseYear} to {planningCase.Horizon.LastYear}"),
        new(CaseKey.Objective, string.Join(", ", planningCase.Objective.Select(Spelling.Of))),
        new("solver", Spelling.Of(planningCase.Solver)),
        .. planningCase.UnplacedWeights.Select(weight => new KeyedValue(CaseKey.UnplacedWeight(weight.Key), $"{weight.Value}")),
        .. planningCase.Tolerances.Select(tolerance => new KeyedValue(CaseKey.Tolerance(tolerance.Key), CaseValue.Tolerance(tolerance.Value))),
        .. planningCase.Limits.InmssPupils.Select(limit => new KeyedValue(CaseKey.InmssLimit(limit.Key), $"{limit.Value}")),
        .. planningCase.Limits.Capital.Select(limit => new KeyedValue(CaseKey.CapitalLimit($"{limit.Key}"), $"{limit.Value}")),
        .. planningCase.Limits.CapitalTotal is { } total ? [new KeyedValue(CaseKey.CapitalLimit("total"), $"{total}")] : Array.Empty<KeyedValue>(),
        .. planningCase.Limits.InmssSpend.Select(limit => new KeyedValue(CaseKey.InmssSpend(limit.Key), $"{limit.Value}")),
        .. planningCase.Limits.HighNeeds.Select(limit => new KeyedValue(CaseKey.HighNeeds(limit.Key), $"{limit.Value}")),
        .. planningCase.Limits.ClassGroups.Select(limit => new KeyedValue(CaseKey.ClassGroup(limit.Key), $"{limit.Value}")),
        .. planningCase.Limits.Evenness is { } even ? [new KeyedValue(CaseKey.Evenness, CaseValue.Evenness(even))] : Array.Empty<KeyedValue>(),
        .. planningCase.Limits.Treatments.Select(entry => new KeyedValue(CaseKey.Treatment(entry.Key), CaseValue.Treatment(entry.Value))),
        .. planningCase.SchemeGroups.Select(group => CaseValue.SchemeGroup(planningCase, group.Name)),
        new("capital", planningCase.Capital.Basis == CapitalBasis.Cash ? "cash" : $"annualised at {planningCase.Capital.Rate * 100:0.##}% over {planningCase.Capital.LifeYears} years"),
        .. planningCase.Moves.GroupBy(rule => rule.FromKind).OrderBy(group => group.Key)
            .Select(group => new KeyedValue(CaseKey.Moves(group.Key), CaseValue.Moves(group.MinBy(rule => rule.Starting)))),
    ];

    private static string Text(JoinerScaling scaling) => $"times {Number(scaling.Factor)} for {scaling.Needs} in {scaling.From} to {scaling.To} from {scaling.Starting}{(scaling.Until is { } last ? $" to {last}" : string.Empty)}";

    private static string Text(LevelShift shift) =>
        $"{shift.Share * 100:0.##}% of {Spelling.Of(shift.FromLevel)} to {Spelling.Of(shift.ToLevel)} for {shift.Needs} in "
        + $"{string.Join(';', shift.Phases.Select(Spelling.Of))}, {Spelling.Of(shift.Sex)}, from {shift.Starting}";

    private static string Number(decimal number) => $"{number:0.##########}";

    /// <summary>Eight hexadecimal digits that change when any cell does.</summary>
    private static string Fingerprint(IEnumerable<StockCell> stock) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        stock.Select(cell => $"{cell.Area},{cell.Need},{cell.Level},{cell.Sex},{cell.YearGroup},{cell.Current},{cell.Pupils}").Order(StringComparer.Ordinal)))))[..8];
}
