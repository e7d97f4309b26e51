using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Compiling;

/// <summary>Works out, for every stay, which provisions fit, may start and cost what in each planned year.</summary>
internal sealed class StayCompiler
{
    private readonly PlanningCase _case;
    private readonly Dictionary<(int Provision, PlanningAreaId Area, ProvisionLevel Level, Phase Phase, AcademicYear Year), long> _pence = [];
    private readonly Dictionary<(int Provision, AcademicYear Year), long> _movePence = [];

    private readonly bool _measuresTravel;

    private StayCompiler(PlanningCase planningCase) => (_case, _measuresTravel) = (planningCase, planningCase.Objective.Contains(ObjectiveTier.ExcessTravel));

    /// <summary>Compiles every stay that has a planned year, in order.</summary>
    public static List<CompiledStay> Compile(PlanningCase planningCase, DemandPath demand, CancellationToken cancellation)
    {
        StayCompiler compiler = new(planningCase);
        List<CompiledStay> compiled = new(demand.Stays.Count);
        foreach (Stay stay in demand.Stays)
        {
            cancellation.ThrowIfCancellationRequested();
            AcademicYear[] years = [.. PlacementRules.PlannedYearsOf(planningCase.Horizon, stay)];
            if (years.Length > 0)
            {
                compiled.Add(compiler.Compile(stay, years));
            }
        }

        return compiled;
    }

    private CompiledStay Compile(Stay stay, AcademicYear[] years)
    {
        ProvisionId? before = PlacementRules.PlaceBefore(stay);
        int[] candidates = [.. Enumerable.Range(0, _case.Provisions.Length).Where(g => IsCandidate(_case.Provisions[g], stay, years, before))];
        int at = before is { } id ? Array.FindIndex(candidates, g => _case.Provisions[g].Id == id) : -1;
        CompiledStay compiled = new(stay, years[0].YearsSince(_case.Horizon.PlannedYears[0]), years.Length, candidates) { Before = at, LostBefore = before is not null && at < 0 };
        for (int step = 0; step < years.Length; step++)
        {
            compiled.Reopens[step] = years[step] > stay.FirstYear && PhaseTransfer.ReopensPlacementAfter(stay.YearGroupIn(years[step].Previous));
            compiled.UnplacedWeight[step] = _case.UnplacedWeight(stay.LevelIn(years[step]));
            for (int c = 0; c < candidates.Length; c++)
            {
                Fill(compiled, stay, years[step], step, c);
            }
        }

        return compiled;
    }

    private bool IsCandidate(Provision provision, Stay stay, AcademicYear[] years, ProvisionId? before) =>
        provision.Designation.Needs.Contains(stay.Need)
        && provision.Designation.Admits(stay.Sex)
        && (provision.Id == before
            ? PlacementRules.Fits(provision, stay, years[0]) || years.Any(year => PlacementRules.MayStart(_case, provision, stay, year))
            : years.Any(year => PlacementRules.MayStart(_case, provision, stay, year)));

    private void Fill(CompiledStay compiled, Stay stay, AcademicYear year, int step, int c)
    {
        int g = compiled.Candidates[c];
        Provision provision = _case.Provisions[g];
        compiled.MayMove[step, c] = PlacementRules.IsAllowedMove(_case, provision, year);
        compiled.MovePence[step, c] = compiled.MayMove[step, c] ? MovePence(g, year) : 0;
        if (PlacementRules.Fits(provision, stay, year))
        {
            compiled.Fits[step, c] = true;
            compiled.MayStart[step, c] = PlacementRules.MayStart(_case, provision, stay, year);
            compiled.Pence[step, c] = Pence(g, stay, year);
            compiled.ExcessMinutes[step, c] = _measuresTravel ? _case.Travel.MinutesAboveThreshold(_case.JourneyTo(provision, stay.Area), stay.YearGroupIn(year).Phase) : 0;
        }
    }

    private long Pence(int g, Stay stay, AcademicYear year)
    {
        (int, PlanningAreaId, ProvisionLevel, Phase, AcademicYear) key = (g, stay.Area, stay.LevelIn(year), stay.YearGroupIn(year).Phase, year);
        if (!_pence.TryGetValue(key, out long pence))
        {
            pence = PlacementPrices.OfYear(_case, _case.Provisions[g], stay, year).Sum(charge => charge.Amount.Pence);
            _pence.Add(key, pence);
        }

        return pence;
    }

    private long MovePence(int g, AcademicYear year)
    {
        if (!_movePence.TryGetValue((g, year), out long pence))
        {
            pence = PlacementPrices.OfMove(_case, _case.Provisions[g], year).Sum(charge => charge.Amount.Pence);
            _movePence.Add((g, year), pence);
        }

        return pence;
    }
}
