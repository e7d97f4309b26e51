using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Explanations;

/// <summary>What one more place is worth, from the prices and by re-solving.</summary>
/// <param name="Provision">The provision.</param>
/// <param name="Year">The one year with one more place.</param>
/// <param name="Worth">The price that proves the plan: the most that it saves, pupil-years without a place.</param>
/// <param name="Saved">What it saves when the case is solved again with it.</param>
/// <param name="Unproven">Pupil-years by which either plan may be above the best: by so much the two may differ.</param>
public sealed record PlaceWorth(ProvisionId Provision, AcademicYear Year, double Worth, long Saved, double Unproven)
{
    /// <summary>Whether re-solving bears the price out: no more is saved than it says.</summary>
    public bool IsBorneOut => Saved <= Worth + Unproven + 1e-6;
}
