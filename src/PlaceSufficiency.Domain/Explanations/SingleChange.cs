using System.Collections.Immutable;
using NodaTime;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Domain.Explanations;

/// <summary>One thing that a planner could change to end a shortfall.</summary>
public abstract record SingleChange
{
    /// <summary>How large the change is, in the unit of its kind: places, minutes, years earlier, pupils; 1 where it has no size.</summary>
    public abstract int Size { get; }

    /// <summary>The case with the change.</summary>
    public abstract PlanningCase AppliedTo(PlanningCase planningCase);
}

/// <summary>Places are added to a provision from a year on.</summary>
/// <param name="Provision">The provision.</param>
/// <param name="From">First year with them.</param>
/// <param name="Places">How many, at least 1.</param>
public sealed record PlacesAdded(ProvisionId Provision, AcademicYear From, int Places) : SingleChange
{
    /// <inheritdoc/>
    public override int Size => Places;

    /// <inheritdoc/>
    public override PlanningCase AppliedTo(PlanningCase planningCase) => planningCase with
    {
        Places = planningCase.Places.With(Provision, planningCase.Horizon.PlannedYears.Where(year => year >= From), (_, places) => places + Places),
    };
}

/// <summary>A provision admits a need, level and year group that it does not admit today.</summary>
/// <param name="Provision">The provision.</param>
/// <param name="Need">Need it admits from now on.</param>
/// <param name="Level">Level it serves from now on.</param>
/// <param name="YearGroup">Year group it admits from now on, and all between it and those it admits.</param>
public sealed record DesignationWidened(ProvisionId Provision, PrimaryNeed Need, ProvisionLevel Level, YearGroup YearGroup) : SingleChange
{
    /// <inheritdoc/>
    public override int Size => 1;

    /// <inheritdoc/>
    public override PlanningCase AppliedTo(PlanningCase planningCase) => planningCase with
    {
        Provisions = [.. planningCase.Provisions.Select(provision => provision.Id == Provision ? provision with { Designation = Widened(provision.Designation) } : provision)],
    };

    private Designation Widened(Designation designation) => designation with
    {
        Needs = NeedSet.Of([.. designation.Needs, Need]),
        Levels = LevelSet.Of([.. designation.Levels, Level]),
        From = YearGroup < designation.From ? YearGroup : designation.From,
        To = YearGroup > designation.To ? YearGroup : designation.To,
    };
}

/// <summary>Pupils of a phase may travel for longer.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Minutes">The new ceiling, one way.</param>
public sealed record JourneyLengthened(Phase Phase, int Minutes) : SingleChange
{
    /// <inheritdoc/>
    public override int Size => Minutes;

    /// <inheritdoc/>
    public override PlanningCase AppliedTo(PlanningCase planningCase) => planningCase with
    {
        Travel = planningCase.Travel with { Ceiling = planningCase.Travel.Ceiling.SetItem(Phase, Duration.FromMinutes(Minutes)) },
    };
}

/// <summary>A scheme opens in an earlier September than it does, or opens although the scenario does without it.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Opens">The September.</param>
/// <param name="YearsEarlier">How many years earlier than it does; 0 where it does not open otherwise.</param>
public sealed record SchemeOpened(SchemeId Scheme, AcademicYear Opens, int YearsEarlier) : SingleChange
{
    /// <inheritdoc/>
    public override int Size => YearsEarlier;

    /// <inheritdoc/>
    public override PlanningCase AppliedTo(PlanningCase planningCase) => planningCase with
    {
        Schemes = [.. planningCase.Schemes.Select(scheme => scheme.Id == Scheme ? scheme with { Opens = Opens, Candidate = null } : scheme)],
    };
}

/// <summary>More pupils may be in INMSS from a year on.</summary>
/// <param name="From">First year.</param>
/// <param name="Pupils">How many more, at least 1.</param>
public sealed record InmssLimitRaised(AcademicYear From, int Pupils) : SingleChange
{
    /// <inheritdoc/>
    public override int Size => Pupils;

    /// <inheritdoc/>
    public override PlanningCase AppliedTo(PlanningCase planningCase) => planningCase with
    {
        Limits = planningCase.Limits with
        {
            InmssPupils = planningCase.Limits.InmssPupils.ToImmutableSortedDictionary(limit => limit.Key, limit => limit.Key >= From ? limit.Value + Pupils : limit.Value),
        },
    };
}
