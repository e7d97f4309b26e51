using PlaceSufficiency.Domain.Geography;
using PlaceSufficiency.Domain.Money;
using PlaceSufficiency.Domain.Planning;
using PlaceSufficiency.Domain.Provisions;
using PlaceSufficiency.Domain.Pupils;

namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>What a plan of classes comes to on each tier: whole pupil-years, or pence rounded as every charge is.</summary>
internal sealed class PlanWorth(RouteCase routes, Limits limits)
{
    private readonly Dictionary<(int Provision, int Area, int Year), long> _distance = [];
    private readonly Dictionary<(int Provision, int Year, int Steps), long> _level = [];
    private readonly Dictionary<(int Provision, int Area, int Year, Phase Phase), long> _minutes = [];
    private readonly Rates _unplaced = Rates.Of(routes.Case, ObjectiveTier.Unplaced);
    private readonly Rates _cost = Rates.Of(routes.Case, ObjectiveTier.Cost);

    /// <summary>Values of the tiers, in the order given.</summary>
    public long[] Of(IReadOnlyList<ObjectiveTier> tiers, IReadOnlyList<ClassPath> plan)
    {
        int[] used = new int[limits.Places.Length];
        long unplaced = 0;
        long cost = 0;
        foreach (ClassPath path in plan)
        {
            for (int s = 0; s < path.Choices.Length; s++)
            {
                unplaced += path.Choices[s] < 0 ? path.Pupils * (long)_unplaced.Unplaced[routes.Levels[path.Class][s]] : 0;
            }

            cost += path.Pupils * Pence(path);
            Use(path, used);
        }

        long over = 0;
        long inmss = 0;
        for (int i = 0; i < used.Length; i++)
        {
            int above = Math.Max(0, used[i] - limits.Places[i]);
            over += above;
            cost += above * (long)_cost.OverNumber[i];
            inmss += routes.Case.Provisions[i / routes.Years].Kind == ProvisionKind.Inmss ? used[i] : 0;
        }

        return [.. tiers.Select(tier => tier switch
        {
            ObjectiveTier.Unplaced => unplaced,
            ObjectiveTier.OverNumber => over,
            ObjectiveTier.InmssPupils => inmss,
            _ => cost,
        })];
    }

    /// <summary>Whether the plan keeps within places and the pupils allowed above them, and within every row.</summary>
    public bool Keeps(IReadOnlyList<ClassPath> plan)
    {
        int[] used = new int[limits.Places.Length];
        foreach (ClassPath path in plan)
        {
            Use(path, used);
        }

        return Enumerable.Range(0, used.Length).All(i => used[i] <= limits.Places[i] + limits.Most[i])
            && limits.Rows.All(row => row.Cells.Select((cell, c) => used[cell] * row.Coefficients[c]).Sum() <= row.Most + 1e-6);
    }

    private void Use(ClassPath path, int[] used)
    {
        int from = routes.Routes.First[path.Class];
        for (int s = 0; s < path.Choices.Length; s++)
        {
            if (path.Choices[s] >= 0)
            {
                used[(routes.Routes.Provision[from + path.Choices[s]] * routes.Years) + routes.FirstYear[path.Class] + s] += path.Pupils;
            }
        }
    }

    /// <summary>Pence of one pupil on the path, pupils above places aside.</summary>
    private long Pence(ClassPath path)
    {
        int k = path.Class;
        RouteTable table = routes.Routes;
        long pence = 0;
        int at = table.Before[k];
        for (int s = 0; s < path.Choices.Length; s++)
        {
            int choice = path.Choices[s];
            int t = routes.FirstYear[k] + s;
            if (at >= 0 && choice >= 0 && choice != at && (table.Fits[table.First[k] + at] >> s & 1) != 0 && (routes.Reopens[k] >> s & 1) == 0)
            {
                pence += (long)_cost.Move[(table.Provision[table.First[k] + at] * routes.Years) + t];
            }

            if (choice >= 0)
            {
                pence += Pence(k, s, table.Provision[table.First[k] + choice], t);
            }

            at = choice;
        }

        return pence;
    }

    private long Pence(int k, int s, int g, int t)
    {
        int i = (g * routes.Years) + t;
        long pence = (long)_cost.Year[i];
        int steps = (int)routes.Case.Provisions[g].Designation.OwnLevel - routes.Levels[k][s];
        if (steps > 0 && _cost.PerLevel[i] != 0)
        {
            pence += Kept(_level, (g, t, steps), () => Charge(PriceItem.AboveLevel, g, t, steps));
        }

        if (_cost.PerKilometre[i] != 0)
        {
            pence += Kept(_distance, (g, routes.Area[k], t), () => Charge(PriceItem.TransportPerKm, g, t, (decimal)JourneyTo(g, routes.Area[k]).Distance.Kilometres));
        }

        if (_cost.PerMinute[i] != 0)
        {
            Phase phase = YearGroup.Of(routes.YearGroupAtFirst[k] + s).Phase;
            pence += Kept(_minutes, (g, routes.Area[k], t, phase), () => Charge(
                PriceItem.TravelAboveThreshold, g, t, (decimal)Math.Max(0, (JourneyTo(g, routes.Area[k]).Time - routes.Case.Travel.Threshold[phase]).TotalMinutes)));
        }

        return pence;
    }

    private Journey JourneyTo(int g, int area) => routes.Case.Travel.JourneyBetween(routes.Case.Areas[area], routes.Case.Provider(routes.Case.Provisions[g].Provider));

    private long Charge(PriceItem item, int g, int t, decimal quantity)
    {
        (Pounds autumn, Pounds summer) = routes.Case.Prices.Over(item, routes.Case.Provisions[g], routes.Case.Horizon.PlannedYears[t], quantity);
        return autumn.Pence + summer.Pence;
    }

    private static long Kept<TKey>(Dictionary<TKey, long> kept, TKey key, Func<long> derive)
        where TKey : notnull
    {
        if (!kept.TryGetValue(key, out long pence))
        {
            kept.Add(key, pence = derive());
        }

        return pence;
    }
}
