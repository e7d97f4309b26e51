using System.Collections.Immutable;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Sites;

/// <summary>Solves a case that is plain facility location and puts the answer into a plan.</summary>
internal static class SitePlan
{
    private static readonly TierPrices NoPrices = new(
        new Dictionary<(ProvisionId, AcademicYear), double>(), new Dictionary<AcademicYear, double>(), new Dictionary<ObjectiveTier, double>());

    /// <summary>The plan; null when not everybody can be placed, which is another question.</summary>
    public static PlacementPlan? Of(SiteStructure structure, CancellationToken cancellation)
    {
        if (SiteSearch.Solve(structure.Problem, SiteSearchLimits.Usual, cancellation) is not { } solution)
        {
            return null;
        }

        return new PlacementPlan(PathsOf(structure, solution.Assignment), [.. structure.Case.Objective.Select(tier => Result(structure, solution, tier))])
        {
            Openings = solution.Assignment.Open.Select(site => structure.Schemes[site]).OfType<CapitalScheme>()
                .ToImmutableSortedDictionary(scheme => scheme.Id, _ => structure.Year),
        };
    }

    private static List<PupilPath> PathsOf(SiteStructure structure, SiteAssignment assignment) =>
    [
        .. from stay in Enumerable.Range(0, structure.Stays.Length)
           from position in Enumerable.Range(0, assignment.Open.Count)
           let pupils = assignment.Pupils[position][stay]
           where pupils > 0
           select new PupilPath(structure.Stays[stay].Number, pupils, [structure.Sites[assignment.Open[position]].Id]),
    ];

    /// <summary>Everybody is placed, nobody above places and nobody in INMSS: earlier tiers are at 0, which nothing is below.</summary>
    private static TierResult Result(SiteStructure structure, SiteSolution solution, ObjectiveTier tier)
    {
        if (tier != ObjectiveTier.Cost)
        {
            return new TierResult(tier, 0, 0, NoPrices);
        }

        Dictionary<(ProvisionId, AcademicYear), double> places = solution.Assignment.Open.Zip(solution.Assignment.PlacePrices)
            .Where(pair => pair.Second > 0).ToDictionary(pair => (structure.Sites[pair.First].Id, structure.Year), pair => pair.Second);
        return new TierResult(tier, solution.Assignment.Pence, solution.Bound, NoPrices with { Places = places }) { Sites = ProofOf(structure, solution.Proof) };
    }

    private static SitesProof ProofOf(SiteStructure structure, SiteProof proof)
    {
        List<SitesStep> steps = [];
        List<double[]> sets = [];
        Dictionary<double[], int> known = new(ReferenceEqualityComparer.Instance);
        Stack<SiteProof> rest = new([proof]);
        while (rest.TryPop(out SiteProof? at))
        {
            if (at.Site is { } site)
            {
                steps.Add(new SitesStep(structure.Schemes[site]!.Id, 0));
                rest.Push(at.Closed!);
                rest.Push(at.Open!);
                continue;
            }

            if (!known.TryGetValue(at.Prices!, out int set))
            {
                set = known[at.Prices!] = sets.Count;
                sets.Add(at.Prices!);
            }

            steps.Add(new SitesStep(null, set));
        }

        return new SitesProof(steps, [.. sets.Select(prices => prices.Select((price, j) => (structure.Stays[j].Number, price)).ToDictionary(pair => pair.Number, pair => pair.price))]);
    }
}
