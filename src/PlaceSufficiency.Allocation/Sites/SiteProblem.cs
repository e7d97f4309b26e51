namespace PlaceSufficiency.Allocation.Sites;

/// <summary>How many of some sites may be open. Groups are disjoint.</summary>
/// <param name="Sites">Indices of the sites.</param>
/// <param name="AtLeast">Fewest, at least 0.</param>
/// <param name="AtMost">Most.</param>
internal sealed record SiteGroup(IReadOnlyList<int> Sites, int AtLeast, int AtMost);

/// <summary>
/// Facility location on plain arrays: choose sites to open and send every pupil of every area to an open site, at least cost.
/// Areas may be split over sites, by whole pupils. Money is whole pence, so that sums are exact.
/// </summary>
internal sealed class SiteProblem
{
    /// <summary>Pence of a pupil who may not go from an area to a site.</summary>
    public const long NotAllowed = long.MaxValue;

    /// <summary>States a problem.</summary>
    /// <param name="pupils">Pupils by area, each at least 1.</param>
    /// <param name="places">Places by site, once open.</param>
    /// <param name="openingPence">Pence of opening, by site.</param>
    /// <param name="pencePerPupil">Pence of one pupil, by site and area; at least 0, or <see cref="NotAllowed"/>.</param>
    /// <param name="standing">Sites that are open in any case.</param>
    /// <param name="groups">Limits on how many sites are open; a site belongs to one group at most.</param>
    public SiteProblem(int[] pupils, int[] places, long[] openingPence, long[][] pencePerPupil, bool[] standing, IReadOnlyList<SiteGroup> groups)
    {
        (Pupils, Places, OpeningPence, PencePerPupil, Standing) = (pupils, places, openingPence, pencePerPupil, standing);
        AllPupils = pupils.Sum(count => (long)count);
        Prices = [.. pencePerPupil.Select(row => row.Select(pence => pence == NotAllowed ? double.PositiveInfinity : pence).ToArray())];
        Weights = [.. pupils.Select(count => (double)count)];
        bool[] grouped = new bool[places.Length];
        foreach (int site in groups.SelectMany(group => group.Sites))
        {
            grouped[site] = true;
        }

        int[] free = [.. Enumerable.Range(0, places.Length).Where(site => !grouped[site])];
        Groups = free.Length == 0 ? groups : [.. groups, new SiteGroup(free, 0, free.Length)];
        GroupOf = new int[places.Length];
        for (int g = 0; g < Groups.Count; g++)
        {
            foreach (int site in Groups[g].Sites)
            {
                GroupOf[site] = g;
            }
        }

        Unit = openingPence.Concat(pencePerPupil.SelectMany(row => row)).Where(pence => pence != NotAllowed).Aggregate(0L, Divisor);
        Unit = Math.Max(1, Unit);
    }

    /// <summary>Number of sites.</summary>
    public int SiteCount => Places.Length;

    /// <summary>Number of areas.</summary>
    public int AreaCount => Pupils.Length;

    /// <summary>Pupils by area.</summary>
    public int[] Pupils { get; }

    /// <summary>Pupils by area, for arithmetic.</summary>
    public double[] Weights { get; }

    /// <summary>Pupils in all.</summary>
    public long AllPupils { get; }

    /// <summary>Places by site.</summary>
    public int[] Places { get; }

    /// <summary>Pence of opening by site.</summary>
    public long[] OpeningPence { get; }

    /// <summary>Pence of one pupil by site and area.</summary>
    public long[][] PencePerPupil { get; }

    /// <summary>The same for arithmetic; infinite where not allowed.</summary>
    public double[][] Prices { get; }

    /// <summary>Sites that are open in any case.</summary>
    public bool[] Standing { get; }

    /// <summary>Every site is in exactly one of these.</summary>
    public IReadOnlyList<SiteGroup> Groups { get; }

    /// <summary>Index of the group of each site.</summary>
    public int[] GroupOf { get; }

    /// <summary>Every plan costs a whole multiple of this many pence.</summary>
    public long Unit { get; }

    /// <summary>Whether a site can take everybody.</summary>
    public bool TakesAll(int site) => Places[site] >= AllPupils;

    /// <summary>Whether every group's limits are kept by these open sites.</summary>
    public bool GroupsAllow(IReadOnlyCollection<int> open)
    {
        int[] counts = new int[Groups.Count];
        foreach (int site in open)
        {
            counts[GroupOf[site]]++;
        }

        return Groups.Zip(counts).All(pair => pair.Second >= pair.First.AtLeast && pair.Second <= pair.First.AtMost);
    }

    /// <summary>How many sites must be open at least to have places for all, given what is decided.</summary>
    public int FewestOpen(SiteState[] states)
    {
        int open = states.Count(state => state == SiteState.Open);
        long missing = AllPupils - Enumerable.Range(0, SiteCount).Where(i => states[i] == SiteState.Open).Sum(i => (long)Places[i]);
        foreach (int places in Enumerable.Range(0, SiteCount).Where(i => states[i] == SiteState.Free).Select(i => Places[i]).OrderDescending())
        {
            if (missing <= 0)
            {
                return open;
            }

            missing -= places;
            open++;
        }

        return missing <= 0 ? open : SiteCount + 1;
    }

    /// <summary>Prices to start from: the second cheapest site of each area.</summary>
    public double[] StartPrices()
    {
        double[] prices = new double[AreaCount];
        for (int j = 0; j < prices.Length; j++)
        {
            (double least, double second) = (double.PositiveInfinity, double.PositiveInfinity);
            foreach (double[] row in Prices)
            {
                (least, second) = row[j] < least ? (row[j], least) : (least, Math.Min(second, row[j]));
            }

            prices[j] = double.IsFinite(second) ? second : double.IsFinite(least) ? least : 0;
        }

        return prices;
    }

    private static long Divisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
