using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Homes built in an area: their children join at the area's rates, and some come with a plan.</summary>
[ChangeName("build-homes")]
[Description("Builds homes in an area; their children join as others do, and as many come with a plan as hold one at their age, on top of stated totals.")]
public sealed record BuildHomes(
    [property: Description("Home area, as in areas.csv.")] PlanningAreaId Area,
    [property: Description("Homes finished a year, at least 0.")] decimal HomesAYear,
    [property: Description("First academic year whose September finds new homes lived in.")] AcademicYear From,
    [property: Description("Children and young people a home, by phase: the authority's pupil yield.")] ImmutableSortedDictionary<Phase, decimal> PupilYield,
    [property: Description("Last academic year with new homes; left out, the last planned year.")] AcademicYear? Until = null) : ScenarioChange
{
    /// <summary>Most children a home that is believed: four in one phase.</summary>
    private const decimal MostAHome = 4;

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. planningCase.Areas.All(known => known.Id != Area)
            ? [Finding.Error("unknown-area", "No home area of the case has this id.", key: "area", value: Area.Value,
                maybe: NearMiss.Sentence(Area.Value, planningCase.Areas.Select(known => known.Id.Value)))]
            : Enumerable.Empty<Finding>(),
        .. ChangeChecks.NotNegative(HomesAYear, "homes-a-year"),
        .. ChangeChecks.PlannedSpan(planningCase, From, Until),
        .. ChangeChecks.NotEmpty(PupilYield.IsEmpty, "pupil-yield"),
        .. PupilYield.Where(yield => yield.Value is < 0 or > MostAHome).Select(yield => Finding.Error(
            "out-of-range", $"0 to {MostAHome} children a home are wanted.", key: $"pupil-yield.{Spelling.Of(yield.Key)}", value: $"{yield.Value}", maybe: yield.Value > MostAHome ? "children in 100 homes were given." : null)),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase)
    {
        PopulationOutlook population = planningCase.Demand.Population;
        NewHomes homes = new(Area, HomesAYear, From, Until ?? planningCase.Horizon.LastYear, PupilYield);
        return planningCase with { Demand = planningCase.Demand with { Population = population with { Homes = population.Homes.Add(homes) } } };
    }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyChange> Log(PlanningCase planningCase) =>
        [new($"homes/{Area}/{From} on", "as before", string.Create(null, $"{HomesAYear:0.##} more a year to {Until ?? planningCase.Horizon.LastYear}"))];

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) => [new($"homes/{Area}", string.Empty)];
}
