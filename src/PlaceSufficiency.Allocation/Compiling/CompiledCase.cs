using PlaceSufficiency.Domain.Demand;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Compiling;

/// <summary>
/// A case and a demand path as indexed arrays: provisions by their order in the case, planned years by their order in the horizon.
/// </summary>
internal sealed class CompiledCase
{
    /// <summary>Works out the rules of every stay.</summary>
    public CompiledCase(PlanningCase planningCase, DemandPath demand, CancellationToken cancellation = default)
    {
        Case = planningCase;
        Demand = demand;
        Years = planningCase.Horizon.PlannedYears;
        Provisions = planningCase.Provisions;
        Stays = StayCompiler.Compile(planningCase, demand, cancellation);
        Standing = StandingPupils();
        (ResidentPlaces, OverNumberMost, OverNumberPence) = Capacities(planningCase);
        InmssLimit = Limits(planningCase);
        FeePence = Fees(planningCase);
        Stock = [.. Years.Select((_, t) => Stays.Where(stay => stay.FirstYear <= t && t < stay.FirstYear + stay.Length).Sum(stay => stay.Stay.Pupils))];
        LimitRows = LimitCompiler.Of(planningCase, Stock);
    }

    private CompiledCase(CompiledCase undecided, PlanningCase decided)
    {
        (Case, Demand, Years, Provisions) = (decided, undecided.Demand, undecided.Years, undecided.Provisions);
        (Stays, Standing, InmssLimit, FeePence) = (undecided.Stays, undecided.Standing, undecided.InmssLimit, undecided.FeePence);
        (ResidentPlaces, OverNumberMost, OverNumberPence) = Capacities(decided);
        (Stock, LimitRows) = (undecided.Stock, LimitCompiler.Of(decided, undecided.Stock));
    }

    /// <summary>The case.</summary>
    public PlanningCase Case { get; }

    /// <summary>The demand path.</summary>
    public DemandPath Demand { get; }

    /// <summary>Planned years.</summary>
    public IReadOnlyList<AcademicYear> Years { get; }

    /// <summary>Provisions.</summary>
    public IReadOnlyList<Provision> Provisions { get; }

    /// <summary>Stays that have a planned year.</summary>
    public IReadOnlyList<CompiledStay> Stays { get; }

    /// <summary>Places for residents by provision and year.</summary>
    public int[,] ResidentPlaces { get; }

    /// <summary>Most pupils above places by provision and year: the ceiling, or more where pupils of the base year stand.</summary>
    public int[,] OverNumberMost { get; }

    /// <summary>Pence of one pupil above places by provision and year.</summary>
    public long[,] OverNumberPence { get; }

    /// <summary>Pupils of the base year who still fit where they were, by provision and year.</summary>
    public int[,] Standing { get; }

    /// <summary>Most pupils in INMSS by year, at least those who stand there; null where there is no limit.</summary>
    public int?[] InmssLimit { get; }

    /// <summary>Pence of one pupil's fee and top-up by provision and year.</summary>
    public long[,] FeePence { get; }

    /// <summary>Pupils with a plan by year.</summary>
    public IReadOnlyList<int> Stock { get; }

    /// <summary>Limits as sums, hard INMSS pupils apart. Their number and order do not depend on which candidates open.</summary>
    public IReadOnlyList<CompiledLimit> LimitRows { get; }

    /// <summary>Whether the provision is INMSS.</summary>
    public bool IsInmss(int provision) => Provisions[provision].Kind == ProvisionKind.Inmss;

    /// <summary>The same pupils under other places: those of the case once candidates are decided on.</summary>
    public CompiledCase With(PlanningCase decided) => new(this, decided);

    private (int[,] Places, int[,] Most, long[,] Pence) Capacities(PlanningCase planningCase)
    {
        int[,] places = new int[Provisions.Count, Years.Count];
        int[,] most = new int[Provisions.Count, Years.Count];
        long[,] pence = new long[Provisions.Count, Years.Count];
        for (int g = 0; g < Provisions.Count; g++)
        {
            for (int t = 0; t < Years.Count; t++)
            {
                Provision provision = Provisions[g];
                places[g, t] = planningCase.PlacesForResidents(provision, Years[t]);
                int ceiling = provision.OverNumberAllowed(planningCase.PlacesIn(provision, Years[t]));
                most[g, t] = Math.Max(ceiling, Standing[g, t] - places[g, t]);
                pence[g, t] = PlacementPrices.OfOverNumber(planningCase, provision, Years[t]).Sum(charge => charge.Amount.Pence);
            }
        }

        return (places, most, pence);
    }

    private long[,] Fees(PlanningCase planningCase)
    {
        long[,] pence = new long[Provisions.Count, Years.Count];
        for (int g = 0; g < Provisions.Count; g++)
        {
            for (int t = 0; t < Years.Count; t++)
            {
                pence[g, t] = PlacementPrices.OfFees(planningCase, Provisions[g], Years[t]).Sum(charge => charge.Amount.Pence);
            }
        }

        return pence;
    }

    private int[,] StandingPupils()
    {
        int[,] standing = new int[Provisions.Count, Years.Count];
        foreach (CompiledStay stay in Stays.Where(stay => stay.Before >= 0))
        {
            for (int step = 0; step < stay.Length && stay.Fits[step, stay.Before]; step++)
            {
                standing[stay.Candidates[stay.Before], stay.FirstYear + step] += stay.Stay.Pupils;
            }
        }

        return standing;
    }

    private int?[] Limits(PlanningCase planningCase)
    {
        int?[] limits = new int?[Years.Count];
        for (int t = 0; t < Years.Count; t++)
        {
            if (planningCase.Limits.StandingInmssPupils.TryGetValue(Years[t], out int limit))
            {
                int stand = Enumerable.Range(0, Provisions.Count).Where(IsInmss).Sum(g => Standing[g, t]);
                limits[t] = Math.Max(limit, stand);
            }
        }

        return limits;
    }
}
