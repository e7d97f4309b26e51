using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Compiling;
using PlaceSufficiency.Allocation.Openings;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Explanations;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Explanation;

/// <summary>Finds other choices of schemes that are nearly as good as the plan's.</summary>
public static class AlternativeSchemes
{
    /// <summary>Finds them: every choice where there are few enough, otherwise outward from the plan, one scheme opened, closed, moved or swapped at a time.</summary>
    /// <param name="planningCase">The case, with candidates.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="within">How far above the plan's value an alternative may be, as a share.</param>
    /// <param name="most">How many choices are solved at most.</param>
    /// <param name="threads">How many at once; the answer does not depend on it.</param>
    /// <param name="progress">Is told how many are done; may be null.</param>
    /// <param name="cancellation">Stops it.</param>
    public static SchemeAlternatives Of(
        PlanningCase planningCase, DemandPath demand, PlacementPlan plan, decimal within, int most, int threads, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        Search search = new(planningCase, demand, plan, within, most, threads, progress, cancellation);
        return search.Run();
    }

    private sealed class Search
    {
        private readonly PlanningCase _case;
        private readonly DemandPath _demand;
        private readonly PlacementPlan _plan;
        private readonly decimal _within;
        private readonly int _most;
        private readonly int _threads;
        private readonly IProgress<int>? _progress;
        private readonly CancellationToken _cancellation;
        private readonly OpeningSpace _space;
        private readonly int _tier;
        private readonly Dictionary<string, SchemeAlternative?> _known = [];

        public Search(PlanningCase planningCase, DemandPath demand, PlacementPlan plan, decimal within, int most, int threads, IProgress<int>? progress, CancellationToken cancellation)
        {
            (_case, _demand, _plan, _within, _most, _threads, _progress, _cancellation) = (planningCase, demand, plan, within, most, threads, progress, cancellation);
            _space = new OpeningSpace(new CompiledCase(planningCase, demand, cancellation));
            _tier = plan.Tiers.TakeWhile(tier => tier.Value == 0).Count();
            _tier = Math.Clamp(_tier, planningCase.Tiers.Length - planningCase.Objective.Length, plan.Tiers.Count - 1);
        }

        public SchemeAlternatives Run()
        {
            int[] chosen = [.. _space.Items.Select(item => _plan.Openings.TryGetValue(item.Scheme.Id, out AcademicYear opens) || item.IsCommitted
                ? Math.Max(0, Array.IndexOf(item.Options, opens)) : OpeningSpace.Closed)];
            _known.Add(OpeningSearch.Key(chosen), null);
            int[][] all = [.. All().Where(choice => !_known.ContainsKey(OpeningSearch.Key(choice))).Take(_most + 1)];
            bool areAll = all.Length <= _most;
            if (areAll)
            {
                Solve(all);
            }
            else
            {
                GoOutward(chosen);
            }

            SchemeAlternative[] found = [.. _known.Values.OfType<SchemeAlternative>()];
            return new SchemeAlternatives(
                _plan.Tiers[_tier].Tier,
                [.. found.OrderByDescending(one => one.Differs).ThenBy(one => one.Above).ThenBy(one => string.Join(';', one.Openings), StringComparer.Ordinal)],
                _known.Count - 1,
                areAll);
        }

        private void GoOutward(int[] chosen)
        {
            List<(int[] Choice, int Differs)> open = [(chosen, 0)];
            while (open.Count > 0 && _known.Count <= _most)
            {
                (int[] from, int differs) = open.MaxBy(one => one.Differs);
                open.RemoveAll(one => one.Choice == from);
                int[][] next = [.. Beside(from).Where(choice => !_known.ContainsKey(OpeningSearch.Key(choice))).DistinctBy(OpeningSearch.Key).Take(_most + 1 - _known.Count)];
                Solve(next);
                open.AddRange(next.Select(choice => (choice, Found: _known[OpeningSearch.Key(choice)])).Where(one => one.Found is { } found && found.Differs >= differs)
                    .Select(one => (one.choice, one.Found!.Differs)));
            }
        }

