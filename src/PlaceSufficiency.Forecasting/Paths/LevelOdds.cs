using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Movement;
using PlaceSufficiency.Forecasting.Randomness;

namespace PlaceSufficiency.Forecasting.Paths;

/// <summary>
/// The shares of levels that pupils whose level is decided are called to: those of the case, drawn as sure as the stock of the need
/// and phase makes them, drifting towards or away from special places, and shifted where the case says so.
/// </summary>
internal sealed class LevelOdds
{
    /// <summary>Levels of provision.</summary>
    internal const int Levels = 5;

    private const int Phases = 5;
    private readonly int _years;
    private readonly double[]?[] _stated;
    private readonly double[] _observed;
    private readonly bool[] _reviewed;
    private readonly LevelShift[][] _shifts;

    internal LevelOdds(PlanningCase planningCase)
    {
        LevelTargets targets = new(planningCase);
        LevelGroup[] groups = [.. from need in Enum.GetValues<PrimaryNeed>() from phase in Enum.GetValues<Phase>() select new LevelGroup(need, phase, null)];
        bool known = planningCase.Demand.Uncertainty.YearsObserved == 0;
        _years = planningCase.Horizon.AllYears.Count;
        _stated = [.. groups.Select(group => targets.SharesOrNull(group) is { } shares ? Normalised(shares) : null)];
        _reviewed = [.. groups.Select(targets.States)];
        _observed = [.. groups.Select(group => known ? 0.0 : Math.Max(1, planningCase.Stock
            .Where(cell => cell.Need == group.Need && cell.YearGroup.Phase == group.Phase).Sum(cell => cell.Pupils)))];
        _shifts =
        [
            .. from year in planningCase.Horizon.AllYears
               from @group in groups
               select planningCase.Demand.LevelShifts.Where(shift => LevelTargets.Applies(shift, @group.Need, @group.Phase, year)).ToArray(),
        ];
    }

    /// <summary>The group of a need and phase.</summary>
    internal static int Group(int need, int phase) => (need * Phases) + phase;

    /// <summary>Whether pupils who move up into the phase have their level decided; where not, it stands.</summary>
    internal bool Reviews(int group) => _reviewed[group];

    /// <summary>Whether anything says which levels the group is called to.</summary>
    internal bool Knows(int group) => _stated[group] is not null;

    /// <summary>Whether the sexes are decided apart in a year, because a shift tells them apart.</summary>
    internal bool Apart(int year, int group) => Array.Exists(_shifts[(year * _stated.Length) + group], shift => shift.Sex != SexAdmitted.Mixed);

    /// <summary>Room for the shares of a path: by year, group, sex and level.</summary>
    internal double[] NewShares() => new double[_years * _stated.Length * 2 * Levels];

    /// <summary>Where the shares of a year, group and sex start.</summary>
    internal int At(int year, int group, int sex) => ((((year * _stated.Length) + group) * 2) + sex) * Levels;

    /// <summary>Draws the shares of every year.</summary>
    /// <param name="draws">Where the draws come from.</param>
    /// <param name="drift">By year, the logarithm of the factor on the odds of special and highly specialised.</param>
    /// <param name="shares">Filled.</param>
    internal void Draw(DrawSequence draws, double[] drift, double[] shares)
    {
        double[] drawn = new double[Levels];
        for (int group = 0; group < _stated.Length; group++)
        {
            if (_stated[group] is not { } stated)
            {
                continue;
            }

            Dirichlet(draws, stated, _observed[group], drawn);
            for (int year = 1; year < _years; year++)
            {
                for (int sex = 0; sex < 2; sex++)
                {
                    Shifted(drawn, Math.Exp(drift[year]), _shifts[(year * _stated.Length) + group], sex, shares.AsSpan(At(year, group, sex), Levels));
                }
            }
        }
    }

    private static void Dirichlet(DrawSequence draws, double[] stated, double observed, double[] drawn)
    {
        double sum = 0;
        for (int level = 0; level < Levels; level++)
        {
            drawn[level] = stated[level] == 0 ? 0 : observed == 0 ? stated[level] : draws.Gamma(stated[level] * observed);
            sum += drawn[level];
        }

        for (int level = 0; level < Levels; level++)
        {
            drawn[level] = sum > 0 ? drawn[level] / sum : stated[level];
        }
    }

    private static void Shifted(double[] drawn, double odds, LevelShift[] shifts, int sex, Span<double> shares)
    {
        double sum = 0;
        for (int level = 0; level < Levels; level++)
        {
            shares[level] = drawn[level] * (level >= (int)ProvisionLevel.Special ? odds : 1);
            sum += shares[level];
        }

        for (int level = 0; level < Levels; level++)
        {
            shares[level] /= sum;
        }

        foreach (LevelShift shift in shifts)
        {
            if (LevelTargets.AppliesTo(shift.Sex, (Sex)sex))
            {
                double moved = shares[(int)shift.FromLevel] * (double)shift.Share;
                shares[(int)shift.FromLevel] -= moved;
                shares[(int)shift.ToLevel] += moved;
            }
        }
    }

    private static double[] Normalised(decimal[] shares) => [.. shares.Select(share => (double)(share / shares.Sum()))];
}
