using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Time;

namespace PlaceSufficiency.Allocation.Audit.Bounds;

/// <summary>What prices say of every provision, by index in the case, in pence.</summary>
/// <param name="Paid">What all pupils pay.</param>
/// <param name="Closed">What the places that stand earn.</param>
/// <param name="Open">What they earn together with those that the provision's candidate adds.</param>
internal sealed record SiteWorth(double Paid, double[] Closed, double[] Open);

/// <summary>What a case of a proof decides: by index of the candidate, true for open, false for not, null for neither.</summary>
internal sealed record SiteDecisions(bool?[] Open);

/// <summary>The choice of candidates in one year as far as a bound needs it: places, opening costs, and groups as limits.</summary>
internal sealed class SiteChoices
{
    private readonly CapitalScheme[] _candidates;
    private readonly int[] _provision;
    private readonly (int[] Members, int AtLeast, int AtMost)[] _groups;
    private readonly long _pupils;

    /// <summary>Reads the case.</summary>
    /// <param name="planningCase">The case with its candidates undecided; at most one candidate a provision.</param>
    /// <param name="year">The year.</param>
    /// <param name="pupils">Pupils who must have places.</param>
    internal SiteChoices(PlanningCase planningCase, AcademicYear year, long pupils)
    {
        _pupils = pupils;
        _candidates = [.. planningCase.Candidates.Where(scheme => scheme.Candidate!.Earliest <= year && year <= scheme.Candidate.Latest)];
        _provision = [.. _candidates.Select(scheme => planningCase.Provisions.IndexOf(planningCase.Provision(scheme.Provision)))];
        Standing = [.. planningCase.Provisions.Select(provision => (long)planningCase.PlacesForResidents(provision, year))];
        Added = new long[Standing.Length];
        Opening = new long[_candidates.Length];
        for (int i = 0; i < _candidates.Length; i++)
        {
            Dictionary<SchemeId, AcademicYear> alone = new() { [_candidates[i].Id] = year };
            Provision provision = planningCase.Provisions[_provision[i]];
            Added[_provision[i]] = planningCase.WithOpenings(alone).PlacesForResidents(provision, year) - Standing[_provision[i]];
            Opening[i] = OpeningPrices.Of(planningCase, alone).Pence;
        }

        _groups = [.. GroupsOf(planningCase)];
    }

    /// <summary>Places that stand, by index of the provision.</summary>
    internal long[] Standing { get; }

    /// <summary>Places that the provision's candidate adds.</summary>
    internal long[] Added { get; }

    /// <summary>Pence of opening, by index of the candidate.</summary>
    internal long[] Opening { get; }

    /// <summary>Nothing decided.</summary>
    internal SiteDecisions Undecided => new(new bool?[_candidates.Length]);

    /// <summary>The two cases of a scheme that is not decided; null when there is no such scheme.</summary>
    internal (SiteDecisions Open, SiteDecisions Closed)? Split(SiteDecisions at, SchemeId scheme)
    {
        int index = Array.FindIndex(_candidates, one => one.Id == scheme);
        if (index < 0 || at.Open[index] is not null)
        {
            return null;
        }

        bool?[] open = [.. at.Open];
        bool?[] closed = [.. at.Open];
        (open[index], closed[index]) = (true, false);
        return (new SiteDecisions(open), new SiteDecisions(closed));
    }

    /// <summary>The least that prices allow in a case, in pence; infinite when the case holds no plan for everybody.</summary>
    internal double Least(SiteDecisions at, SiteWorth worth)
    {
        int needed = Needed(at);
        double least = worth.Paid - worth.Closed.Sum();
        foreach ((int[] members, int atLeast, int atMost) in _groups)
        {
            double[] free = [.. members.Where(i => at.Open[i] is null).Select(i => Change(i, worth)).Order()];
            int open = members.Count(i => at.Open[i] == true);
            int fewest = Math.Max(0, (_groups.Length == 1 ? Math.Max(atLeast, needed) : atLeast) - open);
            int most = Math.Min(free.Length, atMost - open);
            if (needed > _candidates.Length || fewest > most)
            {
                return double.PositiveInfinity;
            }

            least += members.Where(i => at.Open[i] == true).Sum(i => Change(i, worth));
            for (int n = 0; n < most && (n < fewest || free[n] < 0); n++)
            {
                least += free[n];
            }
        }

        return least;
    }

    private double Change(int candidate, SiteWorth worth) => Opening[candidate] - (worth.Open[_provision[candidate]] - worth.Closed[_provision[candidate]]);

    /// <summary>Candidates that must open at least for everybody to have a place; one more than there are when all do not suffice.</summary>
    private int Needed(SiteDecisions at)
    {
        int count = at.Open.Count(open => open == true);
        long missing = _pupils - Standing.Sum() - Enumerable.Range(0, _candidates.Length).Where(i => at.Open[i] == true).Sum(i => Added[_provision[i]]);
        foreach (long places in Enumerable.Range(0, _candidates.Length).Where(i => at.Open[i] is null).Select(i => Added[_provision[i]]).OrderDescending())
        {
            if (missing > 0)
            {
                missing -= places;
                count++;
            }
        }

        return missing > 0 ? _candidates.Length + 1 : count;
    }

    /// <summary>Every candidate in the first stated group that names it, or with those that none names.</summary>
    private IEnumerable<(int[] Members, int AtLeast, int AtMost)> GroupsOf(PlanningCase planningCase)
    {
        HashSet<int> taken = [];
        foreach (SchemeGroup group in planningCase.SchemeGroups)
        {
            int[] named = [.. Enumerable.Range(0, _candidates.Length).Where(i => _candidates[i].Groups.Contains(group.Name))];
            int committed = planningCase.Schemes.Count(scheme => scheme.Status == SchemeStatus.Committed && scheme.Groups.Contains(group.Name));
            int[] members = [.. named.Where(taken.Add)];
            if (members.Length > 0)
            {
                yield return (members, members.Length == named.Length ? Math.Max(0, group.AtLeast - committed) : 0, Math.Min(members.Length, (group.AtMost ?? int.MaxValue) - committed));
            }
        }

        int[] rest = [.. Enumerable.Range(0, _candidates.Length).Where(i => !taken.Contains(i))];
        if (rest.Length > 0 || taken.Count == 0)
        {
            yield return (rest, 0, rest.Length);
        }
    }
}
