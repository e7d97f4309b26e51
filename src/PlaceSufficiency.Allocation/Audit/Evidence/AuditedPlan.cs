using System.Collections.Immutable;
using PlaceSufficiency.Allocation.Audit.Checks;
using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Evidence;

/// <summary>
/// Case, demand and plan side by side, with what every check needs counted once. Stays and paths that are not even well formed
/// are reported by the shape checks and left out here, so that every other check reads sound ones only.
/// </summary>
internal sealed class AuditedPlan
{
    /// <summary>Reads the plan against the case and the demand.</summary>
    internal AuditedPlan(PlanningCase planningCase, DemandPath demand, PlacementPlan plan)
    {
        (Undecided, Demand, Plan) = (planningCase, demand, plan);
        Openings = plan.Openings.Where(opening => planningCase.Candidates.Any(scheme => scheme.Id == opening.Key)).ToImmutableSortedDictionary();
        Case = planningCase.Candidates.Any() ? planningCase.WithOpenings(Openings) : planningCase;
        Index = new CaseIndex(planningCase);
        DemandShape = new DemandShape(planningCase, Index, demand);
        PathShape = new PathShape(Index, demand, DemandShape);
        Stays = [.. demand.Stays.Where(DemandShape.IsSound)];
        Paths = new TracedPaths(planningCase, Index, demand.Stays, [.. plan.Paths.Where(PathShape.IsSound)]);
        Places = new PlacesLedger(Case, Index, Stays);
        PlacesUnopened = Openings.IsEmpty ? Places : new PlacesLedger(planningCase, Index, Stays);
        Pupils = new Occupancy(Index, Horizon.BaseYear, Stays, Paths);
        Limits = new LimitLedger(this);
    }

    /// <summary>Positions in the case.</summary>
    internal CaseIndex Index { get; }

    /// <summary>Whether every stay is well formed.</summary>
    internal DemandShape DemandShape { get; }

    /// <summary>Whether every path is well formed.</summary>
    internal PathShape PathShape { get; }

    /// <summary>The case as the plan decided it: what it opens is committed, other candidates do not open.</summary>
    internal PlanningCase Case { get; }

    /// <summary>The case as the plan found it.</summary>
    internal PlanningCase Undecided { get; }

    /// <summary>Candidates of the case that the plan opens, and when.</summary>
    internal ImmutableSortedDictionary<SchemeId, AcademicYear> Openings { get; }

    /// <summary>The demand as given.</summary>
    internal DemandPath Demand { get; }

    /// <summary>The plan as given.</summary>
    internal PlacementPlan Plan { get; }

    /// <summary>The case's years.</summary>
    internal Horizon Horizon => Case.Horizon;

    /// <summary>Sound stays, in order.</summary>
    internal IReadOnlyList<Stay> Stays { get; }

    /// <summary>Sound paths, in the plan's order.</summary>
    internal TracedPaths Paths { get; }

    /// <summary>Every planned year of every sound path.</summary>
    internal IEnumerable<PathYear> PathYears => Paths.Years();

    /// <summary>What every provision can hold.</summary>
    internal PlacesLedger Places { get; }

    /// <summary>What every provision could hold if no candidate opened.</summary>
    internal PlacesLedger PlacesUnopened { get; }

    /// <summary>Limits of the case, and what the plan uses of them.</summary>
    internal LimitLedger Limits { get; }

    /// <summary>How many pupils every provision holds.</summary>
    internal Occupancy Pupils { get; }

    /// <summary>Pupils above resident places in a year.</summary>
    internal int OverNumber(Provision provision, AcademicYear year) =>
        Math.Max(0, Pupils[provision.Id, year] - Places[provision.Id, year].Residents);

    /// <summary>Pupils in INMSS in a year.</summary>
    internal int InmssPupils(AcademicYear year) =>
        Case.Provisions.Where(PlacesLedger.IsInmss).Sum(provision => Pupils[provision.Id, year]);
}
