using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Plans;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Foresight;

/// <summary>
/// The plan of somebody who does not look ahead: September by September, each year is planned for itself with the case's tiers, as well as it can be, and
/// whom it placed stands in the years that follow. README.md of this room tells what is known and what is not.
/// </summary>
public sealed class YearByYear
{
    private readonly PlanningCase _case;
    private readonly RoomToStand _room;
    private readonly CancellationToken _cancellation;

    private YearByYear(PlanningCase decided, DemandPath demand, CancellationToken cancellation) =>
        (_case, _room, _cancellation) = (decided, new RoomToStand(decided, demand), cancellation);

    /// <summary>Plans without looking ahead.</summary>
    /// <param name="planningCase">The case.</param>
    /// <param name="demand">Who holds a plan when.</param>
    /// <param name="foreseen">
    /// The plan that sees the whole horizon. Its candidates open when it says, because building takes longer than a year; its prices prove a bound on this
    /// plan too.
    /// </param>
    /// <param name="progress">Is told each September as it is decided; may be null.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The plan. Its tiers are those of the foreseen plan: only an audit says what this plan comes to.</returns>
    /// <exception cref="NoSolutionException">A year could not be planned.</exception>
    public static PlacementPlan Plan(
        PlanningCase planningCase, DemandPath demand, PlacementPlan foreseen, IProgress<AcademicYear>? progress = null, CancellationToken cancellation = default)
    {
        YearByYear years = new(planningCase.WithOpenings(foreseen.Openings), demand, cancellation);
        List<PupilsSoFar> pupils = [.. demand.Stays.Select(stay => new PupilsSoFar(stay, stay.Pupils, []))];
        foreach (AcademicYear year in planningCase.Horizon.PlannedYears)
        {
            progress?.Report(year);
            pupils = [.. pupils.Where(group => !group.Stay.Covers(year)), .. years.Decide(year, [.. pupils.Where(group => group.Stay.Covers(year))])];
        }

        return foreseen with
        {
            Paths = [.. pupils.Where(group => group.Path.Count > 0).OrderBy(group => group.Stay.Number).Select(group => new PupilPath(group.Stay.Number, group.Pupils, group.Path))],
        };
    }

    /// <summary>Plans one September; where a placement could not stand in later years, again with less room.</summary>
    private IReadOnlyList<PupilsSoFar> Decide(AcademicYear year, IReadOnlyList<PupilsSoFar> pupils)
    {
        PlanningCase asked = SeptemberCase.Of(_case, year);
        DemandPath demand = new(asked.Horizon, [.. pupils.Select((group, number) => group.SeenIn(year, number))]);
        if (demand.Stays.Count == 0)
        {
            return pupils;
        }

        while (true)
        {
            PlacementPlan plan = Allocator.Allocate(asked, demand, cancellation: _cancellation);
            PupilsSoFar[] then = [.. plan.Paths.Select(path => pupils[path.Stay].Then(path.Provisions[0], path.Pupils))];
            (IReadOnlyDictionary<ProvisionId, int> provisions, int inmss) = _room.Exceeded(then, year);
            if (provisions.Count == 0 && inmss == 0)
            {
                return then;
            }

            foreach ((ProvisionId id, int above) in provisions.OrderBy(pair => pair.Key))
            {
                asked = SeptemberCase.WithRoom(asked, id, Count(then, at => at == id) - above, Standing(pupils, year, at => at == id));
            }

            if (inmss > 0)
            {
                asked = SeptemberCase.WithInmss(asked, Count(then, IsInmss) - inmss, Standing(pupils, year, IsInmss));
            }
        }
    }

    private bool IsInmss(ProvisionId id) => _case.Provision(id).Kind == ProvisionKind.Inmss;

    private static int Count(IEnumerable<PupilsSoFar> pupils, Func<ProvisionId, bool> counts) => pupils.Where(group => group.At is { } at && counts(at)).Sum(group => group.Pupils);

    /// <summary>Pupils who were there before and still fit.</summary>
    private int Standing(IEnumerable<PupilsSoFar> pupils, AcademicYear year, Func<ProvisionId, bool> counts) =>
        pupils.Where(group => group.At is { } at && counts(at) && PlacementRules.Fits(_case.Provision(at), group.Stay, year)).Sum(group => group.Pupils);
}
