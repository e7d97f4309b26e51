using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Sets the first year in which a provision exists.</summary>
[ChangeName("open-provision")]
[Description("Opens a provision in a year; before it, the provision does not exist.")]
public sealed record OpenProvision(
    [property: Description("The provision.")] ProvisionId Provision,
    [property: Description("First academic year in which it is open.")] AcademicYear From) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownProvision(planningCase, Provision),
        .. ChangeChecks.PlannedYear(planningCase, From, "from"),
        .. planningCase.Provisions.Where(provision => provision.Id == Provision).SelectMany(provision => Open(planningCase, provision)),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) => planningCase.WithProvision(Provision, provision => provision with { Opens = From });

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase) =>
        [CaseValue.OfProvision(planningCase, Provision, "opens", provision => CaseValue.Text(provision.Opens, "before"))];

    private IEnumerable<Finding> Open(PlanningCase planningCase, Provision provision)
    {
        if (From >= provision.Closes)
        {
            yield return Finding.Error("opens-after-closing", $"{Provision} closes in {provision.Closes}.", key: "from", value: $"{From}");
        }

        int there = planningCase.Stock.Where(cell => cell.Current == Provision).Sum(cell => cell.Pupils);
        if (there > 0)
        {
            yield return Finding.Warning(
                "opens-with-pupils", $"{there} pupils are placed in {Provision} in the base year and lose that place until it opens.",
                key: "from", value: $"{From}");
        }
    }
}
