namespace PlaceSufficiency.Scenarios.Chance;

/// <summary>What a candidate plan comes to in one future: its openings were decided before, its placements are the best for that future.</summary>
/// <param name="Plan">The candidate.</param>
/// <param name="Future">Number of the future; the same number is the same future for every candidate.</param>
/// <param name="UnplacedPupilYears">Pupils without a suitable place, all years.</param>
/// <param name="Pounds">Revenue and capital, all years.</param>
public sealed record PlanOutcome(string Plan, int Future, int UnplacedPupilYears, decimal Pounds);

/// <summary>How a candidate plan does over many futures.</summary>
/// <param name="Plan">The candidate.</param>
/// <param name="Futures">How many futures.</param>
/// <param name="ExpectedUnplaced">Mean unplaced pupil-years.</param>
/// <param name="ExpectedPounds">Mean pounds.</param>
/// <param name="ExpectedRegret">Mean over futures of the unplaced pupil-years beyond those of the candidate that is best in that future.</param>
/// <param name="WorstRegret">The most of these in any future.</param>
/// <param name="WorstRegretPounds">The most pounds beyond the cheapest of the candidates that leave as few pupils unplaced or fewer in that future.</param>
/// <param name="BestIn">Share of the futures in which no candidate is better, 0 to 1.</param>
public sealed record PlanRobustness(
    string Plan, int Futures, double ExpectedUnplaced, decimal ExpectedPounds, double ExpectedRegret, int WorstRegret, decimal WorstRegretPounds, double BestIn);

/// <summary>
/// Which of several plans to open before demand is known. Sample-average approximation: the best plan in the mean over sampled futures; fewer unplaced pupil-years come first,
/// as in the optimiser, then fewer pounds. The choice is then put to futures that it was not chosen on.
/// </summary>
/// <param name="Sample">Every candidate over the sampled futures, the best in the mean first.</param>
/// <param name="Fresh">The same over fresh futures, in the order of <paramref name="Sample"/>; empty where none were held back.</param>
/// <param name="Minimax">The candidate whose worst regret is least; ties go to the least worst regret in pounds, then to the better mean.</param>
/// <param name="PerfectInformation">Mean unplaced pupil-years if the best candidate could be taken in each future: what knowing demand beforehand would leave.</param>
/// <param name="Lead">
/// Mean by which the second candidate leaves more unplaced than the first over the sampled futures, and half the width of its 95% interval; null where there is one candidate.
/// </param>
public sealed record RobustChoice(
    IReadOnlyList<PlanRobustness> Sample, IReadOnlyList<PlanRobustness> Fresh, string Minimax, double PerfectInformation, (double Mean, double Within)? Lead)
{
    /// <summary>Compares candidates.</summary>
    /// <param name="outcomes">One outcome for every candidate and future.</param>
    /// <param name="fresh">How many of the futures, those with the highest numbers, are kept for the check.</param>
    /// <exception cref="ArgumentException">A candidate lacks a future that another has, or nothing is left to choose on.</exception>
    public static RobustChoice Of(IEnumerable<PlanOutcome> outcomes, int fresh)
    {
        Dictionary<string, Dictionary<int, PlanOutcome>> plans = outcomes.GroupBy(outcome => outcome.Plan).ToDictionary(group => group.Key, group => group.ToDictionary(outcome => outcome.Future));
        int[] futures = [.. plans.Values.SelectMany(plan => plan.Keys).Distinct().Order()];
        if (plans.Values.Any(plan => plan.Count != futures.Length) || fresh < 0 || fresh >= futures.Length)
        {
            throw new ArgumentException("Every candidate needs an outcome in every future, and at least one future must be left to choose on.", nameof(outcomes));
        }

        int[] sampled = futures[..^fresh];
        PlanRobustness[] sample = [.. Of(plans, sampled).OrderBy(plan => plan.ExpectedUnplaced).ThenBy(plan => plan.ExpectedPounds).ThenBy(plan => plan.Plan, StringComparer.Ordinal)];
        Dictionary<string, PlanRobustness> check = fresh == 0 ? [] : Of(plans, futures[^fresh..]).ToDictionary(plan => plan.Plan);
        return new RobustChoice(
            sample,
            fresh == 0 ? [] : [.. sample.Select(plan => check[plan.Plan])],
            sample.OrderBy(plan => plan.WorstRegret).ThenBy(plan => plan.WorstRegretPounds).First().Plan,
            sampled.Average(future => plans.Values.Min(plan => plan[future].UnplacedPupilYears)),
            sample.Length < 2 ? null : LeadOf([.. sampled.Select(future => (double)(plans[sample[1].Plan][future].UnplacedPupilYears - plans[sample[0].Plan][future].UnplacedPupilYears))]));
    }

    private static IEnumerable<PlanRobustness> Of(Dictionary<string, Dictionary<int, PlanOutcome>> plans, int[] futures)
    {
        foreach ((string name, Dictionary<int, PlanOutcome> plan) in plans)
        {
            int[] regrets = [.. futures.Select(future => plan[future].UnplacedPupilYears - plans.Values.Min(other => other[future].UnplacedPupilYears))];
            decimal[] pounds = [.. futures.Select(future => plan[future].Pounds - plans.Values.Where(other => other[future].UnplacedPupilYears <= plan[future].UnplacedPupilYears).Min(other => other[future].Pounds))];
            yield return new PlanRobustness(
                name,
                futures.Length,
                futures.Average(future => plan[future].UnplacedPupilYears),
                decimal.Round(futures.Average(future => plan[future].Pounds), 2),
                regrets.Average(),
                regrets.Max(),
                pounds.Max(),
                (double)regrets.Zip(pounds).Count(pair => pair is (0, 0)) / futures.Length);
        }
    }

    private static (double Mean, double Within) LeadOf(double[] differences)
    {
        double mean = differences.Average();
        double variance = differences.Length < 2 ? 0 : differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Length - 1);
        return (mean, 1.959963984540054 * Math.Sqrt(variance / differences.Length));
    }
}
