namespace PlaceSufficiency.Allocation.Sites;

/// <summary>
/// The cheapest sites to open when each has a cost of its own, at most 0 when it pays for itself, and the groups limit how many. Exact:
/// in each group the sites decided open, then the cheapest others while they cost less than 0 or are needed to reach the fewest.
/// </summary>
internal sealed class SiteChoice
{
    private readonly SiteProblem _problem;
    private readonly int[] _order;
    private readonly double[] _keys;
    private readonly double[] _worstChosen;
    private readonly double[] _bestLeft;
    private readonly int[] _count;
    private readonly int[] _fewest;

    /// <summary>Prepares to choose any number of times.</summary>
    public SiteChoice(SiteProblem problem)
    {
        _problem = problem;
        (_order, _keys) = (new int[problem.SiteCount], new double[problem.SiteCount]);
        int groups = problem.Groups.Count;
        (_worstChosen, _bestLeft, _count, _fewest) = (new double[groups], new double[groups], new int[groups], new int[groups]);
        Chosen = new bool[problem.SiteCount];
    }

    /// <summary>The sites of the last choice.</summary>
    public bool[] Chosen { get; }

    /// <summary>Cost of the last choice; infinite when the groups cannot be kept.</summary>
    public double Cost { get; private set; }

    /// <summary>Chooses.</summary>
    /// <param name="costs">Cost by site.</param>
    /// <param name="states">What is decided.</param>
    /// <param name="fewestOpen">Sites that places for all need at least; asked where one group holds every site.</param>
    public void Choose(double[] costs, SiteState[] states, int fewestOpen)
    {
        Cost = 0;
        for (int g = 0; g < _problem.Groups.Count; g++)
        {
            SiteGroup group = _problem.Groups[g];
            _fewest[g] = _problem.Groups.Count == 1 ? Math.Max(group.AtLeast, fewestOpen) : group.AtLeast;
            int free = Gather(group, costs, states, out int open);
            Array.Sort(_keys, _order, 0, free);
            int most = Math.Min(free, group.AtMost - open);
            if (open > group.AtMost || open + most < _fewest[g])
            {
                Cost = double.PositiveInfinity;
                return;
            }

            int taken = 0;
            while (taken < most && (open + taken < _fewest[g] || _keys[taken] < 0))
            {
                Chosen[_order[taken]] = true;
                Cost += _keys[taken++];
            }

            _count[g] = open + taken;
            _worstChosen[g] = taken > 0 ? _keys[taken - 1] : double.NegativeInfinity;
            _bestLeft[g] = taken < free ? _keys[taken] : double.PositiveInfinity;
        }
    }

    /// <summary>How much more the choice costs when a site that is free is decided the other way than it was chosen.</summary>
    public double CostOfOtherwise(int site, double[] costs)
    {
        int g = _problem.GroupOf[site];
        SiteGroup group = _problem.Groups[g];
        if (Chosen[site])
        {
            double dropped = _count[g] > _fewest[g] ? 0 : double.PositiveInfinity;
            return Math.Min(dropped, _bestLeft[g]) - costs[site];
        }

        double added = _count[g] < group.AtMost ? 0 : double.PositiveInfinity;
        return costs[site] + Math.Min(added, -_worstChosen[g]);
    }

    private int Gather(SiteGroup group, double[] costs, SiteState[] states, out int open)
    {
        open = 0;
        int free = 0;
        for (int k = 0; k < group.Sites.Count; k++)
        {
            int site = group.Sites[k];
            Chosen[site] = states[site] == SiteState.Open;
            if (states[site] == SiteState.Open)
            {
                open++;
                Cost += costs[site];
            }
            else if (states[site] == SiteState.Free)
            {
                _keys[free] = costs[site];
                _order[free++] = site;
            }
        }

        return free;
    }
}
