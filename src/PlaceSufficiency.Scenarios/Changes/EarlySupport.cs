using System.Collections.Immutable;
using System.ComponentModel;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Support without a plan: a share of those who would join no longer does, growing in even steps over some years.</summary>
[ChangeName("early-support")]
[Description("Lowers the share of pupils who join, because they are supported without a plan; on top of stated totals and of scalings.")]
public sealed record EarlySupport(
    [property: Share, Description("Share of joiners who no longer need a plan once the support is in full swing, 0 to 1 or 0% to 100%.")] decimal Share,
    [property: Description("First academic year in which fewer join.")] AcademicYear Starting,
    [property: Description("Years until the whole share is reached, at least 1; left out, 1.")] int? OverYears = null,
    [property: Description("Primary needs; left out, all.")] NeedSet? Needs = null,
    [property: Description("Youngest year group; left out, the youngest there is.")] YearGroup? YearFrom = null,
    [property: Description("Oldest year group; left out, the oldest there is.")] YearGroup? YearTo = null) : ScenarioChange
{
    private NeedSet AllNeeds => Needs ?? NeedSet.All;

    private YearGroup From => YearFrom ?? YearGroup.Youngest;

    private YearGroup To => YearTo ?? YearGroup.Oldest;

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.IsShare(Share, "share"),
        .. OverYears is < 1 or > 30 ? [Finding.Error("out-of-range", "1 to 30 years are wanted.", key: "over-years", value: $"{OverYears}")] : Enumerable.Empty<Finding>(),
        .. ChangeChecks.NotEmpty(Needs?.IsEmpty, "needs"),
        .. From > To
            ? [Finding.Error("year-groups-reversed", $"Year group {From} is older than {To}.", key: "year-to", value: $"{To}")]
            : Enumerable.Empty<Finding>(),
        .. ChangeChecks.PlannedYear(planningCase, Starting, "starting"),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase with
    {
        Demand = planningCase.Demand with { JoinerScalings = [.. planningCase.Demand.JoinerScalings, .. Steps()] },
    };

    /// <summary>One line for all needs and year groups together.</summary>
    public override IReadOnlyList<KeyChange> Log(PlanningCase planningCase) =>
        [new($"joiners/{AllNeeds}/{From} to {To}/{Starting} on", "as before", string.Create(null, $"{Share * 100:0.##}% fewer over {OverYears ?? 1} years"))];

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        from need in AllNeeds
        from yearGroup in YearGroup.All
        where yearGroup >= From && yearGroup <= To
        select new KeyedValue($"joiners/{need}/{yearGroup}", string.Empty);

    /// <summary>A scaling a year, whose product after each year is 1 less the share reached by then.</summary>
    private ImmutableArray<JoinerScaling> Steps()
    {
        int years = OverYears ?? 1;
        List<JoinerScaling> steps = [];
        decimal reached = 1;
        for (int year = 1; year <= years; year++)
        {
            decimal next = 1 - (Share * year / years);
            decimal factor = reached == 0 ? 0 : next / reached;
            steps.Add(new JoinerScaling(factor, AllNeeds, From, To, Starting.PlusYears(year - 1)));
            reached = next;
        }

        return [.. steps];
    }
}
