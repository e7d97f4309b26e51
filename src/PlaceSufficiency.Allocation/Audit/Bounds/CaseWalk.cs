using PlaceSufficiency.Allocation.Audit.Evidence;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>
/// What a proof by cases of openings says: the steps are walked as a tree that starts with every choice, so that its leaves together are every choice, and
/// each leaf is bounded by the least that its one line allows of the choices in it.
/// </summary>
internal static class CaseWalk
{
    /// <summary>The least bound of all cases; null where the steps are not such a tree or name prices that are not there.</summary>
    /// <param name="audited">The plan under audit.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="lines">What each set of prices proves.</param>
    /// <param name="stated">The bound that the plan states: a case need not be shown to be above it.</param>
    internal static double? Of(AuditedPlan audited, IReadOnlyList<OpeningsStep> steps, IReadOnlyList<PriceLine> lines, double stated)
    {
        LowestChoice choices = new(audited);
        IReadOnlyDictionary<SchemeId, AcademicYear[]> septembers = choices.Septembers;
        Stack<CandidateRanges> cases = new([new CandidateRanges(septembers.ToDictionary(one => one.Key, one => (0, one.Value.Length)))]);
        double least = double.PositiveInfinity;
        foreach (OpeningsStep step in steps)
        {
            if (!cases.TryPop(out CandidateRanges? at))
            {
                return null;
            }

            if (step.Split is { } scheme)
            {
                int position = septembers.TryGetValue(scheme, out AcademicYear[]? options) && step.OpensBy is { } by ? Array.IndexOf(options, by) : -1;
                if (position < 0 || at.Left[scheme] is var (first, last) && (position < first || position >= last))
                {
                    return null;
                }

                cases.Push(at.With(scheme, position + 1, at.Left[scheme].Last));
                cases.Push(at.With(scheme, at.Left[scheme].First, position));
            }
            else if (step.PriceSet >= 0 && step.PriceSet < lines.Count)
            {
                least = Math.Min(least, choices.Of([lines[step.PriceSet]], [], stated, at));
            }
            else
            {
                return null;
            }
        }

        return cases.Count == 0 ? least : null;
    }
}
