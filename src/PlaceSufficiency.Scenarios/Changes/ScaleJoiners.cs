using System.ComponentModel;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Multiplies the pupils who join, on top of stated totals and of what earlier layers scale.</summary>
[ChangeName("scale-joiners")]
[Description("Multiplies the pupils who join each year, on top of stated totals and of earlier scalings.")]
public sealed record ScaleJoiners(
    [property: Description("The factor, at least 0; 1 changes nothing.")] decimal Factor,
    [property: Description("First academic year in which joiners are scaled.")] AcademicYear Starting,
    [property: Description("Primary needs; left out, all.")] NeedSet? Needs = null,
    [property: Description("Youngest year group; left out, the youngest there is.")] YearGroup? YearFrom = null,
    [property: Description("Oldest year group; left out, the oldest there is.")] YearGroup? YearTo = null,
    [property: Description("Last academic year in which joiners are scaled; left out, the last there is.")] AcademicYear? Until = null) : ScenarioChange
{
    private JoinerScaling Scaling => new(Factor, Needs ?? NeedSet.All, YearFrom ?? YearGroup.Youngest, YearTo ?? YearGroup.Oldest, Starting, Until);

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.NotNegative(Factor, "factor"),
        .. ChangeChecks.NotEmpty(Needs?.IsEmpty, "needs"),
        .. Scaling.From > Scaling.To
            ? [Finding.Error("year-groups-reversed", $"Year group {Scaling.From} is older than {Scaling.To}.", key: "year-to", value: $"{Scaling.To}")]
            : Enumerable.Empty<Finding>(),
        .. ChangeChecks.PlannedYear(planningCase, Starting, "starting"),
        .. Until is { } last
            ? ChangeChecks.PlannedYear(planningCase, last, "until").Concat(ChangeChecks.InOrder(Starting, last, last < Starting))
            : Enumerable.Empty<Finding>(),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase with { Demand = planningCase.Demand with { JoinerScalings = planningCase.Demand.JoinerScalings.Add(Scaling) } };

    /// <summary>One line for all needs and year groups together.</summary>
    public override IReadOnlyList<KeyChange> Log(PlanningCase planningCase) =>
        [new($"joiners/{Scaling.Needs}/{Scaling.From} to {Scaling.To}/{Starting} {(Until is { } last ? $"to {last}" : "on")}", "as before", $"times {Factor}")];

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        from need in Scaling.Needs
        from yearGroup in YearGroup.All
        where yearGroup >= Scaling.From && yearGroup <= Scaling.To
        select new KeyedValue($"joiners/{need}/{yearGroup}", string.Empty);
}
