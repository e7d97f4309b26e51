using System.Globalization;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Movement;

namespace PlaceSufficiency.Forecasting;

/// <summary>A forecast and what its reader should know about it.</summary>
/// <param name="Path">Who holds a plan in which years.</param>
/// <param name="Findings">Warnings: years whose stated total is below the pupils who would stay.</param>
public sealed record DemandForecast(DemandPath Path, IReadOnlyList<Finding> Findings);

/// <summary>
/// Moves the stock of a case on year by year: pupils age, leave and join, and their level is decided on joining and at each
/// change of phase. The same case gives the same path. The room Movement says how each step is made whole.
/// </summary>
public static class Forecaster
{
    /// <summary>The path of a case; its warnings are left out.</summary>
    /// <exception cref="FindingsException">See <see cref="ForecastWithFindings"/>.</exception>
    public static DemandPath Forecast(PlanningCase planningCase) => ForecastWithFindings(planningCase).Path;

    /// <summary>
    /// The path of a case. With stated totals and no scalings, the stock of every planned year is the stated total: joiners are
    /// what the survivors lack, and where the survivors are too many the surplus leaves, evenly over all of them, with a warning.
    /// Scalings, earlier ceasing and new homes come on top: scalings multiply the joiners of the path without them, cell by cell,
    /// and everything else follows.
    /// </summary>
    /// <exception cref="FindingsException">
    /// Totals are stated for some planned years only, somebody must join but nobody can, or a joiner's level cannot be told.
    /// </exception>
    public static DemandForecast ForecastWithFindings(PlanningCase planningCase)
    {
        CheckTotals(planningCase);
        DemandAssumptions demand = planningCase.Demand;
        Dictionary<AcademicYear, YearBalance> balances = [];
        YearByYear unscaled = new(planningCase with { Demand = WithoutLevers(demand) });
        IReadOnlyList<FollowedPupil> pupils = unscaled.Run((year, staying) => balances[year] = Balance(demand, year, staying, unscaled.StatedJoiners(year)));
        if (HasLevers(demand))
        {
            pupils = new YearByYear(planningCase).Run((year, _) => balances[year]);
        }

        return new DemandForecast(new DemandPath(planningCase.Horizon, MergedStays.Of(pupils)), [.. ExtraLeavers(balances)]);
    }

    /// <summary>Whether anything comes on top of what stated totals or joiners say.</summary>
    internal static bool HasLevers(DemandAssumptions demand) =>
        demand.JoinerScalings.Any(scaling => scaling.Factor != 1) || !demand.EarlierCeasing.IsEmpty || !demand.Population.Homes.IsEmpty;

    /// <summary>The assumptions without anything that comes on top.</summary>
    internal static DemandAssumptions WithoutLevers(DemandAssumptions demand) =>
        demand with { JoinerScalings = [], EarlierCeasing = [], Population = demand.Population with { Homes = [] } };

    private static YearBalance Balance(DemandAssumptions demand, AcademicYear year, int staying, double statedJoiners) =>
        demand.StatedTotals.TryGetValue(year, out int total)
            ? new YearBalance(Math.Max(0, total - staying), Math.Max(0, staying - total))
            : new YearBalance(statedJoiners, 0);

    /// <summary>Refuses totals that are stated for some planned years only.</summary>
    internal static void CheckTotals(PlanningCase planningCase)
    {
        IReadOnlyDictionary<AcademicYear, int> totals = planningCase.Demand.StatedTotals;
        AcademicYear[] missing = [.. planningCase.Horizon.PlannedYears.Where(year => !totals.ContainsKey(year))];
        if (totals.Count > 0 && missing.Length > 0)
        {
            throw new FindingsException([.. missing.Select(year => Finding.Error(
                "stated-total-missing", "Totals are stated for some planned years but not for this one.", key: "totals", value: year.ToString()))]);
        }
    }

    private static IEnumerable<Finding> ExtraLeavers(IReadOnlyDictionary<AcademicYear, YearBalance> balances) => balances
        .Where(pair => pair.Value.ExtraLeavers > 0)
        .OrderBy(pair => pair.Key)
        .Select(pair => Finding.Warning(
            "stated-total-below-stayers",
            string.Create(
                CultureInfo.InvariantCulture,
                $"After the usual leavers {pair.Value.ExtraLeavers} pupils more than the stated total would stay; they leave, evenly over all, and nobody joins."),
            key: "totals",
            value: pair.Key.ToString()));
}
