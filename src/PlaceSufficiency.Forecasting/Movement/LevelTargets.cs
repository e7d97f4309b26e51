using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Findings;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;
using PlaceSufficiency.Forecasting.Rounding;

namespace PlaceSufficiency.Forecasting.Movement;

/// <summary>Pupils whose level is decided together; <paramref name="Sex"/> is null unless a shift of level tells the sexes apart.</summary>
internal readonly record struct LevelGroup(PrimaryNeed Need, Phase Phase, Sex? Sex) : IComparable<LevelGroup>
{
    public int CompareTo(LevelGroup other) => (Need, Phase, Sex ?? (Sex)(-1)).CompareTo((other.Need, other.Phase, other.Sex ?? (Sex)(-1)));
}

/// <summary>How many of a group of pupils whose level is decided in a year are called to each level, in whole pupils.</summary>
internal sealed class LevelTargets(PlanningCase planningCase)
{
    private static readonly ProvisionLevel[] _levels = Enum.GetValues<ProvisionLevel>();

    private readonly DemandAssumptions _demand = planningCase.Demand;
    private readonly Dictionary<LevelGroup, CarriedRounding> _rounding = [];

    /// <summary>The group that a pupil belongs to when its level is decided in a year.</summary>
    internal LevelGroup GroupOf(FollowedPupil pupil, AcademicYear year)
    {
        Phase phase = pupil.YearGroupIn(year).Phase;
        bool apart = _demand.LevelShifts.Any(shift => shift.Sex != SexAdmitted.Mixed && Applies(shift, pupil.Need, phase, year));
        return new LevelGroup(pupil.Need, phase, apart ? pupil.Sex : null);
    }

    /// <summary>Whether the case states shares for the group; where it does not, pupils in place keep their level.</summary>
    internal bool States(LevelGroup group) => _levels.Any(level => _demand.LevelShares.ContainsKey((group.Need, group.Phase, level)));

    /// <summary>Pupils by level, least specialist first, of a group of <paramref name="pupils"/> decided in the year.</summary>
    internal int[] Of(LevelGroup group, int pupils, AcademicYear year)
    {
        if (!_rounding.TryGetValue(group, out CarriedRounding? rounding))
        {
            _rounding[group] = rounding = new CarriedRounding(_levels.Length);
        }

        decimal[] shares = Shifted(Shares(group), group, year);
        return rounding.Share([.. shares.Select(share => (double)(share / shares.Sum() * pupils))], pupils);
    }

    /// <summary>Stated shares; else those of the stock of the need and phase; else those of the stock of the need; null where there is none.</summary>
    internal decimal[]? SharesOrNull(LevelGroup group)
    {
        Func<decimal[]>[] sources =
        [
            () => [.. _levels.Select(level => _demand.LevelShares.GetValueOrDefault((group.Need, group.Phase, level)))],
            () => InStock(cell => cell.Need == group.Need && cell.YearGroup.Phase == group.Phase),
            () => InStock(cell => cell.Need == group.Need),
        ];
        return sources.Select(source => source()).FirstOrDefault(shares => shares.Sum() > 0);
    }

    /// <summary>Said when somebody joins whose level nothing tells.</summary>
    internal static FindingsException NoLevel(LevelGroup group) => new([Finding.Error(
        "joiners-without-level",
        $"Pupils with need {group.Need} join in phase {group.Phase}, but no level shares are stated and the stock holds nobody with that need.")]);

    /// <summary>Whether a shift applies to a need and phase in a year.</summary>
    internal static bool Applies(LevelShift shift, PrimaryNeed need, Phase phase, AcademicYear year) =>
        shift.Share > 0 && year >= shift.Starting && shift.Needs.Contains(need) && shift.Phases.Contains(phase);

    /// <summary>Whether a shift for some sexes applies to a group; to one of both sexes only when it is for both.</summary>
    internal static bool AppliesTo(SexAdmitted filter, Sex? sex) =>
        filter == SexAdmitted.Mixed || sex == (filter == SexAdmitted.Girls ? Sex.Female : Sex.Male);

    private decimal[] Shares(LevelGroup group) => SharesOrNull(group) ?? throw NoLevel(group);

    private decimal[] InStock(Func<StockCell, bool> which) =>
        [.. _levels.Select(level => (decimal)planningCase.Stock.Where(cell => cell.Level == level && which(cell)).Sum(cell => cell.Pupils))];

    private decimal[] Shifted(decimal[] shares, LevelGroup group, AcademicYear year)
    {
        foreach (LevelShift shift in _demand.LevelShifts.Where(shift => Applies(shift, group.Need, group.Phase, year) && AppliesTo(shift.Sex, group.Sex)))
        {
            decimal moved = shares[(int)shift.FromLevel] * shift.Share;
            shares[(int)shift.FromLevel] -= moved;
            shares[(int)shift.ToLevel] += moved;
        }

        return shares;
    }
}
