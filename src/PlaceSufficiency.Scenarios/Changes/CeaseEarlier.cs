using System.ComponentModel;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Ceases a share of the plans that would have stood after an age, 16 or 19 for example.</summary>
[ChangeName("cease-earlier")]
[Description("Ceases a share of the plans that would stand after an age, each year, on top of stated totals.")]
public sealed record CeaseEarlier(
    [property: Description("Age on 31 August after which plans are ceased earlier: 16 ends plans after year group 11, 19 after year group 14.")] int AfterAge,
    [property: Share, Description("Share of those who would stay on each year, 0 to 1 or 0% to 100%.")] decimal Share,
    [property: Description("First academic year that finds them gone.")] AcademicYear Starting) : ScenarioChange
{
    /// <summary>Whoever is this old in a year is one year short of the age on the 31 August that ends it.</summary>
    private YearGroup From => YearGroup.OfAge(Math.Clamp(AfterAge - 1, 0, YearGroup.Oldest.Age));

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. AfterAge is < 5 or > 24
            ? [Finding.Error("age-out-of-range", "An age from 5 to 24 is wanted.", key: "after-age", value: $"{AfterAge}", maybe: "16 or 19 was meant.")]
            : Enumerable.Empty<Finding>(),
        .. ChangeChecks.IsShare(Share, "share"),
        .. ChangeChecks.PlannedYear(planningCase, Starting, "starting"),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Demand = planningCase.Demand with { EarlierCeasing = planningCase.Demand.EarlierCeasing.Add(new EarlierCeasing(Share, From, Starting)) },
    };

    /// <summary>One line for all year groups together.</summary>
    public override IReadOnlyList<KeyChange> Log(PlanningCase planningCase) =>
        [new($"leavers/{From} and older/{Starting} on", "as before", string.Create(null, $"{Share * 100:0.##}% of stayers more"))];

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        YearGroup.All.Where(yearGroup => yearGroup >= From).Select(yearGroup => new KeyedValue($"leavers/{yearGroup}", string.Empty));
}
