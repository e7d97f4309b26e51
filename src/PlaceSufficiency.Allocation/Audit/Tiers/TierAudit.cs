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
    private readonly List<(IReadOnlyList<PriceLine> Lines, double Held)> _earlier = [];

    /// <summary>Re-computes every tier.</summary>
    internal TierAudit(AuditedPlan audited)
    {
        PupilYearPence pence = new(audited.Case, audited.Index);
        TierResult?[] stated = [.. audited.Case.Tiers.Select(tier => audited.Plan.Tiers.FirstOrDefault(result => result.Tier == tier))];
        PricedTier[] priced = [.. stated.SelectMany((result, tier) => (result?.Proof is { Count: > 0 } proof ? proof : [NoPrices]).Select(prices =>
            new PricedTier(tier, new AcceptedPrices(audited, audited.Case.Tiers[tier], prices))))];
        PricedYears[] years = [.. priced.Select(one => new PricedYears(audited, pence, audited.Case.Tiers[one.Tier], one.Accepted.Prices))];
        AreaSums sums = AreaSums.Of(audited, pence, years);
        Values = TierValues.Of(audited, pence, sums.Pence);
        CompareNames(audited);
        long Best(ObjectiveTier tier) => stated.FirstOrDefault(result => result?.Tier == tier)?.Reached ?? Values[tier];
        long HeldAt(ObjectiveTier tier) => audited.Case.HeldAt(tier, Best(tier));
        ProvenTier[] proven = [.. priced.Select((one, i) =>
        {
            (PriceLine line, double rounding) = TierBound.Of(audited, one.Accepted.Prices, years[i], sums.Cheapest[i], HeldAt);
            return new ProvenTier(one.Tier, one.Accepted, line, rounding);
        })];
        List<TierResult> results = [];
        for (int tier = 0; tier < stated.Length; tier++)
        {
            ProvenTier[] own = [.. proven.Where(line => line.Tier == tier)];
            ObjectiveTier name = audited.Case.Tiers[tier];
            double bound = stated[tier]?.Sites is { } sites && name == ObjectiveTier.Cost && SitesBound.Of(audited, sites, Values.Unplaced) is { } byCases
                ? byCases
                : BoundOf(audited, stated[tier], [.. own.Select(line => line.Line)], HeldAt(name));
            CompareHeld(name, Values[name], HeldAt(name));
            results.Add(Result(name, stated[tier], [.. own.Select(line => line.Accepted)], bound, own.Max(line => line.Rounding)));
        }

        Results = results;
    }

    /// <summary>Every tier's value, in the case's objective or not.</summary>
    internal TierValues Values { get; }

    /// <summary>The case's tiers, re-computed.</summary>
    internal IReadOnlyList<TierResult> Results { get; }

    /// <summary>Stated tiers, values, prices and bounds that do not stand.</summary>
    internal IReadOnlyList<Finding> Findings => _findings;

    /// <summary>
    /// Tiers whose value is below the bound. A plan that breaks a rule may be; for one that keeps every rule it would mean that the
    /// bound itself is wrong.
    /// </summary>
    internal IReadOnlyList<Finding> BelowBound => _belowBound;

    private void CompareNames(AuditedPlan audited)
    {
        if (!audited.Plan.Tiers.Select(result => result.Tier).SequenceEqual(audited.Case.Tiers))
        {
            _findings.Add(Finding.Error(
                "tiers-differ",
                $"The plan states tiers {string.Join(", ", audited.Plan.Tiers.Select(result => result.Tier))}; the case asks for {string.Join(", ", audited.Case.Tiers)}."));
        }
    }

    /// <summary>What the lines prove together; where candidates may open, of the choice of which they prove least.</summary>
    private double BoundOf(AuditedPlan audited, TierResult? stated, IReadOnlyList<PriceLine> lines, long held)
    {
        if (!audited.Undecided.Candidates.Any())
        {
            return lines.Max(line => line.Unopened);
        }

        double bound = stated?.Cases is { } cases
            ? CaseWalk.Of(audited, cases, lines, stated.Bound) ?? double.NegativeInfinity
            : new LowestChoice(audited).Of(lines, _earlier, stated?.Bound ?? held);
        _earlier.Add((lines, held));
        return bound;
    }

    private TierResult Result(ObjectiveTier tier, TierResult? stated, AcceptedPrices[] accepted, double bound, double rounding)
    {
        TierResult derived = new(tier, Values[tier], bound, [.. accepted.Select(one => one.Prices)]) { Reached = stated?.Reached, Cases = stated?.Cases };
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

        if (Math.Min(derived.Best, derived.Value) < derived.Bound - slack)
        {
            _belowBound.Add(Fault("value-below-bound", tier, $"The value {Math.Min(derived.Best, derived.Value)} is below the bound {derived.Bound:R} on every plan.", $"{derived.Value}"));
        }

        return derived;
    }

    private void CompareHeld(ObjectiveTier tier, long value, long held)
    {
        if (value > held)
        {
            _findings.Add(Fault("tier-not-held", tier, $"Its paths come to {value}; after the best value stated it may be at most {held}.", $"{value}"));
        }
    }

    private static Finding Fault(string code, ObjectiveTier tier, string message, string value) =>
        Finding.Error(code, message, key: $"tier {tier}", value: value);

    /// <summary>A set of prices that a tier states, by the tier's position in the objective.</summary>
    private sealed record PricedTier(int Tier, AcceptedPrices Accepted);

    /// <summary>What a set of prices proves.</summary>
    private sealed record ProvenTier(int Tier, AcceptedPrices Accepted, PriceLine Line, double Rounding);
}