        private void Solve(int[][] choices)
        {
            SchemeAlternative?[] found = new SchemeAlternative?[choices.Length];
            int done = _known.Count - 1;
            Parallel.For(0, choices.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = _cancellation }, i =>
            {
                found[i] = Found(choices[i]);
                _progress?.Report(Interlocked.Increment(ref done));
            });
            for (int i = 0; i < choices.Length; i++)
            {
                _known.Add(OpeningSearch.Key(choices[i]), found[i]);
            }
        }

        /// <summary>The choice as an alternative; null where its plan is too far from the plan at hand.</summary>
        private SchemeAlternative? Found(int[] choice)
        {
            Dictionary<SchemeId, AcademicYear> openings = _space.OpeningsOf(choice);
            PlanningCase decided = _case.WithOpenings(openings) with { Objective = [.. _case.Objective.Take(_tier + 1 - (_case.Tiers.Length - _case.Objective.Length))] };
            long opening = OpeningPrices.Of(_case, openings).Pence;
            long[] values = [.. Allocator.Allocate(decided, _demand, cancellation: _cancellation).Tiers.Select(tier => tier.Value + (tier.Tier == ObjectiveTier.Cost ? opening : 0))];
            for (int i = 0; i < _tier; i++)
            {
                if (values[i] > _case.HeldAt(_plan.Tiers[i].Tier, _plan.Tiers[i].Value))
                {
                    return null;
                }
            }

            long best = _plan.Tiers[_tier].Value;
            return values[_tier] > best + (best * _within)
                ? null
                : new SchemeAlternative(
                    openings.ToImmutableSortedDictionary(),
                    openings.Keys.Except(_plan.Openings.Keys).Count() + _plan.Openings.Keys.Except(openings.Keys).Count(),
                    values,
                    best == 0 ? 0 : (double)(values[_tier] - best) / best);
        }

        /// <summary>Every choice that the rules allow, one after the other.</summary>
        private IEnumerable<int[]> All()
        {
            int[] choice = new int[_space.Items.Length];
            Array.Fill(choice, OpeningSpace.Undecided);
            return From(0, choice);
        }

        private IEnumerable<int[]> From(int item, int[] choice)
        {
            if (item == choice.Length)
            {
                if (KeepsRows(choice))
                {
                    yield return [.. choice];
                }

                yield break;
            }

            for (int option = OpeningSpace.Closed; option < _space.Items[item].Options.Length; option++)
            {
                if (_space.Admits(choice, item, option))
                {
                    choice[item] = option;
                    foreach (int[] complete in From(item + 1, choice))
                    {
                        yield return complete;
                    }

                    choice[item] = OpeningSpace.Undecided;
                }
            }
        }

        /// <summary>Choices that the rules allow and that open, close, move or swap one scheme; those that change which schemes open come first.</summary>
        private IEnumerable<int[]> Beside(int[] from)
        {
            int[] free = [.. Enumerable.Range(0, from.Length).Where(i => !_space.Items[i].IsCommitted)];
            IEnumerable<int[]> closed = free.Where(i => from[i] >= 0).Select(i => With(from, i, OpeningSpace.Closed));
            IEnumerable<int[]> opened = free.Where(i => from[i] < 0).SelectMany(i => _space.Items[i].Options.Select((_, option) => With(from, i, option)));
            IEnumerable<int[]> swapped = free.Where(i => from[i] >= 0).SelectMany(i => free.Where(j => from[j] < 0 && _space.Items[j].Options.Length > 0)
                .Select(j => With(With(from, i, OpeningSpace.Closed), j, Nearest(j, _space.Items[i].Options[from[i]]))));
            return closed.Concat(swapped).Concat(opened).Where(IsAllowed);
        }

        private int Nearest(int item, AcademicYear year) => Enumerable.Range(0, _space.Items[item].Options.Length).MinBy(option => Math.Abs(_space.Items[item].Options[option].YearsSince(year)));

        private bool IsAllowed(int[] choice) =>
            Enumerable.Range(0, choice.Length).All(i => _space.Admits(With(choice, i, OpeningSpace.Undecided), i, choice[i])) && KeepsRows(choice);

        private bool KeepsRows(int[] choice) =>
            _space.Rows.All(row => Enumerable.Range(0, choice.Length).Sum(i => choice[i] >= 0 ? row.Use[i][choice[i]] : 0) <= row.Limit);

        private static int[] With(int[] choice, int item, int option)
        {
            int[] changed = [.. choice];
            changed[item] = option;
            return changed;
        }
    }
}
