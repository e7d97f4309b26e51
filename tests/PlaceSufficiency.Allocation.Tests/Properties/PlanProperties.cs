using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Tests.Solving;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Testing;

namespace PlaceSufficiency.Allocation.Tests.Properties;

/// <summary>What must hold of the plans of any case.</summary>
public sealed class PlanProperties
{
    private const int Cases = 60;

    [Fact]
    public void NamesAndOrderChangeNothing()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(new Random(seed));
            (PlanningCase renamed, DemandPath shuffled) = Relabelled(planningCase, demand);

            AsGood($"seed {seed}", Planned.By(planningCase, demand).Tiers, Planned.By(renamed, shuffled).Tiers);
            AsGood($"seed {seed}", Planned.By(renamed, shuffled).Tiers, Planned.By(planningCase, demand).Tiers);
        }
    }

    [Fact]
    public void ALooserLimitNeverCosts()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(new Random(seed));
            IReadOnlyList<TierResult> tight = Planned.By(planningCase, demand).Tiers;
            PlanningCase[] looser =
            [
                planningCase with { Limits = planningCase.Limits with { InmssPupils = planningCase.Limits.InmssPupils.ToImmutableSortedDictionary(limit => limit.Key, limit => limit.Value + 1) } },
                planningCase with { Limits = PlanLimits.None },
                planningCase with { Travel = planningCase.Travel with { Ceiling = TinyWorld.Minutes(120) } },
                planningCase with { Provisions = [.. planningCase.Provisions.Select(provision => provision with { OverNumberCeiling = provision.OverNumberCeiling + 1 })] },
                planningCase with { Provisions = [.. planningCase.Provisions.Select(provision => provision with { NoNewPlacementsFrom = null })] },
            ];

            Assert.All(looser, each => AsGood($"seed {seed}", Planned.By(each, demand).Tiers, tight));
        }
    }

    [Fact]
    public void MorePlacesNeverHurtTheFirstTierWithOrWithoutSchemes()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            (PlanningCase planningCase, DemandPath demand) = SmallCases.Of(new Random(seed));
            ProvisionId more = planningCase.Provisions[seed % planningCase.Provisions.Length].Id;
            PlanningCase larger = planningCase with { Places = planningCase.Places.With(more, planningCase.Horizon.PlannedYears, (_, places) => places + 1) };
            PlanningCase offered = planningCase.WithSchemes(planningCase.Candidate("more", more, 1));

            long few = Planned.By(planningCase, demand).Tiers[0].Value;
            Assert.True(Planned.By(larger, demand).Tiers[0].Value <= few, $"seed {seed}");
            Assert.True(Planned.By(offered, demand).Tiers[0].Value <= few, $"seed {seed}, as a scheme");
        }
    }

    /// <summary>Whether the first tiers that differ do so in favour of a plan, but for what its gap leaves open.</summary>
    private static void AsGood(string name, IReadOnlyList<TierResult> tiers, IReadOnlyList<TierResult> than)
    {
        for (int i = 0; i < tiers.Count && (i == 0 || tiers[i - 1].Value == than[i - 1].Value); i++)
        {
            Assert.True(tiers[i].Value <= than[i].Value + (tiers[i].Gap * tiers[i].Value) + 1e-6, $"{name}: {tiers[i].Value} against {than[i].Value} on {tiers[i].Tier}");
        }
    }

    /// <summary>The same case with other ids, provisions and stays in reverse order.</summary>
    private static (PlanningCase Case, DemandPath Demand) Relabelled(PlanningCase planningCase, DemandPath demand)
    {
        Dictionary<ProvisionId, ProvisionId> names = planningCase.Provisions.Index().ToDictionary(one => one.Item.Id, one => new ProvisionId($"school-{9 - one.Index}"));
        PlanningCase renamed = planningCase with
        {
            Provisions = [.. planningCase.Provisions.Select(provision => provision with { Id = names[provision.Id] }).Reverse()],
            Places = new PlacesByYear(planningCase.Places.Steps.Where(step => names.ContainsKey(step.Provision)).Select(step => (names[step.Provision], step.From, step.Number))),
            Areas = [.. planningCase.Areas.Reverse()],
        };
        return (renamed, StayBuilder.Path(demand.Horizon, demand.Stays.Reverse().Select(stay => stay with { Current = stay.Current is { } at ? names[at] : null })));
    }
}
