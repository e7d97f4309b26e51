using System.ComponentModel;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Scenarios.Changes;

/// <summary>Changes whom a provision is for, over the whole plan. What is left out stays as it is.</summary>
[ChangeName("change-designation")]
[Description("Changes whom a provision is for, over the whole plan; what is left out stays as it is.")]
public sealed record ChangeDesignation(
    [property: Description("The provision.")] ProvisionId Provision,
    [property: Description("Primary needs admitted.")] NeedSet? Needs = null,
    [property: Description("Levels of provision served, every one of them.")] LevelSet? Levels = null,
    [property: Description("Youngest year group admitted.")] YearGroup? YearFrom = null,
    [property: Description("Oldest year group admitted.")] YearGroup? YearTo = null,
    [property: Description("Sexes admitted.")] SexAdmitted? Sex = null) : ScenarioChange
{
    /// <inheritdoc/>
    public override IReadOnlyList<Finding> Check(PlanningCase planningCase) =>
    [
        .. ChangeChecks.KnownProvision(planningCase, Provision),
        .. Needs is null && Levels is null && YearFrom is null && YearTo is null && Sex is null
            ? [Finding.Error("changes-nothing", "The change names nothing to change.", key: "change-designation", value: Provision.Value)]
            : Enumerable.Empty<Finding>(),
        .. planningCase.Provisions.Where(provision => provision.Id == Provision).SelectMany(provision => Admission(planningCase, provision)),
    ];

    /// <inheritdoc/>
    public override PlanningCase Apply(PlanningCase planningCase) =>
        planningCase.WithProvision(Provision, provision => provision with { Designation = Changed(provision.Designation) });

    /// <inheritdoc/>
    protected override IEnumerable<KeyedValue> Values(PlanningCase planningCase)
    {
        (bool Touched, string What, Func<Designation, string> Value)[] parts =
        [
            (Needs is not null, "needs", designation => $"{designation.Needs}"),
            (Levels is not null, "levels", designation => string.Join(';', designation.Levels.Select(Spelling.Of))),
            (YearFrom is not null, "year-from", designation => $"{designation.From}"),
            (YearTo is not null, "year-to", designation => $"{designation.To}"),
            (Sex is not null, "sex", designation => Spelling.Of(designation.Sex)),
        ];
        return parts.Where(part => part.Touched).Select(part => CaseValue.OfDesignation(planningCase, Provision, part.What, part.Value));
    }

    private Designation Changed(Designation old) =>
        new(Needs ?? old.Needs, YearFrom ?? old.From, YearTo ?? old.To, Sex ?? old.Sex, Levels ?? old.Levels);

    private IEnumerable<Finding> Admission(PlanningCase planningCase, Provision provision)
    {
        Designation changed = Changed(provision.Designation);
        (bool Nobody, string Key, string Why)[] reasons =
        [
            (changed.Needs.IsEmpty, "needs", "it lists no needs"),
            (changed.Levels.IsEmpty, "levels", "it lists no levels"),
            (changed.From > changed.To, YearFrom is null ? "year-to" : "year-from", $"year group {changed.From} is older than {changed.To}"),
        ];
        foreach ((_, string key, string why) in reasons.Where(reason => reason.Nobody))
        {
            yield return Finding.Error("admits-nobody", $"{Provision} would admit nobody: {why}.", key: key);
        }

        int displaced = planningCase.Stock
            .Where(cell => cell.Current == Provision
                && provision.Designation.Admits(cell.Need, cell.Sex, cell.YearGroup, cell.Level)
                && !changed.Admits(cell.Need, cell.Sex, cell.YearGroup, cell.Level))
            .Sum(cell => cell.Pupils);
        if (displaced > 0)
        {
            yield return Finding.Warning(
                "designation-displaces", $"{displaced} pupils placed in {Provision} in the base year no longer fit there.",
                key: "provision", value: Provision.Value);
        }
    }
}
