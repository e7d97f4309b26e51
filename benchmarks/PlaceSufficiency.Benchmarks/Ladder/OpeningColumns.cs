using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Benchmarks.Ladder;

/// <summary>Writes the candidate schemes of a case and their rules. At most one scheme a provision, so that what two add need not be told apart.</summary>
internal static class OpeningColumns
{
    /// <summary>Adds the columns and rows.</summary>
    /// <param name="model">The model.</param>
    /// <param name="planningCase">The case.</param>
    /// <param name="provisions">Index of each provision.</param>
    /// <param name="standing">Pupils of the base year who stand, by provision and planned year.</param>
    internal static void Add(NeutralModel model, PlanningCase planningCase, IReadOnlyDictionary<ProvisionId, int> provisions, int[,] standing)
    {
        CapitalScheme[] candidates = [.. planningCase.Candidates];
        if (candidates.DistinctBy(scheme => scheme.Provision).Count() < candidates.Length || planningCase.SchemeGroups.Length > 0 || planningCase.Limits.Capital.Count > 0)
        {
            throw new ArgumentException("Two schemes of a provision, groups and capital by year are not written for peers.", nameof(planningCase));
        }

        List<(int Opening, double Times)>[] openings = [.. candidates.Select(_ => new List<(int, double)>())];
        for (int i = 0; i < candidates.Length; i++)
        {
            for (AcademicYear opens = candidates[i].Candidate!.Earliest; opens <= candidates[i].Candidate!.Latest; opens = opens.Next)
            {
                openings[i].Add((model.Openings.Count, 1));
                model.Openings.Add(Column(planningCase, candidates[i], i, provisions[candidates[i].Provision], opens, standing));
            }

            model.OpeningRows.Add((openings[i], 1));
        }

        AddRules(model, candidates, openings);
        if (planningCase.Limits.CapitalTotal is { } most && candidates.Length > 0)
        {
            model.OpeningRows.Add(([.. model.Openings.Select((opening, z) => (z, (double)candidates[opening.Scheme].TotalCapital.Value))], (double)most.Value));
        }
    }

    private static void AddRules(NeutralModel model, CapitalScheme[] candidates, List<(int Opening, double Times)>[] openings)
    {
        Dictionary<SchemeId, int> indices = candidates.Select((scheme, i) => (scheme.Id, i)).ToDictionary();
        for (int i = 0; i < candidates.Length; i++)
        {
            foreach (SchemeId excluded in candidates[i].Excludes)
            {
                model.OpeningRows.Add(([.. openings[i], .. openings[indices[excluded]]], 1));
            }

            foreach (Prerequisite first in candidates[i].Requires)
            {
                foreach ((int opening, _) in openings[i])
                {
                    IEnumerable<(int, double)> before = openings[indices[first.Scheme]]
                        .Where(other => model.Openings[other.Opening].Year + first.YearsLater <= model.Openings[opening].Year).Select(other => (other.Opening, -1.0));
                    model.OpeningRows.Add(([(opening, 1), .. before], 0));
                }
            }
        }
    }

    private static OpeningColumn Column(PlanningCase planningCase, CapitalScheme scheme, int number, int g, AcademicYear opens, int[,] standing)
    {
        Dictionary<SchemeId, AcademicYear> only = new() { [scheme.Id] = opens };
        PlanningCase decided = planningCase.WithOpenings(only);
        Provision provision = planningCase.Provisions[g];
        int years = planningCase.Horizon.PlannedYears.Count;
        (int[] residents, int[] above) = (new int[years], new int[years]);
        for (int t = 0; t < years; t++)
        {
            AcademicYear year = planningCase.Horizon.PlannedYears[t];
            residents[t] = decided.PlacesForResidents(provision, year) - planningCase.PlacesForResidents(provision, year);
            above[t] = Most(decided, provision, year, standing[g, t]) - Most(planningCase, provision, year, standing[g, t]);
        }

        return new OpeningColumn(number, g, opens.YearsSince(planningCase.Horizon.BaseYear) - 1, OpeningPrices.Of(planningCase, only).Pence, residents, above);
    }

    private static int Most(PlanningCase planningCase, Provision provision, AcademicYear year, int standing) =>
        Math.Max(provision.OverNumberAllowed(planningCase.PlacesIn(provision, year)), standing - planningCase.PlacesForResidents(provision, year));
}
