using PlaceSufficiency.Allocation.Audit.Bounds;
using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;

namespace PlaceSufficiency.Allocation.Audit.Tiers;

/// <summary>Value, bound and gap of every tier of the case, re-computed and compared with what the plan states.</summary>
internal sealed class TierAudit
{
    /// <summary>How much a stated bound may exceed the re-computed one, as a share of it: sums of the same numbers in another order.</summary>
    internal const double Tolerance = 1e-6;

    private static readonly TierPrices NoPrices = new(
        new Dictionary<(Domain.Provisions.ProvisionId, Domain.Time.AcademicYear), double>(),
        new Dictionary<Domain.Time.AcademicYear, double>(),
        new Dictionary<ObjectiveTier, double>());

    private readonly List<Finding> _findings = [];
    private readonly List<Finding> _belowBound = [];
    private readonly List<TierResult> _results = [];
    private readonly List<(IReadOnlyList<PriceLine> Lines, double Held)> _earlier = [];

    /// <summary>Re-computes every tier.</summary>
    internal TierAudit(AuditedPlan audited)
    {
        JourneyTable journeys = new(audited.Case);
        PupilYearPence pence = new(audited.Case, journeys);
        RouteTable routes = new(audited.Case, journeys, pence);
        Values = TierValues.Of(audited, pence);
        CompareNames(audited);
        foreach (ObjectiveTier tier in audited.Case.Objective)
        {
            _results.Add(Result(audited, routes, pence, tier));
        }
    }

    /// <summary>Every tier's value, in the case's objective or not.</summary>
    internal TierValues Values { get; }

    /// <summary>The case's tiers, re-computed.</summary>
    internal IReadOnlyList<TierResult> Results => _results;

    /// <summary>Stated tiers, values, prices and bounds that do not stand.</summary>
    internal IReadOnlyList<Finding> Findings => _findings;

    /// <summary>
    /// Tiers whose value is below the bound. A plan that breaks a rule may be; for one that keeps every rule it would mean that the
    /// bound itself is wrong.
    /// </summary>
    internal IReadOnlyList<Finding> BelowBound => _belowBound;

    private void CompareNames(AuditedPlan audited)
    {
        if (!audited.Plan.Tiers.Select(result => result.Tier).SequenceEqual(audited.Case.Objective))
        {
            _findings.Add(Finding.Error(
                "tiers-differ",
                $"The plan states tiers {string.Join(", ", audited.Plan.Tiers.Select(result => result.Tier))}; the case asks for {string.Join(", ", audited.Case.Objective)}."));
        }
    }

    private TierResult Result(AuditedPlan audited, RouteTable routes, PupilYearPence pence, ObjectiveTier tier)
    {
        TierResult? stated = audited.Plan.Tiers.FirstOrDefault(result => result.Tier == tier);
        AcceptedPrices[] accepted = [.. (stated?.Proof is { Count: > 0 } proof ? proof : [NoPrices]).Select(prices => new AcceptedPrices(audited, tier, prices))];
        (PriceLine Line, double Rounding)[] lines = [.. accepted.Select(one => TierBound.Of(audited, routes, pence, tier, one.Prices, Values))];
        double rounding = lines.Max(one => one.Rounding);
        double bound = BoundOf(audited, [.. lines.Select(one => one.Line)], Values[tier], stated?.Bound ?? Values[tier]);
        TierResult derived = new(tier, Values[tier], bound, [.. accepted.Select(one => one.Prices)]);
        _findings.AddRange(accepted.SelectMany(one => one.Findings));
        if (stated is not null && stated.Value != derived.Value)
        {
            _findings.Add(Fault("tier-value-differs", tier, $"The plan states {stated.Value}; its paths come to {derived.Value}.", $"{stated.Value}"));
        }

        double slack = (Tolerance * Math.Max(1, Math.Abs(derived.Bound))) + rounding;
        if (stated is not null && !(stated.Bound <= derived.Bound + slack))
        {
            _findings.Add(Fault("bound-overstated", tier, $"The plan states a bound of {stated.Bound:R}; its prices prove {derived.Bound:R}.", $"{stated.Bound:R}"));
        }

        if (derived.Value < derived.Bound - slack)
        {
            _belowBound.Add(Fault("value-below-bound", tier, $"The value {derived.Value} is below the bound {derived.Bound:R} on every plan.", $"{derived.Value}"));
        }

        return derived;
    }

    /// <summary>What the lines prove together; where candidates may open, of the choice of which they prove least.</summary>
    private double BoundOf(AuditedPlan audited, IReadOnlyList<PriceLine> lines, long value, double stated)
    {
        if (!audited.Undecided.Candidates.Any())
        {
            return lines.Max(line => line.Unopened);
        }

        double bound = new LowestChoice(audited).Of(lines, _earlier, stated);
        _earlier.Add((lines, value));
        return bound;
    }

    private static Finding Fault(string code, ObjectiveTier tier, string message, string value) =>
        Finding.Error(code, message, key: $"tier {tier}", value: value);
}
