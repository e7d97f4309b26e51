using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// The prices of a bound that may prove something: finite, at least 0, for a provision, a limited year or an earlier tier of the case.
/// A refused price is a finding and counts as 0, so that what is left still proves a bound.
/// </summary>
internal sealed class AcceptedPrices
{
    private readonly List<Finding> _findings = [];
    private readonly ObjectiveTier _tier;

    /// <summary>Sorts the prices of a tier into accepted and refused.</summary>
    internal AcceptedPrices(AuditedPlan audited, ObjectiveTier tier, TierPrices prices)
    {
        _tier = tier;
        Prices = new TierPrices(
            prices.Places.OrderBy(price => price.Key).Where(price => Accepts(
                price.Value,
                audited.Case.HasProvision(price.Key.Provision) && audited.Horizon.IsPlanned(price.Key.Year),
                $"place at {price.Key.Provision} in {price.Key.Year}",
                "the case has no such provision and planned year")).ToDictionary(),
            prices.InmssLimit.OrderBy(price => price.Key).Where(price => Accepts(
                price.Value,
                audited.Places.InmssMost(price.Key) is not null,
                $"pupil under the INMSS limit of {price.Key}",
                "the case has no such limit")).ToDictionary(),
            prices.HeldTiers.OrderBy(price => price.Key).Where(price => Accepts(
                price.Value,
                audited.Case.Tiers.TakeWhile(earlier => earlier != tier).Contains(price.Key),
                $"unit of tier {price.Key}",
                "the case has no such earlier tier")).ToDictionary())
        {
            Limits = prices.Limits.OrderBy(price => price.Key).Where(price => Accepts(
                price.Value,
                audited.Limits.All.Any(limit => limit.Key == price.Key),
                $"unit under the limit {price.Key}",
                "the case has no such limit")).ToDictionary(),
        };
    }

    /// <summary>The accepted prices.</summary>
    internal TierPrices Prices { get; }

    /// <summary>One finding for every refused price.</summary>
    internal IReadOnlyList<Finding> Findings => _findings;

    private bool Accepts(double price, bool isKnown, string what, string unknown)
    {
        bool isPrice = double.IsFinite(price) && price >= 0;
        if (!isPrice || !isKnown)
        {
            _findings.Add(Finding.Error(
                "bound-price-refused", $"The price of a {what} proves nothing: {(isPrice ? unknown : "a price is a finite number of at least 0")}.", key: $"tier {_tier}", value: $"{price:R}"));
        }

        return isPrice && isKnown;
    }
}
