using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>
/// Pupils whose number in the base year is known: those of one provision, where the rolls of a published placement add up to its
/// count, so that rolls inform the fit; otherwise those of the whole placement.
/// </summary>
/// <param name="Name">Provision id and year groups, or placement.</param>
/// <param name="Placement">Published placement.</param>
/// <param name="Provisions">Provisions that admit them; empty where the case has none, and then anyone is admitted.</param>
/// <param name="Pupils">How many in the base year.</param>
public sealed record FitUnit(string Name, PublishedPlacement Placement, IReadOnlyList<FittedProvision> Provisions, int Pupils)
{
    /// <summary>The units of the base year; those without pupils are left out.</summary>
    /// <exception cref="FindingsException">Rolls of a placement add up to fewer pupils than are counted there.</exception>
    public static IReadOnlyList<FitUnit> Of(PublishedTables tables, IReadOnlyList<FittedProvision> provisions)
    {
        ILookup<PublishedPlacement, FittedProvision> of = provisions.ToLookup(provision => provision.Placement);
        return [.. tables.BasePlacements.Where(pair => pair.Value > 0).SelectMany(pair => UnitsOf(pair.Key, pair.Value, [.. of[pair.Key]]))];
    }

    /// <summary>Whether a pupil may be among them.</summary>
    public bool Admits(PrimaryNeed need, int age, Sex sex) => Provisions.Count == 0 || Provisions.Any(one =>
        one.Provision.Designation.Needs.Contains(need)
        && one.Provision.Designation.Covers(YearGroup.OfAge(age))
        && one.Provision.Designation.Admits(sex));

    private static string NameOf(FittedProvision one) => $"{one.Provision.Id} {one.Provision.Designation.From}..{one.Provision.Designation.To}";

    private static IEnumerable<FitUnit> UnitsOf(PublishedPlacement placement, int pupils, FittedProvision[] provisions)
    {
        int residents = provisions.Sum(provision => provision.Residents);
        if (provisions.Length > 0 && residents < pupils)
        {
            throw new FindingsException([Finding.Error(
                "fitting-rolls", $"{pupils} pupils are counted in {placement} but the residents of its provisions add up to {residents}.", "tables/rolls.csv")]);
        }

        return residents == pupils && provisions.Length > 0
            ? provisions.Where(one => one.Residents > 0).Select(one => new FitUnit(NameOf(one), placement, [one], one.Residents))
            : [new FitUnit(placement.ToString(), placement, provisions, pupils)];
    }
}
