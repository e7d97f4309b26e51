namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// Facility location to proven optimality: prices of areas, sites settled one way by those prices, then cases by branching, the case with the
/// lowest bound first. README.md of this room tells why.
/// </summary>
internal sealed class SiteSearch
{
    private const int RootSteps = 1500;
    private const int RootPatience = 20;
    private const int CaseSteps = 40;
    private const int CasePatience = 6;

    /// <summary>Steps between two plans that are valued at the root.</summary>
    private const int StepsBetweenPlans = 10;

    private readonly SiteProblem _problem;
    private readonly SiteSearchLimits _limits;
    private readonly PriceSearch _search;
    private readonly SitePlans _plans;
    private readonly CancellationToken _cancellation;
    private readonly PriorityQueue<SiteCase, (double Bound, int Number)> _waiting = new();
    private double _settled = double.PositiveInfinity;
    private int _cases;

    private SiteSearch(SiteProblem problem, SiteSearchLimits limits, CancellationToken cancellation)
    {
        (_problem, _limits, _cancellation) = (problem, limits, cancellation);
        _search = new PriceSearch(problem);
        _plans = new SitePlans(problem);
    }

    private SiteRelaxation Relaxation => _search.Relaxation;

    /// <summary>A bound that reaches this leaves no room for a plan that is better by more than the tolerance.</summary>
    private double Cutoff => _plans.Best is { } best
        ? best.Pence - Math.Max(_problem.Unit * 0.999, best.Pence * _limits.Tolerance)
        : double.PositiveInfinity;

    /// <summary>Solves.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The cheapest plan; null when there is no plan for everybody.</returns>
    public static SiteSolution? Solve(SiteProblem problem, SiteSearchLimits limits, CancellationToken cancellation = default) =>
        new SiteSearch(problem, limits, cancellation).Run();

    private SiteSolution? Run()
    {
        SiteProof proof = new();
        SiteState[] states = [.. _problem.Standing.Select(standing => standing ? SiteState.Open : SiteState.Free)];
        SiteCase? root = Examine(new SiteCase(states, _problem.StartPrices(), double.NegativeInfinity, proof), true);
        double rootBound = root?.Bound ?? _settled;
        Branch(root);
        while (_waiting.TryDequeue(out SiteCase? at, out _))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (at.Bound >= Cutoff || _cases >= _limits.MostCases)
            {
                Settle(at.Proof, at.Prices, at.Bound);
            }
            else
            {
                Branch(Examine(at, false));
            }
        }

        return _plans.Best is { } best ? new SiteSolution(best, Math.Min(InUnits(_settled), best.Pence), rootBound, proof, _cases) : null;
    }

    /// <summary>Every cost is a whole number of units, so a bound may be rounded up; what summing may have added is taken off first.</summary>
    private double InUnits(double bound) => Math.Ceiling((bound - (1e-12 * Math.Abs(bound))) / _problem.Unit) * _problem.Unit;

    /// <summary>Raises the bound of a case and settles sites in it; null when the case is done.</summary>
    private SiteCase? Examine(SiteCase at, bool isRoot)
    {
        _cases++;
        SiteState[] states = at.States;
        int fewest = _problem.FewestOpen(states);
        double bound = Climb(at, fewest, isRoot);
        double[] prices = [.. _search.Best];
        if (bound >= Cutoff || double.IsPositiveInfinity(bound))
        {
            Settle(at.Proof, prices, bound);
            return null;
        }

        Relaxation.Bound(prices, states, fewest);
        _plans.Try(Relaxation.Chosen, states, Relaxation.Costs);
        if (isRoot)
        {
            _plans.Improve(states, Relaxation.Costs);
        }

        SiteProof rest = SettleSites(at.Proof, states, prices, bound);
        if (states.Contains(SiteState.Free))
        {
            return new SiteCase(states, prices, bound, rest);
        }

        SiteAssignment? only = _plans.Exactly(states);
        bool isEmpty = only is null && _problem.FewestOpen(states) > _problem.SiteCount;
        Settle(rest, only?.AreaPrices ?? prices, isEmpty ? double.PositiveInfinity : only?.Pence ?? bound);
        return null;
    }

    private double Climb(SiteCase at, int fewest, bool isRoot)
    {
        int step = 0;
        double best = double.NegativeInfinity;
        return _search.Climb(at.Prices, at.States, fewest, isRoot ? RootSteps : CaseSteps, isRoot ? RootPatience : CasePatience, bound =>
        {
            _cancellation.ThrowIfCancellationRequested();
            best = Math.Max(best, bound);
            if (double.IsPositiveInfinity(bound) || best >= Cutoff)
            {
                return null;
            }

            if (isRoot && step++ % StepsBetweenPlans == 0)
            {
                _plans.Try(Relaxation.Chosen, at.States, Relaxation.Costs);
            }

            return _plans.Best?.Pence ?? best + (0.05 * Math.Abs(best));
        });
    }

    /// <summary>Settles every free site whose other way is too dear; each is a case of its own in the proof. Returns the case that is left.</summary>
    private SiteProof SettleSites(SiteProof proof, SiteState[] states, double[] prices, double bound)
    {
        for (int i = 0; i < states.Length; i++)
        {
            if (states[i] == SiteState.Free && bound + Relaxation.RiseOfOtherwise(i) is var otherwise && otherwise >= Cutoff)
            {
                bool open = Relaxation.Chosen[i];
                proof.Split(i);
                Settle(open ? proof.Closed! : proof.Open!, prices, otherwise);
                proof = open ? proof.Open! : proof.Closed!;
                states[i] = open ? SiteState.Open : SiteState.Closed;
            }
        }

        return proof;
    }

    private void Branch(SiteCase? at)
    {
        if (at is null)
        {
            return;
        }

        int site = MostUndecided(at.States);
        at.Proof.Split(site);
        foreach ((SiteState state, SiteProof branch) in ((SiteState, SiteProof)[])[(SiteState.Open, at.Proof.Open!), (SiteState.Closed, at.Proof.Closed!)])
        {
            SiteState[] states = [.. at.States];
            states[site] = state;
            _waiting.Enqueue(new SiteCase(states, at.Prices, at.Bound, branch), (at.Bound, (2 * _cases) + (state == SiteState.Open ? 0 : 1)));
        }
    }

    /// <summary>The free site chosen about half of the time lately; one that is chosen at the best prices, if there is any.</summary>
    private int MostUndecided(SiteState[] states) => Enumerable.Range(0, states.Length)
        .Where(i => states[i] == SiteState.Free)
        .MaxBy(i => (Relaxation.Chosen[i] ? 1 : 0) + Math.Min(_search.OpenShare[i], 1 - _search.OpenShare[i]));

    private void Settle(SiteProof proof, double[] prices, double bound)
    {
        proof.Settle(prices);
        _settled = Math.Min(_settled, bound);
    }
}
