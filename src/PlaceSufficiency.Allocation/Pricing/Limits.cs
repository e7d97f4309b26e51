namespace PlaceSufficiency.Allocation.Pricing;

/// <summary>A limit on what many placements come to: sum over cells of coefficient * pupils there &lt;= most.</summary>
/// <param name="Name">What it limits, for messages.</param>
/// <param name="Cells">Provisions and years that count, as g * years + t.</param>
/// <param name="Coefficients">What one pupil there counts for, at least 0.</param>
/// <param name="Most">The limit, in the coefficients' unit.</param>
internal sealed record LimitRow(string Name, int[] Cells, double[] Coefficients, double Most);

/// <summary>What a plan may use. Tables are indexed [g * years + t].</summary>
/// <param name="Places">Places for residents.</param>
/// <param name="Most">Pupils that may be above them.</param>
/// <param name="Rows">Limits on what many placements come to; their prices follow those of places.</param>
internal sealed record Limits(int[] Places, int[] Most, IReadOnlyList<LimitRow> Rows)
{
    /// <summary>What candidates may add that are not decided on; null where there is nothing to decide. The prices of its rows come last.</summary>
    public Offers? Offers { get; init; }

    /// <summary>
    /// Whether nobody can be at provision and year i while it is decided which candidates open: such a price stands still at what keeps everybody away.
    /// Elsewhere every price moves.
    /// </summary>
    public bool IsShut(int i) => Offers is not null && Places[i] == 0 && Most[i] <= 0 && !Offers.Reach(i);

    /// <summary>Where the prices of the offers' rows begin.</summary>
    public int FirstOfOffers => Places.Length + Rows.Count;

    /// <summary>How many prices there are.</summary>
    public int Prices => FirstOfOffers + (Offers?.Rows.Count ?? 0);

    /// <summary>
    /// Places less imports; above them the ceiling, or what the pupils who stand there since the base year need, if that is more. An INMSS limit counts at
    /// least those who stand there.
    /// </summary>
    public static Limits Of(RouteCase routes)
    {
        Domain.Planning.PlanningCase planningCase = routes.Case;
        int[] standing = Standing(routes);
        int[] places = new int[standing.Length];
        int[] most = new int[standing.Length];
        for (int g = 0; g < routes.Provisions; g++)
        {
            Domain.Provisions.Provision provision = planningCase.Provisions[g];
            for (int t = 0; t < routes.Years; t++)
            {
                int i = (g * routes.Years) + t;
                places[i] = planningCase.PlacesForResidents(provision, planningCase.Horizon.PlannedYears[t]);
                int ceiling = provision.OverNumberCeiling == 0 ? 0 : provision.OverNumberAllowed(planningCase.PlacesIn(provision, planningCase.Horizon.PlannedYears[t]));
                most[i] = Math.Max(ceiling, standing[i] - places[i]);
            }
        }

        return new Limits(places, most, [.. InmssRows(routes, standing)]);
    }

    private static IEnumerable<LimitRow> InmssRows(RouteCase routes, int[] standing)
    {
        for (int t = 0; t < routes.Years; t++)
        {
            if (routes.Case.Limits.StandingInmssPupils.TryGetValue(routes.Case.Horizon.PlannedYears[t], out int limit))
            {
                int[] cells = [.. Enumerable.Range(0, routes.Provisions)
                    .Where(g => routes.Case.Provisions[g].Kind == Domain.Provisions.ProvisionKind.Inmss).Select(g => (g * routes.Years) + t)];
                double[] ones = new double[cells.Length];
                Array.Fill(ones, 1);
                yield return new LimitRow($"inmss[{t}]", cells, ones, Math.Max(limit, cells.Sum(i => standing[i])));
            }
        }
    }

    private static int[] Standing(RouteCase routes)
    {
        int[] standing = new int[routes.Provisions * routes.Years];
        RouteTable table = routes.Routes;
        for (int k = 0; k < routes.Classes; k++)
        {
            if (table.Before[k] >= 0)
            {
                int r = table.First[k] + table.Before[k];
                for (int s = 0; s < routes.Length[k] && (table.Fits[r] >> s & 1) != 0; s++)
                {
                    standing[(table.Provision[r] * routes.Years) + routes.FirstYear[k] + s] += routes.Pupils[k];
                }
            }
        }

        return standing;
    }
}
