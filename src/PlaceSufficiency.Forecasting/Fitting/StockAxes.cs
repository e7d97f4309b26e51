using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>The axes of the joint tables of plans: need, age on 31 August, placement (or unit of the fit) and sex, in this order.</summary>
internal static class StockAxes
{
    /// <summary>Key of "not recorded".</summary>
    internal const string Unknown = "unknown";

    /// <summary>Number of ages: 0 to 24.</summary>
    internal const int AgeCount = 25;

    internal static readonly PrimaryNeed[] Needs = Enum.GetValues<PrimaryNeed>();

    internal static readonly PublishedPlacement[] Placements = Enum.GetValues<PublishedPlacement>();

    internal static readonly Sex[] Sexes = Enum.GetValues<Sex>();

    internal static readonly TableAxis Need = new("need", [.. Needs.Select(need => need.ToString())]);

    internal static readonly TableAxis NeedOrUnknown = new("need", [.. Need.Keys, Unknown]);

    internal static readonly TableAxis Age = new("age", [.. Enumerable.Range(0, AgeCount).Select(age => age.ToString())]);

    internal static readonly TableAxis Placement = new("placement", [.. Placements.Select(placement => placement.ToString())]);

    internal static readonly TableAxis BothSexes = new("sex", [.. Sexes.Select(sex => sex.ToString())]);

    internal static readonly TableAxis SexOrUnknown = new("sex", [.. BothSexes.Keys, Unknown]);

    /// <summary>The axis of the units of a fit.</summary>
    internal static TableAxis Unit(IReadOnlyList<FitUnit> units) => new("unit", [.. units.Select(unit => unit.Name)]);

    /// <summary>Index of a cell in a table over need, age, a third axis of that many keys, and sex, without "not recorded".</summary>
    internal static int Index(int need, int age, int third, int sex, int thirdCount) =>
        (((((need * AgeCount) + age) * thirdCount) + third) * Sexes.Length) + sex;
}
