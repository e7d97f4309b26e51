using System.Collections.Immutable;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Published;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Fitting;

/// <summary>
/// The level of provision that plans call for, estimated from where pupils of the same need and phase are placed. A placement in
/// a school stands for its own level; pupils educated elsewhere or nowhere say nothing and take the shares of the others.
/// </summary>
public static class LevelEstimate
{
    /// <summary>Parts of 1 that shares are rounded to: four decimals.</summary>
    private const int Parts = 10_000;

    private static readonly ProvisionLevel[] _levels = Enum.GetValues<ProvisionLevel>();

    /// <summary>Shares of levels for every need and phase, in four decimals that sum to 1; levels with no share are left out.</summary>
    /// <param name="fitted">Table of the base year.</param>
    /// <param name="units">The units of its third axis.</param>
    /// <param name="assumptions">Among them the correction for places that were already full.</param>
    /// <param name="corrected">Whether the correction is made; without it the shares are those of the placements.</param>
    public static ImmutableSortedDictionary<(PrimaryNeed Need, Phase Phase, ProvisionLevel Level), decimal> Shares(
        JointTable fitted, IReadOnlyList<FitUnit> units, FittingAssumptions assumptions, bool corrected)
    {
        double[,,] placed = Placed(fitted, units, assumptions);
        return (from need in StockAxes.Needs
                from phase in Enum.GetValues<Phase>()
                let shares = SharesOf(placed, need, phase, corrected ? assumptions : null)
                from level in _levels
                where shares[(int)level] > 0
                select KeyValuePair.Create((need, phase, level), shares[(int)level] / (decimal)Parts)).ToImmutableSortedDictionary();
    }

    /// <summary>Shares of levels among pupils of a placement; null where the placement says nothing.</summary>
    public static IReadOnlyDictionary<ProvisionLevel, decimal>? OfPlacement(PublishedPlacement placement, FittingAssumptions assumptions) => placement switch
    {
        PublishedPlacement.Mainstream or PublishedPlacement.EarlyYears or PublishedPlacement.FurtherEducation => Only(ProvisionLevel.Mainstream),
        PublishedPlacement.ResourcedProvisionOrUnit => Only(ProvisionLevel.Resourced),
        PublishedPlacement.SpecialLaMaintained or PublishedPlacement.SpecialAcademyFree or PublishedPlacement.AlternativeProvision
            or PublishedPlacement.SpecialistPost16 => Only(ProvisionLevel.Special),
        PublishedPlacement.Inmss => new Dictionary<ProvisionLevel, decimal>
        {
            [ProvisionLevel.Special] = 1 - assumptions.InmssHighlySpecialisedShare,
            [ProvisionLevel.HighlySpecialised] = assumptions.InmssHighlySpecialisedShare,
        },
        _ => null,
    };

    private static Dictionary<ProvisionLevel, decimal> Only(ProvisionLevel level) => new() { [level] = 1 };

    private static double[,,] Placed(JointTable fitted, IReadOnlyList<FitUnit> units, FittingAssumptions assumptions)
    {
        JointTable table = fitted.Over("need", "age", "unit");
        double[,,] placed = new double[StockAxes.Needs.Length, Enum.GetValues<Phase>().Length, _levels.Length];
        for (int i = 0; i < table.Cells.Count; i++)
        {
            (int rest, int unit) = Math.DivRem(i, units.Count);
            (int need, int age) = Math.DivRem(rest, StockAxes.AgeCount);
            foreach ((ProvisionLevel level, decimal share) in OfPlacement(units[unit].Placement, assumptions) ?? new Dictionary<ProvisionLevel, decimal>())
            {
                placed[need, (int)YearGroup.OfAge(age).Phase, (int)level] += table.Cells[i] * (double)share;
            }
        }

        return placed;
    }

    /// <summary>Shares in parts. A need with nobody placed in a phase takes the shares of all needs there; in early years, where few hold a plan, mainstream.</summary>
    private static int[] SharesOf(double[,,] placed, PrimaryNeed need, Phase phase, FittingAssumptions? correction)
    {
        double[] own = [.. _levels.Select(level => placed[(int)need, (int)phase, (int)level])];
        double[] all = [.. _levels.Select(level => StockAxes.Needs.Sum(each => placed[(int)each, (int)phase, (int)level]))];
        double[] weights = own.Sum() > 1e-9 ? own : all.Sum() > 1e-9 && phase != Phase.EarlyYears ? all : [.. _levels.Select(level => level == ProvisionLevel.Mainstream ? 1.0 : 0)];
        if (correction is not null && phase is Phase.Primary or Phase.Secondary && correction.HiddenNeeds.Contains(need))
        {
            double hidden = weights[(int)ProvisionLevel.Mainstream] * (double)correction.HiddenSpecialShare;
            weights[(int)ProvisionLevel.Mainstream] -= hidden;
            weights[(int)ProvisionLevel.Special] += hidden;
        }

        return ControlledRounding.LargestRemainder(weights, Parts);
    }
}
